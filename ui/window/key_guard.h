// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QKeyEvent;
class QWidget;

namespace gatescope {

/// Keeps the window's shortcuts from taking keys that a control needs: letters while one types,
/// arrows in a list, Space on a button that was reached with the Tab key.
class KeyGuard : public QObject
{
    Q_OBJECT
public:
    explicit KeyGuard(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool searchesWithSpace(QWidget &control, const QKeyEvent &event);

    QWidget &m_window;
    QElapsedTimer m_sinceTyped; ///< into a list that searches as one types
    const QWidget *m_typedInto = nullptr;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

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
    QWidget &m_window;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

namespace gatescope {

/// Under what a class sees: the keys that the one who presents needs and, when wanted, the one that was pressed last.
class PresenterStrip : public QWidget
{
    Q_OBJECT
public:
    explicit PresenterStrip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// A key and what it does; without a key none.
    void showPressed(const QString &key, const QString &does);
    const QString &pressed() const { return m_pressed; }

    QSize sizeHint() const override { return {960, 72}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme *m_theme;
    QString m_pressed, m_does;
};

} // namespace gatescope

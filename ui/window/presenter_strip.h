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

    /// Right before it is shown, so that the stage over it has its height from the first picture on.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width * 72 / 1920; }
    QSize sizeHint() const override { return {960, 36}; }
    QSize minimumSizeHint() const override { return {480, 18}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme;
    QString m_pressed, m_does;
};

} // namespace gatescope

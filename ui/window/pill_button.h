// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>

namespace gatescope {

/// A button of the top bar: words in a rounded hairline. Checked, it is filled with ink.
class PillButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PillButton(const QString &text, QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 13;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QFont>

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
    QFont m_font; ///< its own, since a style sheet that is put on gives back what setFont() set
    double m_pixels = 13;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QFont>
#include <QPainterPath>

namespace gatescope {

/// The drawing of what is shown to a class: a screen on its stand.
QPainterPath easel();

/// A button of the top bar: words in a rounded hairline. Checked, it is filled with ink.
class PillButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PillButton(const QString &text, QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// A drawing before its words: lines in a square of 1 × 1. Where the bar is narrow it stands for them.
    void setDrawing(const QPainterPath &drawing);
    bool hasDrawing() const { return !m_drawing.isEmpty(); }
    void setNarrow(bool narrow);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    QFont m_font; ///< its own, since a style sheet that is put on gives back what setFont() set
    double m_pixels = 13;
    QPainterPath m_drawing;
    bool m_isNarrow = false;

    double drawingWidth() const;
    QString shownText() const;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/fitted_label.h"

#include "ui/common/fonts.h"

#include <QFontMetricsF>

#include <algorithm>

namespace gatescope {

FittedLabel::FittedLabel(QWidget *parent) : QLabel(parent)
{
    setAlignment(Qt::AlignCenter);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it has the room that there is
}

void FittedLabel::say(const QString &line, double largest)
{
    m_largest = largest;
    setText(line);
    fit();
}

void FittedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void FittedLabel::fit()
{
    constexpr double trial = 100;
    const double wide = std::max(1.0, QFontMetricsF(numberFont(trial, QFont::DemiBold)).horizontalAdvance(text()));
    const int pixels = int(std::clamp(trial * (width() - 4) / wide, 12.0, std::max(12.0, m_largest)));
    if (font().pixelSize() != pixels)
        setFont(numberFont(pixels, QFont::DemiBold));
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/controls/live_line.h"

#include <QPainter>

namespace gatescope {

LiveLine::LiveLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void LiveLine::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    update();
}

void LiveLine::setMostLines(int lines)
{
    m_lines = lines;
    updateGeometry();
}

void LiveLine::setColour(const QColor &colour)
{
    m_colour = colour;
    update();
}

QSize LiveLine::sizeHint() const
{
    return {0, m_lines * fontMetrics().lineSpacing()};
}

void LiveLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_colour);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_text);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/marks.h"

#include <algorithm>

namespace gatescope {

void drawHeldMark(QPainter &painter, const QRectF &box, double scale, const Theme &theme)
{
    const PainterScope scope(painter);
    const double radius = std::clamp(5.5 * scale, 3.5, box.height() * 0.3);
    const QPointF head(box.right() - radius * 0.4, box.top() + radius * 0.4);
    painter.setPen(QPen(theme.paper, radius * 1.4, Qt::SolidLine, Qt::RoundCap));
    const QPointF tip = head + QPointF(-radius * 1.5, radius * 1.9);
    painter.drawLine(head, tip);
    painter.setPen(QPen(theme.ink, std::max(1.5, radius * 0.45), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(head, tip);
    painter.setPen(QPen(theme.paper, 1.5));
    painter.setBrush(theme.ink);
    painter.drawEllipse(head, radius, radius);
}

} // namespace gatescope

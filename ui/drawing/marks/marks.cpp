// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/marks.h"

#include "ui/common/fonts.h"

#include <QFontMetricsF>
#include <QHash>
#include <QLineF>
#include <QPaintEngine>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace gatescope {

void drawArrowhead(QPainter &painter, const QPointF &tip, double degrees, const QColor &colour, double size)
{
    PainterScope scope(painter);
    painter.translate(tip);
    painter.rotate(degrees);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{{0, 0}, {-size, -size / 2}, {-size, size / 2}});
}

namespace {

/// Whether a line of one pixel along the edges covers whole pixels.
bool coversWholePixels(const QPainter &painter, const QRectF &edges)
{
    const QTransform &on = painter.deviceTransform();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || on.type() > QTransform::TxTranslate)
        return false;
    const auto isHalf = [](double place) { return place - std::floor(place) == 0.5; };
    return isHalf(edges.left() + on.dx()) && isHalf(edges.right() + on.dx()) && isHalf(edges.top() + on.dy())
        && isHalf(edges.bottom() + on.dy());
}

} // namespace

void fillGround(QPainter &painter, const QRectF &where, const QColor &colour)
{
    const bool wasSmooth = painter.testRenderHint(QPainter::Antialiasing);
    const QRectF pixels = painter.deviceTransform().mapRect(where);
    painter.setRenderHint(QPainter::Antialiasing, wasSmooth && pixels != QRectF(pixels.toRect()));
    painter.fillRect(where, colour);
    painter.setRenderHint(QPainter::Antialiasing, wasSmooth);
}

void drawHairFrame(QPainter &painter, const QRectF &where, const QColor &colour)
{
    if (!coversWholePixels(painter, where)) {
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(where);
        return;
    }
    const QRectF inner = where.adjusted(0.5, 0.5, -0.5, -0.5);
    for (const double y : {inner.top() - 1, inner.bottom()})
        painter.fillRect(QRectF(inner.left(), y, inner.width(), 1), colour);
    for (const double x : {inner.left() - 1, inner.right()}) {
        painter.fillRect(QRectF(x, inner.top(), 1, inner.height()), colour);
        // Each of the two lines that end in a corner covers half of it.
        for (const double y : {inner.top() - 1, inner.bottom()})
            for (int line = 0; line < 2; ++line)
                painter.fillRect(QRectF(x, y, 0.5, 1), colour);
    }
}

void drawWire(QPainter &painter, const QPainterPath &path, const QColor &colour, double width)
{
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

namespace {

double lengthOf(const QPolygonF &points)
{
    double length = 0;
    for (qsizetype i = 1; i < points.size(); ++i)
        length += QLineF(points[i - 1], points[i]).length();
    return length;
}

} // namespace

QPainterPath beginningOf(const QPainterPath &path, double share)
{
    if (share >= 1)
        return path;
    QPainterPath walked;
    if (share <= 0 || path.isEmpty())
        return walked;
    // Along the lines that stand for its curves: the path's own lengths are found anew for every point.
    const QPolygonF points = path.toSubpathPolygons().first();
    double left = share * lengthOf(points);
    walked.moveTo(points.first());
    for (qsizetype i = 1; i < points.size(); ++i) {
        const QLineF line(points[i - 1], points[i]);
        if (line.length() >= left) {
            walked.lineTo(line.pointAt(left / std::max(line.length(), 1e-9)));
            break;
        }
        walked.lineTo(points[i]);
        left -= line.length();
    }
    return walked;
}

QPainterPath roundedPath(const QList<QPointF> &corners, double reach)
{
    QPainterPath path(corners.first());
    for (qsizetype i = 1; i + 1 < corners.size(); ++i) {
        const QPointF in = corners[i - 1] - corners[i];
        const QPointF out = corners[i + 1] - corners[i];
        const double inLength = std::hypot(in.x(), in.y());
        const double outLength = std::hypot(out.x(), out.y());
        // A short side is shared between its two corners.
        const double bend = std::min({reach, inLength / 2, outLength / 2});
        const QPointF from = corners[i] + in * (bend / qMax(inLength, 1e-9));
        const QPointF to = corners[i] + out * (bend / qMax(outLength, 1e-9));
        path.lineTo(from);
        path.cubicTo(corners[i] + (from - corners[i]) * 0.3, corners[i] + (to - corners[i]) * 0.3, to);
    }
    path.lineTo(corners.last());
    return path;
}

void drawOperator(QPainter &painter, const QPointF &centre, double radius, const QString &sign, const QColor &outline,
                  const Theme &theme)
{
    PainterScope scope(painter);
    painter.setPen(QPen(outline, 1.5));
    painter.setBrush(theme.paper);
    painter.drawEllipse(centre, radius, radius);
    drawSign(painter, centre, sign, radius * 1.4, outline);
}

void drawSign(QPainter &painter, const QPointF &centre, const QString &sign, double pixels, const QColor &colour)
{
    const QFont font = mathFont(pixels, false);
    // The ink of a sign by the size of its face; the same at every size.
    static thread_local QHash<QString, QPointF> middles;
    auto middle = middles.find(sign);
    if (middle == middles.end())
        middle = middles.insert(sign, QFontMetricsF(mathFont(100, false)).tightBoundingRect(sign).center() / 100);
    drawText(painter, centre - *middle * font.pixelSize(), sign, font, colour);
}

void drawPill(QPainter &painter, const QPointF &centre, const QSizeF &size, const QString &word, const QColor &outline,
              const Theme &theme)
{
    PainterScope scope(painter);
    const QRectF box(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height());
    painter.setPen(QPen(outline, 1.5));
    painter.setBrush(theme.paper);
    painter.drawRoundedRect(box, size.height() / 2, size.height() / 2);
    double pixels = size.height() * 0.58;
    pixels *= std::min(1.0, (size.width() - 8) / std::max(1.0, mathWidth(word, pixels)));
    drawMath(painter, {centre.x(), centre.y() + pixels * 0.3}, word, pixels, outline, theme, Align::centre);
}

} // namespace gatescope

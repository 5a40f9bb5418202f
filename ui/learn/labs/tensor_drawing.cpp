// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/tensor_drawing.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/labs/axis_look.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

constexpr int mostCells = 16;                                           ///< that are drawn along an edge
constexpr double tileHeight = 2.1, nameHeight = 1.7, wordsHeight = 1.5; ///< times the text's pixels

double between(double from, double to, double share)
{
    return from + (to - from) * share;
}

/// 1 → short, thousands → long: sizes are told apart without any being lost.
double edgeLength(int size)
{
    return 0.45 + 0.55 * std::min(1.0, std::log2(double(size)) / 6);
}

MovingAxis standing(const TensorShape &tensor, std::size_t i)
{
    const ShapeAxis &axis = tensor.axes[i];
    const bool isKeras = tensor.name.ends_with("kernel") || tensor.name.ends_with("bias");
    return {axis.axis,
            QString::number(axis.size),
            double(i),
            double(tensor.axes.size() - 1 - i),
            edgeLength(axis.size),
            1,
            axis.size <= mostCells ? axis.size : 0,
            isKeras};
}

std::vector<MovingAxis> standing(const std::optional<TensorShape> &tensor)
{
    std::vector<MovingAxis> axes;
    for (std::size_t i = 0; tensor && i < tensor->axes.size(); ++i)
        axes.push_back(standing(*tensor, i));
    return axes;
}

std::vector<MovingAxis> moving(const MovingTensor &tensor)
{
    std::vector<MovingAxis> before = standing(tensor.from), after = standing(tensor.to), axes;
    for (MovingAxis axis : after) {
        const auto old = std::ranges::find(before, axis.axis, &MovingAxis::axis);
        if (old == before.end()) {
            axis.opacity = tensor.share;
        } else {
            axis.slot = between(old->slot, axis.slot, tensor.share);
            axis.fromEnd = between(old->fromEnd, axis.fromEnd, tensor.share);
            axis.length = between(old->length, axis.length, tensor.share);
            before.erase(old);
        }
        axes.push_back(axis);
    }
    for (MovingAxis axis : before) { // what is there no longer
        axis.opacity = 1 - tensor.share;
        if (axis.opacity > 0)
            axes.push_back(axis);
    }
    return axes;
}

/// 0 where an axis stands, 1 half way between two places.
double onTheWay(double place)
{
    return std::sin(std::numbers::pi * (place - std::floor(place)));
}

/// The last axis goes across, the one before it down, a third one back.
QPointF edgeDirection(double fromEnd)
{
    const QPointF ways[]{{1, 0}, {0, 1}, {0.5, -0.42}};
    const int i = std::clamp(int(fromEnd), 0, 1);
    return ways[i] + (ways[i + 1] - ways[i]) * std::min(fromEnd - i, 1.0);
}

void drawFace(QPainter &painter, const QPointF &corner, const QPointF &one, int cellsOne, const QPointF &other,
              int cellsOther, const Theme &theme)
{
    painter.setPen(QPen(theme.ink3, 1));
    painter.setBrush(theme.panel);
    painter.drawPolygon(QPolygonF{corner, corner + one, corner + one + other, corner + other});
    for (int i = 1; i < cellsOne; ++i)
        painter.drawLine(corner + one * i / cellsOne, corner + one * i / cellsOne + other);
    for (int i = 1; i < cellsOther; ++i)
        painter.drawLine(corner + other * i / cellsOther, corner + other * i / cellsOther + one);
}

void drawBox(QPainter &painter, const QRectF &where, std::vector<MovingAxis> axes, const Theme &theme, double pixels)
{
    std::ranges::stable_sort(axes, {}, &MovingAxis::fromEnd);
    std::vector<QPointF> edges;
    QPointF low, high;
    const double reach = std::min(where.width() / 1.5, where.height() / 1.42);
    for (const MovingAxis &axis : axes) {
        const double aside = axis.axis == Axis::batch ? onTheWay(axis.fromEnd) : 0; // so that two do not meet
        edges.push_back((edgeDirection(axis.fromEnd) + QPointF(-0.5, 0.1) * aside) * axis.length * reach
                        * (axis.opacity < 1 ? axis.opacity : 1));
        low = {low.x() + std::min(0.0, edges.back().x()), low.y() + std::min(0.0, edges.back().y())};
        high = {high.x() + std::max(0.0, edges.back().x()), high.y() + std::max(0.0, edges.back().y())};
    }
    const QPointF corner = where.center() - (low + high) / 2;
    const std::size_t n = edges.size();
    if (n > 2) {
        drawFace(painter, corner, edges[0], axes[0].cells, edges[2], axes[2].cells, theme);
        drawFace(painter, corner + edges[0], edges[1], axes[1].cells, edges[2], axes[2].cells, theme);
    }
    const QPointF down = n > 1 ? edges[1] : QPointF(0, 0.8 * pixels); // a vector is a strip
    drawFace(painter, corner, edges[0], axes[0].cells, down, n > 1 ? axes[1].cells : 0, theme);
    for (std::size_t i = 0; i < n; ++i)
        drawAxisEdge(painter, {corner, corner + edges[i]}, axes[i], theme, pixels);
}

void drawTiles(QPainter &painter, const QRectF &where, const std::vector<MovingAxis> &axes, const TensorMark *mark,
               const Theme &theme, double pixels)
{
    double wide = 0;
    for (const MovingAxis &axis : axes)
        wide = std::max(wide, axisTileWidth(axis.size, axisName(axis.axis), pixels));
    const double gap = 0.5 * pixels;
    wide = std::min(wide, (where.width() + gap) / double(std::max<std::size_t>(axes.size(), 1)) - gap);
    double places = 0;
    for (const MovingAxis &axis : axes)
        places = std::max(places, axis.slot + 1);
    const double left = where.center().x() - (places * (wide + gap) - gap) / 2;
    for (const MovingAxis &axis : axes) {
        const double rise = (axis.axis == Axis::batch ? 1.3 : -1) * onTheWay(axis.slot) * pixels; // past each other
        const QRectF tile(left + axis.slot * (wide + gap), where.top() + rise, wide, tileHeight * pixels);
        drawAxisTile(painter, tile, axis, theme, pixels);
        if (!mark || mark->axis != axis.axis)
            continue;
        painter.setPen(QPen(theme.ink, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(tile.adjusted(-4, -4, 4, 4), 7, 7);
    }
}

} // namespace

double tensorWidth(const TensorShape &tensor, double pixels)
{
    double widest = 0;
    for (const ShapeAxis &axis : tensor.axes)
        widest = std::max(widest, axisTileWidth(QString::number(axis.size), axisName(axis.axis), pixels));
    const double tiles = double(tensor.axes.size()) * (widest + 0.5 * pixels);
    return std::max(tiles, textWidth(QString::fromStdString(tensor.name), numberFont(1.1 * pixels, QFont::DemiBold)))
        + pixels;
}

void drawTensor(QPainter &painter, const QRectF &where, const MovingTensor &tensor, const TensorMark *mark,
                const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    if (!tensor.from || !tensor.to)
        painter.setOpacity(tensor.to ? tensor.share : 1 - tensor.share);
    const std::vector<MovingAxis> axes = moving(tensor);
    const QString name = QString::fromStdString(tensor.shown().name);
    drawText(painter, {where.center().x(), where.top() + 1.1 * pixels}, name, numberFont(1.1 * pixels, QFont::DemiBold),
             theme.ink, Align::centre);
    if (mark && !mark->axis) {
        painter.setPen(QPen(theme.ink, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(where.adjusted(1.5, -0.4 * pixels, -1.5, -1.5), 8, 8); // not through the name
    }
    QRectF rest = where.adjusted(4, nameHeight * pixels, -4, 0);
    drawTiles(painter, rest, axes, mark, theme, pixels);
    rest.setTop(rest.top() + (tileHeight + wordsHeight) * pixels);
    if (mark && !mark->given.isEmpty()) {
        drawText(painter, {where.center().x(), rest.top() + 0.9 * pixels},
                 QCoreApplication::translate("gatescope", "came: %1").arg(mark->given),
                 interfaceFont(pixels, QFont::DemiBold), theme.ink, Align::centre);
        rest.setTop(rest.top() + 1.3 * pixels);
    }
    if (rest.height() > 2.2 * pixels)
        drawBox(painter, rest.adjusted(0, 2, 0, -4), axes, theme, pixels);
}

QString inWords(const TensorShape &tensor)
{
    QStringList axes;
    for (const ShapeAxis &axis : tensor.axes)
        axes += axisName(axis.axis) + ' ' + QString::number(axis.size);
    return QStringLiteral("%1 %2: %3")
        .arg(QString::fromStdString(tensor.name), QString::fromStdString(written(tensor)), axes.join(u", "_qs));
}

} // namespace gatescope

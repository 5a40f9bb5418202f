// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/label_places.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

double lengthWithin(const QRectF &box, const QLineF &line)
{
    // Liang and Barsky: the shares of the way at which it enters and leaves.
    double enters = 0, leaves = 1;
    const auto clip = [&](double way, double room) {
        if (way == 0)
            return room >= 0;
        (way < 0 ? enters : leaves) = way < 0 ? std::max(enters, room / way) : std::min(leaves, room / way);
        return enters <= leaves;
    };
    const bool isIn = clip(-line.dx(), line.x1() - box.left()) && clip(line.dx(), box.right() - line.x1())
        && clip(-line.dy(), line.y1() - box.top()) && clip(line.dy(), box.bottom() - line.y1());
    return isIn ? (leaves - enters) * line.length() : 0;
}

void LabelPlaces::takeCurves(const QCustomPlot &canvas)
{
    for (int i = 0; i < canvas.graphCount(); ++i) {
        const QCPGraph &graph = *canvas.graph(i);
        if (!graph.visible() || graph.lineStyle() == QCPGraph::lsNone)
            continue;
        QPolygonF points;
        for (const QCPGraphData &point : *graph.data())
            points.append({graph.keyAxis()->coordToPixel(point.key), graph.valueAxis()->coordToPixel(point.value)});
        take(points, graph.pen().widthF());
    }
}

double LabelPlaces::covered(const QRectF &box) const
{
    double sum = 0;
    for (const Curve &curve : m_curves)
        for (qsizetype i = 1; i < curve.points.size(); ++i) {
            const QLineF line(curve.points[i - 1], curve.points[i]);
            if (std::max(line.x1(), line.x2()) >= box.left() && std::min(line.x1(), line.x2()) <= box.right())
                sum += lengthWithin(box, line) * curve.weight;
        }
    return sum;
}

std::optional<QRectF> LabelPlaces::place(const std::vector<QRectF> &wanted)
{
    std::optional<QRectF> best;
    double least = 0;
    for (const QRectF &box : wanted) {
        if (std::ranges::any_of(m_words, [&box](const QRectF &other) { return other.intersects(box); }))
            continue;
        const double lies = covered(box);
        if (best && lies >= least)
            continue;
        best = box;
        least = lies;
        if (lies == 0)
            break;
    }
    if (best)
        take(*best);
    return best;
}

} // namespace gatescope

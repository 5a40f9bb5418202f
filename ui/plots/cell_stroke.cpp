// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/cell_stroke.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace gatescope {

namespace {

/// One row for each cell kind.
struct Stroke {
    CellKind cell;
    std::vector<double> dashes; ///< pixels drawn and left out; none: solid
    double weight;              ///< times the width asked for
};

/// Corners of shapes on a circle of radius 1, from above and clockwise, in degrees; none: the circle itself.
struct Dot {
    std::vector<double> corners;
    double size = 1; ///< of that circle, by the disc that looks as large
};

/// A disc, a diamond and two pairs of triangles; a square, a flat and a high one; triangles up and down.
const Dot &dotOf(CellKind cell, int variant)
{
    static const std::vector<Dot> gru{
        {{}, 1}, {{0, 90, 180, 270}, 1.3}, {{45, 135, 315, 225}, 1.7}, {{45, 315, 135, 225}, 1.7}};
    static const std::vector<Dot> lstm{
        {{45, 135, 225, 315}, 1.25}, {{60, 120, 240, 300}, 1.3}, {{30, 150, 210, 330}, 1.3}};
    static const std::vector<Dot> rnn{{{0, 120, 240}, 1.5}, {{60, 180, 300}, 1.5}};
    const std::vector<Dot> &own = cell == CellKind::gru ? gru : cell == CellKind::lstm ? lstm : rnn;
    return own[std::size_t(variant) % own.size()];
}

const Stroke &strokeOf(CellKind cell)
{
    static const std::vector<Stroke> table{
        {CellKind::gru, {}, 1.0},
        {CellKind::lstm, {9, 5}, 0.9},
        {CellKind::rnn, {1.5, 5}, 1.0},
    };
    for (const Stroke &stroke : table)
        if (stroke.cell == cell)
            return stroke;
    return table.front();
}

} // namespace

QPen cellStroke(CellKind cell, const Theme &theme, double width, int variant, double scale)
{
    const Stroke &stroke = strokeOf(cell);
    const double weight = stroke.weight * width * scale * (variant > 0 ? 0.8 : 1);
    const QColor colour = cell == CellKind::gru ? theme.wire(Role::gradient)
        : cell == CellKind::lstm                ? theme.ink
                                                : theme.ink2;
    QPen pen(colour, weight, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QList<qreal> pattern;
    for (const double dash : variant > 0 && stroke.dashes.empty() ? std::vector<double>{16, 4} : stroke.dashes)
        pattern.append(dash * scale / weight);
    for (int dot = 0; dot < variant; ++dot)
        pattern << 2.5 * scale / weight << 4 * scale / weight;
    if (!pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

QPainterPath cellDot(CellKind cell, int variant, double radius)
{
    const Dot &dot = dotOf(cell, variant);
    QPainterPath path;
    if (dot.corners.empty()) {
        path.addEllipse(QPointF(), radius, radius);
        return path;
    }
    QPolygonF corners;
    for (const double degrees : dot.corners) {
        const double turn = degrees / 180 * std::numbers::pi;
        corners << radius * dot.size * QPointF(std::sin(turn), -std::cos(turn));
    }
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPen sweepStroke(CellKind cell, const Theme &theme, std::size_t entry, std::size_t entries, double scale)
{
    QPen pen = cellStroke(cell, theme, 2.5, 0, scale);
    const double share = double(entry) / double(std::max<std::size_t>(2, entries) - 1);
    pen.setColor(blended(pen.color(), 0.3 + 0.7 * share, theme.paper));
    return pen;
}

QColor cellInk(CellKind cell, const Theme &theme)
{
    return cell == CellKind::gru ? theme.of(Role::gradient).text : cell == CellKind::lstm ? theme.ink : theme.ink2;
}

int variantOf(const RacePlan &plan, std::size_t entry)
{
    const auto isAlike = [&](const RaceEntry &other) { return other.spec.cell == plan.entries[entry].spec.cell; };
    return int(std::count_if(plan.entries.begin(), plan.entries.begin() + std::ptrdiff_t(entry), isAlike));
}

QPen paleStroke(CellKind cell, const Theme &theme, int variant, double scale)
{
    QPen pen = cellStroke(cell, theme, 1.1, variant, scale);
    pen.setColor(blended(pen.color(), 0.5, theme.paper));
    return pen;
}

} // namespace gatescope

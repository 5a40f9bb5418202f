// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/stage/stage_levels.h"

#include "ui/drawing/cell/cell_geometry.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/network/network_drawing.h"
#include "ui/drawing/network/network_layout.h"
#include "ui/drawing/unit/unit_drawing.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

QRectF cellInNetwork(const QSizeF &size, const Scene &scene, const HitAreas &)
{
    return currentGlyph(size, scene);
}

} // namespace

const std::vector<StageLevel> &stageLevels()
{
    static const std::vector<StageLevel> table{
        {"network", drawNetwork, nullptr},
        {"cell", drawCell, cellInNetwork},
        {"unit", drawUnit, followedValue},
    };
    return table;
}

QRectF followedValue(const QSizeF &size, const Scene &scene, const HitAreas &cell)
{
    const CellPlan plan = cellPlan(size, scene.spec().hiddenSize, scene.playhead.unit, scene.classroom);
    QRectF found;
    if (showsHead(scene.playhead, scene.spec())) {
        const auto answer = std::ranges::find_if(
            cell, [&](const HitArea &area) { return area.leadsTo.output == scene.playhead.output; });
        if (answer != cell.end())
            return answer->where;
    }
    for (const HitArea &area : cell) {
        const bool followed
            = area.leadsTo.unit == scene.playhead.unit && std::abs(area.where.height() - plan.rows.focus) < 0.5;
        if (followed && (area.leadsTo.part == scene.playhead.part || found.isNull()))
            found = area.where;
    }
    return found.isNull() ? QRectF(size.width() * 0.4, plan.lowerTop, size.width() * 0.05, plan.rows.focus) : found;
}

} // namespace gatescope

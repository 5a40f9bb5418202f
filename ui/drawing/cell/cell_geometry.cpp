// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_geometry.h"

#include "ui/drawing/marks/board.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double rowPitch = 24;
constexpr double focusHeight = 40;
constexpr double largestRows = 1.5; ///< by this they grow where units are few

// Left edges on the drawing board. Between r, u, p, w there is room for an operator.
constexpr GruColumns resetAfter{.width = 80,
                                .hBefore = 64,
                                .z = 184,
                                .r = 368,
                                .h = 0,
                                .u = 528,
                                .p = 688,
                                .w = 848,
                                .n = 1056,
                                .hAfter = 1232,
                                .capOld = 880,
                                .capNew = 1084,
                                .capWidth = 24};
constexpr GruColumns resetBefore{.width = 80,
                                 .hBefore = 64,
                                 .z = 168,
                                 .r = 312,
                                 .h = 444,
                                 .u = 714,
                                 .p = 572,
                                 .w = 876,
                                 .n = 1056,
                                 .hAfter = 1232,
                                 .capOld = 880,
                                 .capNew = 1084,
                                 .capWidth = 24};

/// A symbol with words under it.
struct LabelHeights {
    double symbols, words, total;
};

LabelHeights labelHeights(const CellPlan &plan)
{
    const double symbol = plan.type(24);
    const double words = plan.type(16);
    LabelHeights heights;
    heights.symbols = symbol * 0.78;
    heights.words = heights.symbols + std::max(plan.down(20), symbol * 0.3 + words * 0.78);
    heights.total = heights.words + words * 0.25 + std::max(plan.down(10), 4.0);
    return heights;
}

/// Rows of a band this high: at the board's sizes where they fit, larger where units are few; up to 16 units keep 12
/// for each row.
RowLayout rowsWithin(const CellPlan &plan, double band, int units, int followed)
{
    const double usual = plan.down((units - 1) * rowPitch + focusHeight);
    if (band > usual && !plan.classroom) {
        const double larger = std::min(largestRows, band / usual);
        return {units, followed, plan.down(rowPitch) * larger, plan.down(focusHeight) * larger};
    }
    const double wanted = plan.down(plan.classroom ? focusHeight + 8 : focusHeight);
    const double smallest = std::max(plan.down(plan.classroom ? 38 : 30), 20.0);
    const double left = band - (units - 1) * plan.down(12);
    const double focus = units <= 16 ? std::clamp(left, std::min(smallest, wanted), wanted) : wanted;
    return RowLayout::fitting(units, followed, band, plan.down(rowPitch), focus);
}

} // namespace

double CellPlan::rowScale() const
{
    return std::max(1.0, rows.pitch / down(rowPitch));
}

double CellPlan::type(double pixels) const
{
    return std::max(11.0, (classroom ? classroomType(pixels) : pixels) * scale);
}

CellPlan cellPlan(const QSizeF &size, int units, int followed, bool classroom)
{
    CellPlan plan;
    plan.size = size;
    plan.sx = size.width() / boardWidth;
    plan.sy = size.height() / boardHeight;
    plan.scale = std::min(plan.sx, plan.sy);
    plan.classroom = classroom;

    const LabelHeights labels = labelHeights(plan);
    const double header = std::max(plan.down(44), plan.type(15) * 1.75 + 4);
    const double bend = std::max(plan.down(28), 14.0);
    const bool bracket = plan.sy > 0.8;
    const double overLabels = bracket ? bend + plan.down(8) + plan.type(16) * 1.3 : bend + 8;
    plan.squashRadius = std::max(plan.mark(14), 8.0);
    const double squash = plan.squashRadius + plan.down(4);
    const double matrixNames = squash + plan.squashRadius + plan.type(17) * 0.9;
    const double stateRail = std::max(plan.down(64), matrixNames + plan.type(17) * 0.3 + 2);
    const double inputRail = stateRail + std::max(plan.down(16), 8.0);
    const double strip = inputRail + std::max(plan.down(14), 7.0);
    plan.stripHeight = std::max(plan.down(22), plan.type(12) + 6);
    const double foot = std::max(plan.down(8), 6.0); // room for a ring around the strip

    // Over the lower band a wire may run.
    const double underLabels = plan.down(4);
    const double fixed
        = header + labels.total + overLabels + labels.total + underLabels + strip + plan.stripHeight + foot;
    const double band = std::max(20.0, (size.height() - fixed) / 2);
    plan.rows = rowsWithin(plan, band, units, followed);
    // What few units leave free goes between the bands and around them.
    const double spare = std::max(0.0, size.height() - fixed - 2 * plan.rows.total());

    plan.header = header * 0.64;
    plan.upperSymbols = header + spare * 0.3 + labels.symbols;
    plan.upperWords = header + spare * 0.3 + labels.words;
    plan.upperTop = header + spare * 0.3 + labels.total;
    plan.upperBottom = plan.upperTop + plan.rows.total();
    plan.bend = plan.upperBottom + bend;
    const double lowerLabels = plan.upperBottom + spare * 0.3 + overLabels;
    plan.bracketWords = bracket ? lowerLabels - plan.type(16) * 0.45 : 0;
    plan.lowerSymbols = lowerLabels + labels.symbols;
    plan.lowerWords = lowerLabels + labels.words;
    plan.lowerTop = lowerLabels + labels.total + underLabels;
    plan.lowerBottom = plan.lowerTop + plan.rows.total();
    plan.squash = plan.lowerBottom + squash;
    plan.matrixNames = plan.lowerBottom + matrixNames;
    plan.stateRail = plan.lowerBottom + stateRail;
    plan.inputRail = plan.lowerBottom + inputRail;
    plan.stripTop = plan.lowerBottom + strip;
    return plan;
}

GruColumns gruColumns(ResetPlacement reset, const CellPlan &plan)
{
    GruColumns columns = reset == ResetPlacement::after ? resetAfter : resetBefore;
    for (double *edge : {&columns.width, &columns.hBefore, &columns.z, &columns.r, &columns.h, &columns.u, &columns.p,
                         &columns.w, &columns.n, &columns.hAfter, &columns.capOld, &columns.capNew, &columns.capWidth})
        *edge = plan.across(*edge);
    if (plan.classroom)
        columns.capOld -= plan.across(100); // room for a knob whose number is read from the last row
    return columns;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_signs.h"

#include "ui/common/numbers.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double leastPitch = 11; ///< of rows that have a sign of their own

/// Of the circle in the followed row, which leaves its neighbours' cells free.
double circleRadius(const CellPlan &plan)
{
    return std::min(std::max(8.0, plan.mark(15)), plan.rows.focus / 2);
}

/// Where the cells reach into the gap there is no room for a circle.
constexpr double narrowScale = 0.42;

double bandTop(const CellPlan &plan, Band band)
{
    return band == Band::lower ? plan.lowerTop : plan.upperTop;
}

void drawInRow(CellCanvas &canvas, Band band, double x, int row, const QString &sign, int part)
{
    const CellPlan &plan = canvas.plan();
    const bool isFollowed = row == canvas.followed();
    const double pixels = isFollowed ? plan.type(26) : std::min(plan.type(15), plan.rows.pitch);
    const Theme &theme = canvas.theme();
    drawSign(canvas.painter(), {x, bandTop(plan, band) + plan.rows.middle(row)}, sign, pixels,
             canvas.faded(isFollowed ? theme.ink : theme.ink3, part));
}

} // namespace

void drawRowSign(CellCanvas &canvas, const RowSign &sign)
{
    const CellPlan &plan = canvas.plan();
    const double top = bandTop(plan, sign.band);
    const double y = top + plan.rows.middle(plan.rows.followed);
    const double radius = circleRadius(plan);
    if (sign.circled && plan.sx >= narrowScale)
        drawOperator(canvas.painter(), {sign.x, y}, radius, sign.sign, canvas.faded(canvas.theme().ink, sign.part),
                     canvas.theme());
    else
        drawInRow(canvas, sign.band, sign.x, plan.rows.followed, sign.sign, sign.part);
    if (!sign.says.isEmpty())
        canvas.operation({sign.x - radius, y - radius, 2 * radius, 2 * radius}, sign.part, sign.says,
                         {sign.symbol, sign.symbol.isEmpty() ? -1 : canvas.followed()});
    canvas.emphasis().operations({sign.x - radius, top, 2 * radius, plan.rows.total()}, sign.symbol);
    for (int row = 0; plan.rows.pitch >= leastPitch && row < plan.rows.count; ++row) {
        if (row != plan.rows.followed)
            drawInRow(canvas, sign.band, sign.x, row, sign.sign, sign.part);
    }
}

void drawEqualsSign(CellCanvas &canvas, const EqualsSign &sign)
{
    const CellPlan &plan = canvas.plan();
    const bool isKnown = canvas.computed(sign.part) >= 1;
    for (int row = 0; row < plan.rows.count; ++row) {
        if (row == plan.rows.followed || plan.rows.pitch >= leastPitch)
            drawInRow(canvas, Band::lower, sign.x, row,
                      isKnown ? equalsOnStage(sign.reckoned[row], sign.made[row]) : u"="_qs, sign.part);
    }
    const double half = circleRadius(plan);
    canvas.emphasis().operations({sign.x - half, plan.lowerTop, 2 * half, plan.rows.total()}, sign.symbol);
}

Vector shownOnStage(const Vector &values)
{
    return values.unaryExpr([](double value) { return shownOnStage(value); });
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_geometry.h"

#include "ui/drawing/marks/board.h"
#include "ui/drawing/marks/scales.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double productPitch = 36;
constexpr double largestFew = 1.75; ///< by this rows grow that are all there is
constexpr double largestDigits = 24;
constexpr double narrowestCurve = 3; ///< the curve is shown at least from −3 to 3

using Kind = UnitTerm::Kind;

/// A mean belongs to the products before it, the rest to those of its kind.
bool beginsGroup(const std::vector<UnitTerm> &terms, int row, int inner)
{
    if (row == 0)
        return false;
    if (row == inner)
        return true;
    if (terms[row].kind == Kind::gated && terms[row - 1].kind == Kind::gated)
        return true;
    const Kind before = terms[row - 1].groupKind(), here = terms[row].groupKind();
    return here != before && here != Kind::centring;
}

int gapsIn(const std::vector<UnitTerm> &terms, int inner)
{
    int gaps = 0;
    for (int row = 0; row < int(terms.size()); ++row)
        gaps += beginsGroup(terms, row, inner);
    return gaps;
}

/// The largest |partial sum| of rows that start at 0.
double farthest(const std::vector<UnitTerm> &terms, int first, int end)
{
    double sum = 0, most = 0;
    for (int row = first; row < end; ++row) {
        sum += terms[row].product;
        most = std::max(most, std::abs(sum));
    }
    return most;
}

} // namespace

int UnitPlan::room(int gaps) const
{
    return std::max(4, static_cast<int>((rowsBottom - rowsTop - gaps * gap) / leastPitch));
}

UnitPlan unitPlan(const QSizeF &size, bool classroom)
{
    UnitPlan plan;
    plan.size = size;
    plan.sx = size.width() / boardWidth;
    plan.sy = size.height() / boardHeight;
    plan.scale = std::min(plan.sx, plan.sy);
    const auto type
        = [&](double pixels) { return std::max(11.0, (classroom ? classroomType(pixels) : pixels) * plan.scale); };
    plan.digits = std::max(11.0, (classroom ? 24 : 15) * plan.scale);
    plan.header = plan.down(28);
    plan.titles = plan.down(40) + type(16) * 1.25;
    plan.subtitles = plan.titles + type(14) * 1.3;
    plan.rowsTop = std::max(plan.down(104), plan.subtitles + type(14) * 0.6);
    plan.wordsTop = plan.rowsTop;
    plan.curveTop = plan.down(536);
    plan.curveBottom = std::min(plan.down(696), size.height() - type(14) * 2.1);
    plan.axisNumbers = plan.curveBottom + 6 + type(14) * 1.25;
    plan.rowsBottom = plan.curveTop - std::max(plan.down(36), type(18) * 1.7);
    plan.gap = plan.down(12);
    plan.leastPitch = plan.digits * 1.34;
    plan.symbol = plan.across(64);
    plan.weight = plan.across(112);
    plan.cell = std::max(plan.across(80), plan.digits * 0.6 * 5 + 6); // "−0.91"
    const double wider = plan.cell - plan.across(80);                 // where it is narrow; the sum gives the room
    plan.times = plan.across(208) + wider;
    plan.value = plan.across(224) + wider;
    plan.equals = plan.across(322) + 2 * wider;
    plan.productAxis = plan.across(440) + 2 * wider;
    plan.productHalf = plan.across(100);
    plan.sumLeft = plan.across(600) + 2 * wider;
    plan.sumRight = plan.across(984);
    plan.groups = plan.across(1004);
    plan.groupNumbers = plan.across(1148);
    plan.words = plan.across(1184);
    plan.right = plan.across(1444);
    plan.tank = plan.across(1064);
    plan.tankWidth = std::max(plan.across(56), plan.digits * 0.6 * 5 + 6); // "−0.99"
    plan.fader = plan.down(620);
    return plan;
}

UnitRows unitRows(const UnitPlan &plan, const UnitSum &sum, bool hasCurve, int always, Pass pass)
{
    UnitRows rows;
    const int room = plan.room(3);
    if (sum.inner.empty()) {
        rows.terms = fitting(sum.terms, room, always, pass);
    } else {
        const int outer = std::clamp(room - int(sum.inner.size()), room / 2, room);
        const std::vector<UnitTerm> terms = fitting(sum.terms, outer, always);
        rows.terms = fitting(sum.inner, room - int(terms.size()), always);
        rows.inner = static_cast<int>(rows.terms.size());
        rows.terms.insert(rows.terms.end(), terms.begin(), terms.end());
    }
    const int count = static_cast<int>(rows.terms.size());
    const double gaps = gapsIn(rows.terms, rows.inner) * plan.gap;
    rows.pitch = std::min(plan.down(productPitch), (plan.rowsBottom - plan.rowsTop - gaps) / std::max(1, count));
    double y = plan.rowsTop;
    double product = 0;
    for (int row = 0; row < count; ++row) {
        y += beginsGroup(rows.terms, row, rows.inner) ? plan.gap : 0;
        rows.tops.push_back(y);
        y += rows.pitch;
        product = std::max(product, std::abs(rows.terms[row].product));
    }
    // One scale for both: the sum's axis is longer than a product's.
    const double longer = (plan.sumRight - plan.sumLeft) / 2 / plan.productHalf;
    rows.scale = niceScale(std::max({hasCurve ? narrowestCurve : 1.0, product * longer,
                                     farthest(rows.terms, 0, rows.inner), farthest(rows.terms, rows.inner, count)}));
    return rows;
}

UnitPlan withoutCurve(UnitPlan plan)
{
    plan.rowsBottom = plan.size.height() - plan.down(48);
    return plan;
}

UnitPlan enlarged(UnitPlan plan, UnitRows &rows)
{
    if (rows.terms.empty())
        return plan;
    const double larger
        = std::clamp((plan.rowsBottom - plan.rowsTop) / (rows.bottom() - plan.rowsTop), 1.0, largestFew);
    for (double &top : rows.tops)
        top = plan.rowsTop + (top - plan.rowsTop) * larger;
    rows.pitch *= larger;
    plan.digits = std::max(plan.digits, std::min(plan.digits * larger, largestDigits * plan.scale));
    return plan;
}

UnitPlan lowered(UnitPlan plan, UnitRows &rows)
{
    const double spare = plan.rowsBottom - rows.bottom();
    const double by = spare > 3 * rows.pitch ? std::max(0.0, (spare - (plan.rowsTop - plan.titles)) / 2) : 0;
    for (double *height : {&plan.titles, &plan.subtitles, &plan.rowsTop})
        *height += by;
    for (double &top : rows.tops)
        top += by;
    return plan;
}

std::vector<UnitGroup> groupsOf(const UnitRows &rows)
{
    std::vector<UnitGroup> groups;
    for (int row = 0; row < int(rows.terms.size()); ++row) {
        if (groups.empty() || beginsGroup(rows.terms, row, rows.inner))
            groups.push_back({row, row, rows.terms[row].groupKind(), 0});
        groups.back().last = row;
        groups.back().total += rows.terms[row].product;
    }
    return groups;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_story.h"

#include <QSizeF>

namespace gatescope {

/// Where things of a unit's picture stand, in pixels. From left to right: rows of weight × value = product, the sum
/// that the products move, the names of its groups, words. Under the sum the curve, on the sum's own axis; beside the
/// curve the tank, on the curve's other axis; then what becomes of it.
struct UnitPlan {
    QSizeF size;
    double sx = 1, sy = 1, scale = 1;
    double digits = 15;                           ///< pixels of the numbers in rows
    double header = 0, titles = 0, subtitles = 0; ///< baselines
    double rowsTop = 0, rowsBottom = 0;
    double wordsTop = 0; ///< few rows stand lower
    double gap = 12;     ///< between groups of rows
    double leastPitch = 15;
    double symbol = 0, weight = 0, times = 0, value = 0, equals = 0, cell = 0; ///< left edges; `cell` is a width
    double productAxis = 0, productHalf = 0;
    double sumLeft = 0, sumRight = 0, groups = 0, groupNumbers = 0, words = 0, right = 0;
    double curveTop = 0, curveBottom = 0, axisNumbers = 0;
    double tank = 0, tankWidth = 0;
    double fader = 0; ///< height of its track

    double across(double x) const { return x * sx; }
    double down(double y) const { return y * sy; }
    double sumMiddle() const { return (sumLeft + sumRight) / 2; }
    /// How many rows fit with so many gaps between them.
    int room(int gaps) const;
};
UnitPlan unitPlan(const QSizeF &size, bool classroom);

/// The rows of one picture: what stands in them, where, and on which scale.
struct UnitRows {
    std::vector<UnitTerm> terms; ///< inner ones first
    int inner = 0;               ///< how many belong to the sum that a later row multiplies
    std::vector<double> tops;
    double pitch = 0;
    double scale = 1; ///< value at the right end of the sum's axis

    double middle(int row) const { return tops[row] + pitch / 2; }
    double bottom() const { return tops.empty() ? 0 : tops.back() + pitch; }
};
/// The term of index `always` is among them.
UnitRows unitRows(const UnitPlan &plan, const UnitSum &sum, bool hasCurve, int always = -1, Pass pass = Pass::forward);

/// Where no curve stands under the rows, they have its room.
UnitPlan withoutCurve(UnitPlan plan);

/// Few rows alone become larger, their numbers with them, as far as there is room: the plan with these numbers.
UnitPlan enlarged(UnitPlan plan, UnitRows &rows);

/// Few rows stand in the middle between the header and the axis onto which their sum drops: the plan with its titles
/// there, the rows moved.
UnitPlan lowered(UnitPlan plan, UnitRows &rows);

/// Products of one kind that stand together, and their sum.
struct UnitGroup {
    int first = 0, last = 0;
    UnitTerm::Kind kind = UnitTerm::Kind::input;
    double total = 0;
};
std::vector<UnitGroup> groupsOf(const UnitRows &rows);

} // namespace gatescope

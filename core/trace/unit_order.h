// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/moment.h"

#include <span>
#include <vector>

namespace gatescope {

/// By what the units of a layer are put in order.
struct UnitOrder {
    enum class By {
        number,
        mean,     ///< of a part over all steps: of the gate that keeps, the longest memory first
        movement, ///< how far the state goes from step to step, on average
        likeness, ///< units whose state goes alike lie together, see unitsByLikeness
        value     ///< of a part at one step
    };
    By by = By::number;
    Part part = Part::state;
    int step = 0; ///< of the value

    bool operator==(const UnitOrder &) const = default;
};

/// What the order compares, [unit]: 0 for all where it compares numbers, or pairs of units. The moment says which
/// layer, direction and sequence.
Vector orderedBy(const UnitOrder &order, const Trace &trace, const Moment &where);

/// Every unit once, the largest first; units that are equal stay in the order of their numbers. By likeness it takes
/// long where they are many.
std::vector<int> unitsInOrder(const UnitOrder &order, const Trace &trace, const Moment &where);

/// One thing that is wanted of a unit at one step.
struct UnitCondition {
    Part part = Part::state;
    bool isAbove = true; ///< the bound, or under it
    double bound = 0.5;
    int step = 0;

    bool operator==(const UnitCondition &) const = default;
};

/// The units of which all of it is true: those that are on here and off there.
std::vector<int> unitsWhere(std::span<const UnitCondition> wanted, const Trace &trace, const Moment &where);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/unit_order.h"

#include "core/trace/unit_likeness.h"

#include <algorithm>
#include <numeric>

namespace gatescope {

Vector orderedBy(const UnitOrder &order, const Trace &trace, const Moment &where)
{
    const int units = trace.spec.hiddenSize, steps = trace.length(where.sequence);
    const LayerTrace &layer = trace.at(where.layer, where.direction);
    Vector sums = Vector::Zero(units);
    switch (order.by) {
    case UnitOrder::By::number:
    case UnitOrder::By::likeness:
        return sums;
    case UnitOrder::By::value:
        return layer[order.part].at(std::clamp(order.step, 0, steps - 1), where.sequence);
    case UnitOrder::By::mean:
        for (int step = 0; step < steps; ++step)
            sums += layer[order.part].at(step, where.sequence);
        return sums / steps;
    case UnitOrder::By::movement:
        for (int step = 1; step < steps; ++step)
            sums += (layer[Part::state].at(step, where.sequence) - layer[Part::state].at(step - 1, where.sequence))
                        .cwiseAbs();
        return sums / std::max(1, steps - 1);
    }
    return sums;
}

std::vector<int> unitsInOrder(const UnitOrder &order, const Trace &trace, const Moment &where)
{
    if (order.by == UnitOrder::By::likeness)
        return unitsByLikeness(trace, where).value(); // nobody asks it to stop
    const Vector values = orderedBy(order, trace, where);
    std::vector<int> units(static_cast<std::size_t>(values.size()));
    std::iota(units.begin(), units.end(), 0);
    std::ranges::stable_sort(units, [&](int a, int b) { return values[a] > values[b]; });
    return units;
}

std::vector<int> unitsWhere(std::span<const UnitCondition> wanted, const Trace &trace, const Moment &where)
{
    const LayerTrace &layer = trace.at(where.layer, where.direction);
    const auto isTrue = [&](const UnitCondition &condition, int unit) {
        const double value = layer[condition.part](condition.step, where.sequence, unit);
        return condition.isAbove ? value > condition.bound : value < condition.bound;
    };
    std::vector<int> units;
    for (int unit = 0; unit < trace.spec.hiddenSize; ++unit)
        if (std::ranges::all_of(wanted, [&](const UnitCondition &condition) { return isTrue(condition, unit); }))
            units.push_back(unit);
    return units;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/breakpoints/breakpoint_search.h"

#include "core/experiment/input/letters.h"

#include <cassert>

namespace gatescope {

namespace {

/// The vector that a breakpoint looks at; none where the run has no such array.
std::optional<Vector> vectorAt(const Breakpoint &breakpoint, const BreakpointSight &sight, const Moment &moment)
{
    const Trace &trace = sight.trace;
    if (breakpoint.looks == Breakpoint::Looks::input)
        return trace.batch->x.at(moment.step, moment.sequence);
    const bool ofGradients = breakpoint.looks == Breakpoint::Looks::gradients;
    if (ofGradients && !sight.gradients)
        return std::nullopt;
    const LayerTrace &layer = ofGradients ? sight.gradients->at(trace.spec, moment.layer, moment.direction)
                                          : trace.at(moment.layer, moment.direction);
    const auto found = layer.parts.find(breakpoint.part);
    if (found == layer.parts.end())
        return std::nullopt;
    return found->second.at(moment.step, moment.sequence);
}

std::optional<double> reduced(const Breakpoint &breakpoint, const Vector &values)
{
    switch (breakpoint.reduction) {
    case Breakpoint::Reduction::unit:
        if (breakpoint.unit >= values.size())
            return std::nullopt;
        return values[breakpoint.unit];
    case Breakpoint::Reduction::largest:
        return values.maxCoeff();
    case Breakpoint::Reduction::smallest:
        return values.minCoeff();
    case Breakpoint::Reduction::mean:
        return values.mean();
    case Breakpoint::Reduction::length:
        return values.norm();
    }
    return std::nullopt;
}

bool compares(Breakpoint::Comparison comparison, double value, double bound)
{
    switch (comparison) {
    case Breakpoint::Comparison::above:
        return value > bound;
    case Breakpoint::Comparison::atLeast:
        return value >= bound;
    case Breakpoint::Comparison::under:
        return value < bound;
    case Breakpoint::Comparison::atMost:
        return value <= bound;
    }
    return false;
}

/// To read a letter is an event of its step, so two in a row are two; everything else is a state that lasts.
bool isEvent(const Breakpoint &breakpoint)
{
    return breakpoint.looks == Breakpoint::Looks::letter && !breakpoint.isNot;
}

bool isReal(const Trace &trace, const Moment &moment)
{
    return moment.step >= 0 && moment.step < trace.length(moment.sequence);
}

} // namespace

std::optional<double> valueAt(const Breakpoint &breakpoint, const BreakpointSight &sight, const Moment &moment)
{
    if (breakpoint.looks == Breakpoint::Looks::letter || !isReal(sight.trace, moment))
        return std::nullopt;
    const auto values = vectorAt(breakpoint, sight, moment);
    return values ? reduced(breakpoint, *values) : std::nullopt;
}

bool holds(const Breakpoint &breakpoint, const BreakpointSight &sight, const Moment &moment)
{
    if (breakpoint.looks == Breakpoint::Looks::letter) {
        if (!sight.label || !isReal(sight.trace, moment))
            return false;
        return (sight.label(moment.sequence, moment.step) == visibleLetter(breakpoint.letter)) != breakpoint.isNot;
    }
    const auto value = valueAt(breakpoint, sight, moment);
    return value && compares(breakpoint.comparison, *value, breakpoint.bound);
}

std::optional<BreakpointHit> nextHit(std::span<const Breakpoint> breakpoints, const BreakpointSight &sight,
                                     const Moment &from, int sense)
{
    assert(sense == 1 || sense == -1);
    std::vector<bool> held;
    for (const Breakpoint &breakpoint : breakpoints)
        held.push_back(holds(breakpoint, sight, from));
    Moment moment = from;
    for (moment.step += sense; isReal(sight.trace, moment); moment.step += sense) {
        std::optional<BreakpointHit> hit;
        for (std::size_t i = 0; i < breakpoints.size(); ++i) {
            const bool now = holds(breakpoints[i], sight, moment);
            if (now && (!held[i] || isEvent(breakpoints[i])) && !hit)
                hit = {moment.step, i};
            held[i] = now;
        }
        if (hit)
            return hit;
    }
    return std::nullopt;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/breakpoints/breakpoint.h"
#include "core/trace/moment.h"

#include <functional>
#include <optional>
#include <span>

namespace gatescope {

/// What a breakpoint can look at: a run, the gradients of its loss where there are any, and what stands over its steps.
struct BreakpointSight {
    const Trace &trace;
    const GradientTrace *gradients = nullptr;
    std::function<std::string(int sequence, int step)> label; ///< as stepLabel says it; may be empty
};

/// The number that is compared, at a moment; none where there is no such number, and for one that looks at letters.
std::optional<double> valueAt(const Breakpoint &breakpoint, const BreakpointSight &sight, const Moment &moment);

/// Whether the condition is true at a moment. It is not where there is nothing to look at.
bool holds(const Breakpoint &breakpoint, const BreakpointSight &sight, const Moment &moment);

/// A step at which a breakpoint becomes true.
struct BreakpointHit {
    int step = 0;
    std::size_t breakpoint = 0; ///< the first of those that become true there

    bool operator==(const BreakpointHit &) const = default;
};

/// The first step after `from` at which one of them becomes true: it holds there and did not one step before. So one
/// that holds where somebody stands stops them only when it has been false in between; only a letter is met anew at
/// each step that reads it. `sense` is +1 towards later steps
/// of the input, −1 towards earlier ones.
std::optional<BreakpointHit> nextHit(std::span<const Breakpoint> breakpoints, const BreakpointSight &sight,
                                     const Moment &from, int sense);

} // namespace gatescope

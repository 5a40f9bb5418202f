// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/merging.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace gatescope {

/// How long a layer takes for a batch by one way, in seconds. Half of the rounds lie between low and high.
struct WayTime {
    double median = 0, low = 0, high = 0;

    /// Whether the middle half of its rounds lies below that of the other, whatever the rest did.
    bool isMiddleHalfFaster(const WayTime &than) const { return high < than.low; }
};

struct MergingTime {
    std::array<WayTime, productWays> ways = {};
    int rounds = 0; ///< of which each times every way once
};

/// Seconds since whenever.
using SecondsClock = std::function<double()>;
SecondsClock steadyClock();

/// Reads the batch by each way in turn, in single precision, on this thread: the whole forward pass, products and
/// gates. None: it was stopped.
std::optional<MergingTime> timeMerging(const MergedLayer &layer, const std::stop_token &stop,
                                       const SecondsClock &clock = steadyClock());

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/merging.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace gatescope {

/// How long a layer takes for a batch by one way, in seconds.
struct WayTime {
    double median = 0, least = 0, most = 0;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/moment.h"

#include <stop_token>
#include <vector>

namespace gatescope {

/// Steps in a row, and how far a layer's values went there from those of another stretch of the same length.
struct SimilarStretch {
    int first = 0;
    double distance = 0; ///< 0: the same values; about 1: as far apart as steps picked at random
};

/// Where in the sequence a layer went as it does in the `length` steps from `where.step` on: the stretches whose values
/// of `part` lie nearest to those, the nearest first. None shares a step with another or with the one that is asked
/// about. The distance is the root of the mean squared difference over steps and units, divided by what it is on
/// average between two steps of the sequence. A stretch that the sequence does not have is like no other. Work that was
/// asked to stop answers with nothing.
std::vector<SimilarStretch> similarStretches(const Trace &trace, const Moment &where, Part part, int length,
                                             std::size_t most, std::stop_token stop = {});

} // namespace gatescope

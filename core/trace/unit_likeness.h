// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/moment.h"

#include <stop_token>
#include <vector>

namespace gatescope {

/// Every unit of a layer once, so that units whose state goes alike over the sequence lie together: the leaves of a
/// tree of clusters, joined by average linkage on 1 − correlation, each pair of branches turned so that the ends that
/// meet are the likest of the four. The moment says which layer, direction and sequence; its step is not asked.
///
/// Of a sequence longer than 512 steps, 512 are compared: one from each of as many equally long stretches, drawn by a
/// fixed seed, so that no rhythm of the input is kept in step with. Units that do not move by more than 1e−6 over the
/// compared steps, and those that are not finite, have no correlation: they come last, by number. The same run gives
/// the same order; where distances are equal to 1e−6 the smaller number comes first.
///
/// Takes O(units² · compared steps), and 8 bytes for each pair of units. Refused once somebody asks it to stop.
Result<std::vector<int>> unitsByLikeness(const Trace &trace, const Moment &where, const std::stop_token &stop = {});

/// Products that it takes, in all.
double likenessEffort(int units, int steps);

} // namespace gatescope

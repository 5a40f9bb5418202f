// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"

namespace gatescope {

/// What grows from one network of a sweep to the next.
enum class SweepOver { units, layers };

/// The same network in sizes from too small to too large, each from every seed and to the last update: a race of sizes.
/// `network` is the cell and all that stays as it is.
RacePlan sweepPlan(RacePlan plan, const RaceEntry &network, SweepOver over);

/// One size of a sweep: medians over its runs of where training and held-out data stood after the last update.
struct SweepPoint {
    int size = 0; ///< units, or layers
    std::int64_t parameters = 0;
    std::vector<double> training, heldOut; ///< the loss of each run
    double trainingMedian = 0, heldOutMedian = 0;
};

/// The sizes whose runs are over, rising. A run of a task that holds nothing out has no point.
std::vector<SweepPoint> sweepPoints(const RacePlan &plan, const std::vector<RaceRun> &runs, SweepOver over);

/// What grows in the plan, where its entries differ in nothing else and go to the end.
std::optional<SweepOver> sweptBy(const RacePlan &plan);

/// Where held-out data are best, and whether they get worse while training still gets better: what over- and
/// underfitting are. Nothing is said before two sizes are over.
std::vector<Sentence> sweepVerdict(const std::vector<SweepPoint> &points, SweepOver over);

} // namespace gatescope

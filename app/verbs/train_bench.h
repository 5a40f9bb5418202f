// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/verbs/window_bench.h"

#include <QSize>

namespace gatescope {

/// A training while somebody uses the window.
struct TrainBench {
    std::vector<TourPhase> inputs; ///< by what was done; the times from the posted input to the painted frame
    int threads = 0;               ///< that trained
    int updates = 0;               ///< made meanwhile
    double seconds = 0;
    double updatesPerSecond = 0;

    TourPhase whole() const;
};

/// What a training is made of.
struct TrainBenchPlan {
    QSize size{1920, 1080};
    int hidden = 128, length = 100;
    int threads = 0; ///< 0: as many as the machine has
    double seconds = 120;
};

/// Opens the real window at the place Train, lets a network learn on all cores as fast as it can, and uses the window
/// meanwhile: fields of the form, the pointer over charts, a drag through the history, the way to Explore and back. The
/// sentence says why the training could not begin.
Result<TrainBench> benchTraining(const TrainBenchPlan &plan);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"

namespace gatescope {

/// Cross-entropy of one class for each sequence, asked at its last real step.
Objective classesAtTheEnd(const Batch &batch, const std::vector<int> &classes);

/// Cross-entropy of a class for each step, [sequence][step]; −1 where nothing is asked.
Objective classesAtEveryStep(std::vector<std::vector<int>> classes);

/// Squared error of values [time, batch, outputs].
Objective squaredErrors(WatchedSteps watched, TimeArray values, double tolerance = 0.1);

/// Binary cross-entropy at every step of values [time, batch, outputs].
Objective binaryAtEveryStep(TimeArray values);

} // namespace gatescope

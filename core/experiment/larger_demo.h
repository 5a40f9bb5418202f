// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/training_plan.h"

namespace gatescope {

/// The next letter from two layers of 1,024 GRU units, and the same in small.
struct LargerDemo {
    TrainingPlan large;
    TrainingPlan small;
};

/// Sums of three digits written out, in small of one digit; where the plan reads a text of one's own, that text.
LargerDemo largerDemo(const TrainingPlan &plan);

/// What a plan asks of a computer.
struct PlanNeeds {
    std::int64_t parameters = 0;
    std::int64_t letters = 0; ///< that one update reads: sequences · steps
    double operations
        = 0;          ///< multiplications and additions of one update: 2 forward, 4 backward, each weight, each letter
    double bytes = 0; ///< in single precision: weights, gradients, Adam's two moments, and what a trace keeps
};

/// Of a plan whose task this is.
PlanNeeds needsOf(const TrainingPlan &plan, const Task &task);

/// Why no device computes here; none: one does.
std::optional<Error> whyNoDevice();

} // namespace gatescope

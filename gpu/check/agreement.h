// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "gpu/check/drawn_case.h"

namespace gatescope::trial {

/// How far a backend is from the reference, relative to the largest number of each array.
struct Agreement {
    double values = 0;    ///< of everything in the Trace
    double gradients = 0; ///< of everything in the GradientTrace
    double update = 0;    ///< of the gradients that an update takes, relative to the largest one
};

/// For each of the backends, or why it or the reference failed; the reference computes once.
std::vector<Result<Agreement>> agreementsOn(const std::vector<std::unique_ptr<Backend>> &backends,
                                            const DrawnCase &drawn);

} // namespace gatescope::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"
#include "core/model/parameters.h"

#include <memory>
#include <string>

namespace gatescope::trial {

/// A network, what it reads, and its loss, all drawn from a seed.
struct DrawnCase {
    NetworkSpec spec;
    Parameters parameters;
    std::shared_ptr<const Batch> batch;
    Objective objective;

    std::string text() const; ///< "gru 2×33, both directions, 12 steps of 7 sequences"
};

DrawnCase drawnCase(std::uint64_t seed);

/// One layer that reads as many numbers as it has units, and sequences of full length: what is timed.
DrawnCase timedCase(int units, int sequences, int steps);

} // namespace gatescope::trial

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

/// How large such cases are: small ones for a sanitizer. Not every backend has dropout.
enum class CaseSize { small, any };
DrawnCase drawnCase(std::uint64_t seed, CaseSize size, bool mayDrop);

/// 2 layers of 1,024 units that say the next of 16 characters: the larger demo. Fewer units for a trial.
DrawnCase demoCase(int units);

/// What is timed: one layer that reads as many numbers as it has units, and sequences of full length.
struct TimedLayer {
    CellKind cell = CellKind::gru;
    int units = 0, sequences = 0, steps = 0;
};
DrawnCase timedCase(const TimedLayer &layer);

} // namespace gatescope::trial

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"

#include <stop_token>

namespace gatescope {

/// One number that a network puts out: what its head says, or, in a network without one, a unit of its output.
struct OutputPlace {
    int sequence = 0;
    int step = 0;
    int output = 0; ///< 0 … headOutputs−1, or 0 … outputSize−1 without a head

    bool operator==(const OutputPlace &) const = default;
};

/// How much each step's input moves one output y, by its derivative there; large changes may do something else.
struct Influence {
    double output = 0; ///< y itself
    Matrix gradient;   ///< dy/dx of each real step [step, inputSize]
    Vector lengths;    ///< |dy/dx_t| [step]
    /// x_t · dy/dx_t [step]: where x is one-hot, dy by the one that stands there, the letter's own weight; positive
    /// where more of what was read would raise y. The sum is the slope of y as all x grow together.
    Vector contributions;
    Matrix embedding; ///< dy by each row of the embedding [rows, inputSize]; empty if x came from none
};

/// Refuses an output that is not there, and goes no further once it is asked to stop. The trace must be the backend's
/// own.
Result<Influence> influenceOn(const Backend &backend, const Parameters &parameters, const Trace &trace,
                              const OutputPlace &place, const std::stop_token &stop = {});

} // namespace gatescope

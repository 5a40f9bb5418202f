// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/squash.h"

namespace gatescope::gpu {

// One unit of an RNN at one step of one sequence: core/ops/rnn.h, in the same letters.

template<typename T>
GATESCOPE_HOST_DEVICE T rnnForward(const CellOptions &options, T a)
{
    return squashed(options.state, a); // h' = tanh(a)
}

template<typename T>
GATESCOPE_HOST_DEVICE T rnnBackward(const CellOptions &options, T hNew, T dhNew)
{
    return dhNew * slope(options.state, hNew); // h' = tanh(a)
}

} // namespace gatescope::gpu

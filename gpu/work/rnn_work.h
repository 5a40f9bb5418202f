// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/rnn.h"
#include "gpu/work/step.h"

namespace gatescope::gpu {

struct RnnForward {
    CellOptions options;
    StepPlace place;
    StepSums fromInput, fromState;
    const float *h; ///< the state before
    float *hNew;
    StepRow<float> output;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int n = place.sequence(at), j = place.unit(at);
        const bool real = place.isReal(n);
        hNew[at] = real ? rnnForward(options, fromInput.at(n, j) + fromState.at(n, j)) : h[at];
        output.at(n, j) = real ? hNew[at] : 0.0f;
    }
};

struct RnnBackward {
    CellOptions options;
    StepPlace place;
    StepRow<const float> dOutput;
    const float *hNew;
    float *dh;     ///< comes from the later step, goes on to the earlier one; U's share is added later
    float *dSums;  ///< [sequences, H]
    float *dState; ///< null: not wanted

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int n = place.sequence(at), j = place.unit(at);
        float da = 0, dhNew = 0;
        if (place.isReal(n)) {
            dhNew = dOutput.at(n, j) + dh[at];
            da = rnnBackward(options, hNew[at], dhNew);
            dh[at] = 0;
        }
        dSums[at] = da;
        if (dState)
            dState[at] = dhNew;
    }
};

} // namespace gatescope::gpu

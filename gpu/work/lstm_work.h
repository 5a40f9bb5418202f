// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/lstm.h"
#include "gpu/work/step.h"

namespace gatescope::gpu {

/// An LSTM's recorded gates at one step, each [sequences, H].
template<typename Number>
struct LstmParts {
    Number *i, *f, *g, *o;
};

struct LstmForward {
    CellOptions options;
    StepPlace place;
    StepSums fromInput, fromState; ///< columns i, f, g, o
    const float *h, *c;            ///< the states before
    LstmParts<float> parts;
    float *hNew, *cNew;
    StepRow<float> output;

    GATESCOPE_HOST_DEVICE float sum(int n, int column) const
    {
        return fromInput.at(n, column) + fromState.at(n, column);
    }
    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int n = place.sequence(at), j = place.unit(at), H = place.H;
        LstmUnit<float> made{0, 0, 0, 0, c[at], h[at]};
        if (place.isReal(n))
            made = lstmForward(options, sum(n, j), sum(n, H + j), sum(n, 2 * H + j), sum(n, 3 * H + j), c[at]);
        parts.i[at] = made.i;
        parts.f[at] = made.f;
        parts.g[at] = made.g;
        parts.o[at] = made.o;
        cNew[at] = made.cNew;
        hNew[at] = made.hNew;
        output.at(n, j) = place.isReal(n) ? made.hNew : 0.0f;
    }
};

struct LstmBackward {
    CellOptions options;
    StepPlace place;
    StepRow<const float> dOutput;
    const float *c; ///< the cell state before
    const float *cNew;
    LstmParts<const float> parts;
    float *dh, *dc; ///< come from the later step, go on to the earlier one; U's share of dh is added later
    float *dSums;   ///< [sequences, 4H]
    LstmParts<float> dParts;
    float *dCell, *dState; ///< null: not wanted, and dParts neither

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int n = place.sequence(at), j = place.unit(at), H = place.H;
        LstmUnitGradient<float> d{};
        float dhNew = 0;
        if (place.isReal(n)) {
            const LstmUnit<float> made{parts.i[at], parts.f[at], parts.g[at], parts.o[at], cNew[at], 0};
            dhNew = dOutput.at(n, j) + dh[at];
            d = lstmBackward(options, made, c[at], dhNew, dc[at]);
            dh[at] = 0;
            dc[at] = d.dc;
        }
        float *sums = dSums + std::size_t(n) * 4 * std::size_t(H) + std::size_t(j);
        sums[0] = d.dai;
        sums[H] = d.daf;
        sums[2 * H] = d.dag;
        sums[3 * H] = d.dao;
        if (!dState)
            return;
        dParts.i[at] = d.di;
        dParts.f[at] = d.df;
        dParts.g[at] = d.dg;
        dParts.o[at] = d.dO;
        dCell[at] = d.dcNew;
        dState[at] = dhNew;
    }
};

} // namespace gatescope::gpu

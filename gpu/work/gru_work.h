// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/gru.h"
#include "gpu/work/step.h"

namespace gatescope::gpu {

/// A GRU's recorded parts at one step, each [sequences, H].
template<typename Number>
struct GruParts {
    Number *r, *z, *u, *n;
};

/// A step that resets after the product.
struct GruForward {
    CellOptions options;
    StepPlace place;
    StepSums fromInput, fromState; ///< columns r, z, n
    const float *h;                ///< the state before [sequences, H]
    GruParts<float> parts;
    float *hNew;
    StepRow<float> output;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int n = place.sequence(at), j = place.unit(at), H = place.H;
        GruUnit<float> made{0, 0, 0, 0, h[at]};
        if (place.isReal(n))
            made = gruForward(options, fromInput.at(n, j) + fromState.at(n, j),
                              fromInput.at(n, H + j) + fromState.at(n, H + j), fromInput.at(n, 2 * H + j),
                              fromState.at(n, 2 * H + j), h[at]);
        parts.r[at] = made.r;
        parts.z[at] = made.z;
        parts.u[at] = made.u;
        parts.n[at] = made.n;
        hNew[at] = made.hNew;
        output.at(n, j) = place.isReal(n) ? made.hNew : 0.0f;
    }
};

/// The gates of a step that resets before the product, and r∘h, which U_n multiplies.
struct GruGates {
    CellOptions options;
    StepPlace place;
    StepSums fromInput, fromState; ///< columns r, z; fromInput also n
    const float *heard;            ///< h as U_n's rows read it [sequences, H, in rows of heardRow]
    int heardRow;
    GruParts<float> parts;
    float *rh; ///< [sequences, H]

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int n = place.sequence(at), j = place.unit(at), H = place.H;
        const bool real = place.isReal(n);
        const float r = real ? squashed(options.gate, fromInput.at(n, j) + fromState.at(n, j)) : 0.0f;
        const float z = real ? squashed(options.gate, fromInput.at(n, H + j) + fromState.at(n, H + j)) : 0.0f;
        parts.r[at] = r;
        parts.z[at] = z;
        rh[at] = r * heard[std::size_t(n) * std::size_t(heardRow) + std::size_t(j)];
    }
};

/// The rest of that step, once U_n (r∘h) is known.
struct GruCandidate {
    CellOptions options;
    StepPlace place;
    StepSums fromInput; ///< columns r, z, n
    StepSums fromReset; ///< U_n (r∘h) + b_hn
    const float *h;
    GruParts<float> parts;
    float *hNew;
    StepRow<float> output;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int n = place.sequence(at), j = place.unit(at);
        const bool real = place.isReal(n);
        const float u = real ? fromReset.at(n, j) : 0.0f;
        const float candidate = real ? squashed(options.state, fromInput.at(n, 2 * place.H + j) + u) : 0.0f;
        parts.u[at] = u;
        parts.n[at] = candidate;
        hNew[at] = real ? gruBlend(options, parts.z[at], candidate, h[at]) : h[at];
        output.at(n, j) = real ? hNew[at] : 0.0f;
    }
};

/// What the backward works of a step have in common.
struct GruBackwardArrays {
    CellOptions options;
    StepPlace place;
    StepRow<const float> dOutput; ///< dL/dh_t from above and from the loss
    const float *h;               ///< the state before
    GruParts<const float> parts;
    float *dh;              ///< comes from the later step, goes on to the earlier one; U's share is added later
    float *dSums;           ///< [sequences, 3H]: by the sums that W x + b_in belongs to
    GruParts<float> dParts; ///< null: not wanted
    float *dState;          ///< null: not wanted

    GATESCOPE_HOST_DEVICE float *sums(int n, int j) const
    {
        return dSums + std::size_t(n) * 3 * std::size_t(place.H) + std::size_t(j);
    }
    GATESCOPE_HOST_DEVICE void keep(std::size_t at, const GruUnitGradient<float> &d, float dhNew) const
    {
        if (!dState)
            return;
        dParts.r[at] = d.dr;
        dParts.z[at] = d.dz;
        dParts.u[at] = d.du;
        dParts.n[at] = d.dn;
        dState[at] = dhNew;
    }
};

/// Back through a step that resets after the product.
struct GruBackward {
    GruBackwardArrays arrays;
    float *dFromState; ///< [sequences, 3H]: by U h + b_rec

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const StepPlace &place = arrays.place;
        const int n = place.sequence(at), j = place.unit(at), H = place.H;
        GruUnitGradient<float> d{};
        float dhNew = 0;
        if (place.isReal(n)) {
            const GruUnit<float> made{arrays.parts.r[at], arrays.parts.z[at], arrays.parts.u[at], arrays.parts.n[at],
                                      0};
            // dL/dh_t = from above and from the loss + from the later step
            dhNew = arrays.dOutput.at(n, j) + arrays.dh[at];
            d = gruBackward(arrays.options, made, arrays.h[at], dhNew);
            arrays.dh[at] = d.dh;
        }
        float *sums = arrays.sums(n, j), *fromState = dFromState + (sums - arrays.dSums);
        sums[0] = fromState[0] = d.dar;
        sums[H] = fromState[H] = d.daz;
        sums[2 * H] = d.dan;
        fromState[2 * H] = d.du;
        arrays.keep(at, d, dhNew);
    }
};

/// Back through the blend of a step that resets before the product: everything but what needs d(r∘h).
struct GruBlendBackward {
    GruBackwardArrays arrays;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const StepPlace &place = arrays.place;
        const int n = place.sequence(at), j = place.unit(at), H = place.H;
        GruUnitGradient<float> d{};
        float dhNew = 0;
        if (place.isReal(n)) {
            dhNew = arrays.dOutput.at(n, j) + arrays.dh[at];
            gruBlendBackward(arrays.options, arrays.parts.z[at], arrays.parts.n[at], arrays.h[at], dhNew, d);
            d.du = d.dan; // n = tanh(W_n x + b_in + u)
            arrays.dh[at] = d.dh;
        }
        float *sums = arrays.sums(n, j);
        sums[0] = 0;
        sums[H] = d.daz;
        sums[2 * H] = d.dan;
        arrays.keep(at, d, dhNew);
    }
};

/// Back through r∘h, once d(r∘h) = U_nᵀ du is known.
struct GruResetBackward {
    GruBackwardArrays arrays;
    const float *drh;   ///< [sequences, H]
    const float *hMask; ///< what recurrent dropout leaves of h for the rows of U_n, or null
    int hMaskRow;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const StepPlace &place = arrays.place;
        const int n = place.sequence(at), j = place.unit(at);
        if (!place.isReal(n))
            return;
        const float mask = hMask ? hMask[std::size_t(n) * std::size_t(hMaskRow) + std::size_t(j)] : 1.0f;
        GruUnitGradient<float> d{};
        gruResetBackward(arrays.options, arrays.parts.r[at], mask * arrays.h[at], drh[at], d);
        arrays.dh[at] += mask * d.dh;
        arrays.sums(n, j)[0] = d.dar;
        if (arrays.dState)
            arrays.dParts.r[at] = d.dr;
    }
};

} // namespace gatescope::gpu

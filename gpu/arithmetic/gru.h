// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/squash.h"

namespace gatescope::gpu {

// One unit of a GRU at one step of one sequence: core/ops/gru.h, in the same letters. Sums of products come from
// outside.

/// What the step makes of a unit.
template<typename T>
struct GruUnit {
    T r, z, u, n, hNew;
};

/// Derivatives of the loss by the parts, by the sums a before the squashing functions, and by h as far as it needs no
/// product with U.
template<typename T>
struct GruUnitGradient {
    T dr, dz, du, dn;
    T dar, daz, dan;
    T dh;
};

template<typename T>
GATESCOPE_HOST_DEVICE T gruBlend(const CellOptions &options, T z, T n, T h)
{
    if (options.update == UpdateMeaning::keeps)
        return (T(1) - z) * n + z * h; // h' = (1−z)∘n + z∘h
    return (T(1) - z) * h + z * n;     // h' = (1−z)∘h + z∘n
}

/// The reset gate acts after the product: a_r, a_z are whole sums, a_n = W_n x + b_in, u = U_n h + b_hn.
template<typename T>
GATESCOPE_HOST_DEVICE GruUnit<T> gruForward(const CellOptions &options, T ar, T az, T an, T u, T h)
{
    GruUnit<T> made;
    made.r = squashed(options.gate, ar); // r = σ(a_r)
    made.z = squashed(options.gate, az); // z = σ(a_z)
    made.u = u;
    made.n = squashed(options.state, an + made.r * u); // n = tanh(a_n + r∘u)
    made.hNew = gruBlend(options, made.z, made.n, h);
    return made;
}

/// Back through the blend: dn, dz and dh as far as the old state is carried over.
template<typename T>
GATESCOPE_HOST_DEVICE void gruBlendBackward(const CellOptions &options, T z, T n, T h, T dhNew, GruUnitGradient<T> &d)
{
    if (options.update == UpdateMeaning::keeps) {
        // h' = (1−z)∘n + z∘h
        d.dn = dhNew * (T(1) - z);
        d.dz = dhNew * (h - n);
        d.dh = dhNew * z;
    } else {
        // h' = (1−z)∘h + z∘n
        d.dn = dhNew * z;
        d.dz = dhNew * (n - h);
        d.dh = dhNew * (T(1) - z);
    }
    d.daz = d.dz * slope(options.gate, z);  // z = σ(a_z)
    d.dan = d.dn * slope(options.state, n); // n = tanh(a_n …)
}

/// The derivative of gruForward(). What the recurrent products receive is da_r, da_z and du.
template<typename T>
GATESCOPE_HOST_DEVICE GruUnitGradient<T> gruBackward(const CellOptions &options, const GruUnit<T> &made, T h, T dhNew)
{
    GruUnitGradient<T> d;
    gruBlendBackward(options, made.z, made.n, h, dhNew, d);
    d.dr = d.dan * made.u; // n = tanh(a_n + r∘u)
    d.du = d.dan * made.r;
    d.dar = d.dr * slope(options.gate, made.r); // r = σ(a_r)
    return d;
}

/// The reset gate acts before the product, u = U_n (r∘h) + b_hn: back through r∘h, once d(r∘h) = U_nᵀ du is known.
template<typename T>
GATESCOPE_HOST_DEVICE void gruResetBackward(const CellOptions &options, T r, T h, T drh, GruUnitGradient<T> &d)
{
    d.dr = drh * h;
    d.dh += drh * r;
    d.dar = d.dr * slope(options.gate, r); // r = σ(a_r)
}

} // namespace gatescope::gpu

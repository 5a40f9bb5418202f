// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

namespace gatescope {

/// γ ∘ (v − mean(v)) / √(variance(v) + ε): layer normalisation (Ba, Kiros and Hinton 2016) with gains γ and without
/// shifts, as haste has it; ε is 1e-5, the variance divides by the number of values.
Vector layerNorm(const Eigen::Ref<const Vector> &v, const Vector &gain);

/// Its derivative: from dL/dy of y = layerNorm(v, γ) to dL/dv and dL/dγ.
struct LayerNormGradient {
    Vector dv;
    Vector dGain;
};
LayerNormGradient layerNormBackward(const Eigen::Ref<const Vector> &v, const Vector &gain,
                                    const Eigen::Ref<const Vector> &dy);

} // namespace gatescope

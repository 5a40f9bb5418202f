// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layer_norm.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr double epsilon = 1e-5;

/// s = √(variance(v) + ε) and v̂ = (v − mean(v)) / s
struct Normalised {
    double s;
    Vector vHat;

    explicit Normalised(const Eigen::Ref<const Vector> &v) : vHat(v.array() - v.mean())
    {
        s = std::sqrt(vHat.squaredNorm() / double(v.size()) + epsilon);
        vHat /= s;
    }
};

} // namespace

Vector layerNorm(const Eigen::Ref<const Vector> &v, const Vector &gain)
{
    return gain.cwiseProduct(Normalised(v).vHat);
}

LayerNormGradient layerNormBackward(const Eigen::Ref<const Vector> &v, const Vector &gain,
                                    const Eigen::Ref<const Vector> &dy)
{
    const auto [s, vHat] = Normalised(v);
    // y = γ∘v̂
    const Vector dvHat = gain.cwiseProduct(dy);
    // dv = (dv̂ − mean(dv̂) − v̂ · mean(dv̂∘v̂)) / s
    const double alongMean = dvHat.mean();
    const double alongScale = dvHat.dot(vHat) / double(v.size());
    return {((dvHat.array() - alongMean - vHat.array() * alongScale) / s).matrix(), dy.cwiseProduct(vHat)};
}

} // namespace gatescope

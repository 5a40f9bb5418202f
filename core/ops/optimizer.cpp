// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/optimizer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gatescope {

double learningRateAt(const OptimizerSettings &settings, int update)
{
    const Schedule &s = settings.schedule;
    const int before = update - 1; // updates made at earlier rates
    double rate = settings.learningRate;
    switch (s.kind) {
    case ScheduleKind::constant:
        break;
    case ScheduleKind::step:
        // lr · factor^⌊u / every⌋
        rate *= std::pow(s.factor, before / std::max(1, s.every));
        break;
    case ScheduleKind::cosine: {
        // lowest + (lr − lowest)·(1 + cos(π u / length)) / 2
        const double part = double(std::min(before, s.length)) / std::max(1, s.length);
        rate = s.lowest + (rate - s.lowest) * (1 + std::cos(std::numbers::pi * part)) / 2;
        break;
    }
    }
    return update < s.warmUp ? rate * update / s.warmUp : rate;
}

double clippingFactor(const Clipping &clipping, double norm)
{
    return clipping.norm > 0 ? std::min(1.0, clipping.norm / (norm + 1e-6)) : 1.0;
}

void optimize(const OptimizerSettings &s, int update, Eigen::Ref<Eigen::ArrayXd> w,
              const Eigen::Ref<const Eigen::ArrayXd> &gradient, OptimizerMemory memory, double factor)
{
    auto &[m, v] = memory;
    const double learningRate = learningRateAt(s, update);
    Eigen::ArrayXd g = factor * gradient;
    if (s.clipping.value > 0)
        g = g.max(-s.clipping.value).min(s.clipping.value);
    // g ← g + λ w
    const bool decoupled = s.kind == OptimizerKind::adamw;
    if (!decoupled)
        g += s.weightDecay * w;

    switch (s.kind) {
    case OptimizerKind::sgd:
        // m = μ m + g; w ← w − lr·m
        m = s.momentum * m + g;
        w -= learningRate * m;
        break;
    case OptimizerKind::rmsprop:
        // v = α v + (1−α) g²; w ← w − lr·g / (√v + ε)
        v = s.alpha * v + (1 - s.alpha) * g.square();
        w -= learningRate * g / (v.sqrt() + s.epsilon);
        break;
    case OptimizerKind::adam:
    case OptimizerKind::adamw: {
        // w ← w − lr·λ·w (AdamW)
        if (decoupled)
            w -= learningRate * s.weightDecay * w;
        // m = β₁ m + (1−β₁) g; v = β₂ v + (1−β₂) g²
        m = s.beta1 * m + (1 - s.beta1) * g;
        v = s.beta2 * v + (1 - s.beta2) * g.square();
        // w ← w − lr · m / (1−β₁ᵗ) / (√v / √(1−β₂ᵗ) + ε)
        const double correction1 = 1 - std::pow(s.beta1, update);
        const double correction2 = std::sqrt(1 - std::pow(s.beta2, update));
        w -= learningRate / correction1 * m / (v.sqrt() / correction2 + s.epsilon);
        break;
    }
    }
}

} // namespace gatescope

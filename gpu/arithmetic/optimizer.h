// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/optimizer.h"
#include "gpu/arithmetic/host_device.h"

#include <cmath>

namespace gatescope::gpu {

/// core/ops/optimizer.h for one update: what is the same for every weight, computed once.
template<typename T>
struct OptimizerRule {
    OptimizerKind kind;
    T factor;  ///< of the gradient, from clipping by norm
    T largest; ///< a gradient's size is clipped to it; 0: not
    T learningRate, momentum, alpha, beta1, beta2, epsilon;
    T alphaRest, beta1Rest, beta2Rest; ///< 1−α, 1−β₁, 1−β₂: taken in double, for in floats they lose digits
    T decay, decoupledDecay;
    T correction1, correction2; ///< Adam: 1−β₁ᵗ and √(1−β₂ᵗ)
};

/// The rule of an update, which count from 1.
template<typename T>
OptimizerRule<T> ruleOf(const OptimizerSettings &settings, int update, double gradientNorm)
{
    const bool decoupled = settings.kind == OptimizerKind::adamw;
    return {settings.kind,
            T(clippingFactor(settings.clipping, gradientNorm)),
            T(settings.clipping.value),
            T(learningRateAt(settings, update)),
            T(settings.momentum),
            T(settings.alpha),
            T(settings.beta1),
            T(settings.beta2),
            T(settings.epsilon),
            T(1 - settings.alpha),
            T(1 - settings.beta1),
            T(1 - settings.beta2),
            decoupled ? T(0) : T(settings.weightDecay),
            decoupled ? T(settings.weightDecay) : T(0),
            T(1 - std::pow(settings.beta1, update)),
            T(std::sqrt(1 - std::pow(settings.beta2, update)))};
}

/// A weight and what its optimizer remembers of it.
template<typename T>
struct MovedWeight {
    T w, m, v;
};

template<typename T>
GATESCOPE_HOST_DEVICE MovedWeight<T> moved(const OptimizerRule<T> &rule, MovedWeight<T> weight, T gradient)
{
    T &w = weight.w, &m = weight.m, &v = weight.v;
    T g = rule.factor * gradient;
    if (rule.largest > T(0))
        g = g > rule.largest ? rule.largest : g < -rule.largest ? -rule.largest : g;
    // g ← g + λ w
    g += rule.decay * w;
    switch (rule.kind) {
    case OptimizerKind::sgd:
        // m = μ m + g; w ← w − lr·m
        m = rule.momentum * m + g;
        w -= rule.learningRate * m;
        break;
    case OptimizerKind::rmsprop:
        // v = α v + (1−α) g²; w ← w − lr·g / (√v + ε)
        v = rule.alpha * v + rule.alphaRest * g * g;
        w -= rule.learningRate * g / (std::sqrt(v) + rule.epsilon);
        break;
    case OptimizerKind::adam:
    case OptimizerKind::adamw:
        // w ← w − lr·λ·w (AdamW)
        w -= rule.learningRate * rule.decoupledDecay * w;
        // m = β₁ m + (1−β₁) g; v = β₂ v + (1−β₂) g²
        m = rule.beta1 * m + rule.beta1Rest * g;
        v = rule.beta2 * v + rule.beta2Rest * g * g;
        // w ← w − lr · m / (1−β₁ᵗ) / (√v / √(1−β₂ᵗ) + ε)
        w -= rule.learningRate / rule.correction1 * m / (std::sqrt(v) / rule.correction2 + rule.epsilon);
        break;
    }
    return weight;
}

} // namespace gatescope::gpu

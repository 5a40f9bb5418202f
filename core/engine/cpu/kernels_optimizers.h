// SPDX-License-Identifier: GPL-3.0-or-later
// Updates of the weights: part of kernels_body.h.
#pragma once

#include "core/engine/cpu/kernels.h"
#include "core/engine/cpu/vector.h"

namespace gatescope {
namespace {

/// Calls each(place, w, gradient) for every vector of weights and stores what it returns.
template<typename Do>
inline void forEachWeight(const OptimizerStep &s, Do each)
{
    for (std::size_t i = s.begin; i < s.end; i += lanes) {
        Vec g = load(s.gradients[0] + i);
        for (int thread = 1; thread < s.threads; ++thread)
            g += load(s.gradients[thread] + i);
        const Vec w = load(s.weights + i);
        // g ← g + λ w
        store(s.weights + i, each(i, w, g + s.decay * w));
    }
}

void sgd(const OptimizerStep &s)
{
    forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // m = μ m + g; w ← w − lr·m
        const Vec m = s.momentum * load(s.m + i) + g;
        store(s.m + i, m);
        return w - s.learningRate * m;
    });
}

void rmsprop(const OptimizerStep &s)
{
    forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // v = α v + (1−α) g²; w ← w − lr·g / (√v + ε)
        const Vec v = s.beta2 * load(s.v + i) + (1.0f - s.beta2) * g * g;
        store(s.v + i, v);
        return w - s.learningRate * g / (squareRoot(v) + s.epsilon);
    });
}

void adam(const OptimizerStep &s)
{
    forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // m = β₁ m + (1−β₁) g; v = β₂ v + (1−β₂) g²
        const Vec m = s.beta1 * load(s.m + i) + (1.0f - s.beta1) * g;
        const Vec v = s.beta2 * load(s.v + i) + (1.0f - s.beta2) * g * g;
        store(s.m + i, m);
        store(s.v + i, v);
        // w ← w − lr·λ·w − lr · m / (1−β₁ᵗ) / (√v / √(1−β₂ᵗ) + ε)
        const Vec step = s.learningRate / s.correction1 * m / (squareRoot(v) * (1.0f / s.correction2) + s.epsilon);
        return w - s.learningRate * s.decoupledDecay * w - step;
    });
}

} // namespace
} // namespace gatescope

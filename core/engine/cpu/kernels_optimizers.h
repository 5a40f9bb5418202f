// SPDX-License-Identifier: GPL-3.0-or-later
// Updates of the weights: part of kernels_body.h.
#pragma once

#include "core/engine/cpu/kernels.h"
#include "core/engine/cpu/vector.h"

namespace gatescope {
namespace {

inline float sumOf(Vec v)
{
    float sum = 0;
    for (int i = 0; i < lanes; ++i)
        sum += v[i];
    return sum;
}

/// `moved` where the mask of place i is not 0, `was` elsewhere: the same bits.
inline Vec whereLearning(const float *mask, std::size_t i, Vec moved, Vec was)
{
    return load(mask + i) != Vec{} ? moved : was;
}

float addUp(std::size_t begin, std::size_t end, float *const *arrays, int count, const float *mask)
{
    Vec squares{};
    for (std::size_t i = begin; i < end; i += lanes) {
        Vec sum = load(arrays[0] + i);
        for (int other = 1; other < count; ++other)
            sum += load(arrays[other] + i);
        if (mask)
            sum = whereLearning(mask, i, sum, Vec{});
        store(arrays[0] + i, sum);
        squares += sum * sum;
    }
    return sumOf(squares);
}

/// As forEachWeight; `masked` is known when it is compiled, so that there is nothing to ask without a mask.
template<bool masked, typename Do>
inline float moveWeights(const OptimizerStep &s, Do each)
{
    Vec check{};
    for (std::size_t i = s.begin; i < s.end; i += lanes) {
        const Vec g = largerOf(splat(-s.largest), smallerOf(splat(s.largest), s.factor * load(s.gradient + i)));
        const Vec w = load(s.weights + i);
        // g ← g + λ w
        Vec moved = each(i, w, g + s.decay * w);
        if constexpr (masked) {
            moved = whereLearning(s.mask, i, moved, w);
            store(s.newM + i, whereLearning(s.mask, i, load(s.newM + i), load(s.m + i)));
            store(s.newV + i, whereLearning(s.mask, i, load(s.newV + i), load(s.v + i)));
        }
        store(s.newWeights + i, moved);
        check += moved * 0.0f; // NaN where it is not finite
    }
    return sumOf(check);
}

/// Calls each(place, w, gradient) for every vector of weights and stores what it returns.
template<typename Do>
inline float forEachWeight(const OptimizerStep &s, Do each)
{
    return s.mask ? moveWeights<true>(s, each) : moveWeights<false>(s, each);
}

float sgd(const OptimizerStep &s)
{
    return forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // m = μ m + g; w ← w − lr·m
        const Vec m = s.momentum * load(s.m + i) + g;
        store(s.newM + i, m);
        return w - s.learningRate * m;
    });
}

float rmsprop(const OptimizerStep &s)
{
    return forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // v = α v + (1−α) g²; w ← w − lr·g / (√v + ε)
        const Vec v = s.beta2 * load(s.v + i) + (1.0f - s.beta2) * g * g;
        store(s.newV + i, v);
        return w - s.learningRate * g / (squareRoot(v) + s.epsilon);
    });
}

float adam(const OptimizerStep &s)
{
    return forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // m = β₁ m + (1−β₁) g; v = β₂ v + (1−β₂) g²
        const Vec m = s.beta1 * load(s.m + i) + (1.0f - s.beta1) * g;
        const Vec v = s.beta2 * load(s.v + i) + (1.0f - s.beta2) * g * g;
        store(s.newM + i, m);
        store(s.newV + i, v);
        // w ← w − lr·λ·w − lr · m / (1−β₁ᵗ) / (√v / √(1−β₂ᵗ) + ε)
        const Vec step = s.learningRate / s.correction1 * m / (squareRoot(v) * (1.0f / s.correction2) + s.epsilon);
        return w - s.learningRate * s.decoupledDecay * w - step;
    });
}

} // namespace
} // namespace gatescope

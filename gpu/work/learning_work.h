// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"
#include "gpu/arithmetic/loss.h"
#include "gpu/arithmetic/optimizer.h"

#include <cmath>
#include <cstddef>

namespace gatescope::gpu {

/// The loss of each token, and dL/dy.
struct TokenLoss {
    LossKind kind;
    int outputs;
    const float *y;      ///< [tokens, outputs]
    const int *watched;  ///< [tokens]: 0 or 1
    const int *classes;  ///< [tokens]; cross entropy
    const float *values; ///< [tokens, outputs]; squared error and binary cross entropy
    float tolerance;
    const float *share; ///< of one token in the loss: one number
    float *dy;          ///< [tokens, outputs]
    float *loss;        ///< [tokens]: times share
    float *right;       ///< [tokens]: share or 0

    GATESCOPE_HOST_DEVICE StepAnswer<float> answer(std::size_t token) const
    {
        const std::size_t at = token * std::size_t(outputs);
        switch (kind) {
        case LossKind::outputSum:
            break;
        case LossKind::crossEntropy:
            return crossEntropy(outputs, y + at, classes[token], *share, dy + at);
        case LossKind::squaredError:
            return squaredError(outputs, y + at, values + at, tolerance, *share, dy + at);
        case LossKind::binaryCrossEntropy:
            return binaryCrossEntropy(outputs, y + at, values + at, *share, dy + at);
        }
        return outputSum(outputs, y + at, *share, dy + at);
    }
    GATESCOPE_HOST_DEVICE void operator()(std::size_t token) const
    {
        if (!watched[token]) {
            for (int i = 0; i < outputs; ++i)
                dy[token * std::size_t(outputs) + std::size_t(i)] = 0;
            loss[token] = right[token] = 0;
            return;
        }
        const StepAnswer<float> found = answer(token);
        loss[token] = *share * found.loss;
        right[token] = found.right ? *share : 0.0f;
    }
};

/// Part sums of an array: of its numbers, their squares, or 0 times each, which is NaN where one is not finite.
struct PartSums {
    enum class Of { numbers, squares, zeros };

    Of of;
    const float *values;
    std::size_t count;
    const float *mask; ///< what is 0 there is left out; null: nothing is
    std::size_t parts; ///< indices that this work is done for
    double *sums;      ///< [parts]

    GATESCOPE_HOST_DEVICE void operator()(std::size_t part) const
    {
        double sum = 0;
        for (std::size_t i = part; i < count; i += parts) {
            if (mask && mask[i] == 0.0f)
                continue;
            const double value = values[i];
            sum += of == Of::numbers ? value : of == Of::squares ? value * value : 0.0 * value;
        }
        sums[part] = sum;
    }
};

/// The sums of part sums: to[i] = Σ sums[i + k·folded]
struct FoldSums {
    static constexpr std::size_t folded = 128; ///< indices that this work is done for

    const double *sums;
    std::size_t parts;
    double *to; ///< [folded]

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        double sum = 0;
        for (std::size_t i = at; i < parts; i += folded)
            sum += sums[i];
        to[at] = sum;
    }
};

/// Puts what the gradient is multiplied by into the rule: min(1, norm / (‖g‖ + 1e−6)), as clippingFactor() has it.
struct ClipRule {
    const double *squares; ///< of the gradient [FoldSums::folded]
    double norm;           ///< the largest that is allowed; 0: any
    OptimizerRule<float> *rule;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < FoldSums::folded; ++i)
            sum += squares[i];
        const double factor = norm / (std::sqrt(sum) + 1e-6);
        rule->factor = norm > 0 && factor < 1 ? float(factor) : 1.0f;
    }
};

/// One update of each weight; where the mask is 0 all stays as it is.
struct MoveWeights {
    const OptimizerRule<float> *rule;
    const float *gradient;
    const float *mask; ///< or null
    const float *w, *m, *v;
    float *newW, *newM, *newV;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        MovedWeight<float> weight{w[at], m[at], v[at]};
        if (!mask || mask[at] != 0.0f)
            weight = moved(*rule, weight, gradient[at]);
        newW[at] = weight.w;
        newM[at] = weight.m;
        newV[at] = weight.v;
    }
};

} // namespace gatescope::gpu

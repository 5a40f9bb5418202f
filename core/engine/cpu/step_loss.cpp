// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/step_loss.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

StepAnswer outputSum(int count, const float *y, float share, float *dy)
{
    double loss = 0;
    for (int i = 0; i < count; ++i) {
        loss += y[i];
        dy[i] = share;
    }
    return {loss, false};
}

/// L = 1/n Σ (y − target)²
template<typename Number>
StepAnswer squaredError(int count, const float *y, const Number *target, double tolerance, float share, float *dy)
{
    float sum = 0, furthest = 0;
    const float scale = 2 * share / float(count);
    for (int i = 0; i < count; ++i) {
        const float difference = y[i] - float(target[i]);
        sum += difference * difference;
        furthest = std::max(furthest, std::abs(difference));
        dy[i] = scale * difference;
    }
    return {double(sum) / count, furthest <= float(tolerance)};
}

/// L = −log softmax(y)[target]; dL/dy = softmax(y) − onehot(target)
StepAnswer crossEntropy(int count, const float *y, int target, float share, float *dy)
{
    const float *loudest = std::max_element(y, y + count);
    const float largest = *loudest;
    float sum = 0;
    for (int i = 0; i < count; ++i)
        sum += dy[i] = std::exp(y[i] - largest);
    for (int i = 0; i < count; ++i)
        dy[i] *= share / sum;
    dy[target] -= share;
    return {double(std::log(sum)) - double(y[target] - largest), loudest - y == target};
}

/// L = 1/n Σ max(y, 0) − v y + log(1 + e^−|y|); dL/dy = (σ(y) − v) / n
template<typename Number>
StepAnswer binaryCrossEntropy(int count, const float *y, const Number *values, float share, float *dy)
{
    float sum = 0;
    bool right = true;
    for (int i = 0; i < count; ++i) {
        const float v = float(values[i]);
        sum += std::max(y[i], 0.0f) - v * y[i] + std::log1p(std::exp(-std::abs(y[i])));
        dy[i] = share / float(count) * (1 / (1 + std::exp(-y[i])) - v);
        right = right && (y[i] > 0) == (v > 0.5f);
    }
    return {double(sum) / count, right};
}

/// Calls take(values of step t of sequence n), in the precision that the objective has them in.
template<typename Take>
StepAnswer withValues(const Objective &objective, int t, int n, int count, Take take)
{
    const std::size_t at
        = (std::size_t(t) * std::size_t(objective.values.batch()) + std::size_t(n)) * std::size_t(count);
    return objective.values.floats() ? take(objective.values.floats() + at) : take(objective.values.doubles() + at);
}

} // namespace

StepAnswer stepLoss(const Objective &objective, int t, int n, int count, const float *y, float share, float *dy)
{
    switch (objective.kind) {
    case LossKind::outputSum:
        return outputSum(count, y, share, dy);
    case LossKind::crossEntropy:
        return crossEntropy(count, y, objective.classes[std::size_t(n)][std::size_t(t)], share, dy);
    case LossKind::squaredError:
        return withValues(objective, t, n, count, [&](const auto *values) {
            return squaredError(count, y, values, objective.tolerance, share, dy);
        });
    case LossKind::binaryCrossEntropy:
        return withValues(objective, t, n, count,
                          [&](const auto *values) { return binaryCrossEntropy(count, y, values, share, dy); });
    }
    return {};
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/host_device.h"

#include <cmath>

namespace gatescope::gpu {

// The loss of one step and its derivative by y, times `share`: core/ops/losses.h. `dy` may not be `y`.

template<typename T>
struct StepAnswer {
    T loss;
    bool right;
};

/// Σ y
template<typename T>
GATESCOPE_HOST_DEVICE StepAnswer<T> outputSum(int count, const T *y, T share, T *dy)
{
    T loss = 0;
    for (int i = 0; i < count; ++i) {
        loss += y[i];
        dy[i] = share;
    }
    return {loss, false};
}

/// L = 1/n Σ (y − target)²
template<typename T>
GATESCOPE_HOST_DEVICE StepAnswer<T> squaredError(int count, const T *y, const T *target, T tolerance, T share, T *dy)
{
    T loss = 0;
    bool right = true;
    for (int i = 0; i < count; ++i) {
        const T difference = y[i] - target[i];
        loss += difference * difference / T(count);
        dy[i] = T(2) / T(count) * share * difference;
        right = right && std::fabs(difference) <= tolerance;
    }
    return {loss, right};
}

/// L = log Σ e^(y−m) − (y_target − m), where m is the largest y; dL/dy = softmax(y) − onehot(target)
template<typename T>
GATESCOPE_HOST_DEVICE StepAnswer<T> crossEntropy(int count, const T *y, int target, T share, T *dy)
{
    int loudest = 0;
    for (int i = 1; i < count; ++i)
        if (y[i] > y[loudest])
            loudest = i;
    const T m = y[loudest];
    T sum = 0;
    for (int i = 0; i < count; ++i)
        sum += dy[i] = std::exp(y[i] - m);
    for (int i = 0; i < count; ++i)
        dy[i] *= share / sum;
    dy[target] -= share;
    return {std::log(sum) - (y[target] - m), loudest == target};
}

/// L = 1/n Σ max(y, 0) − v y + log(1 + e^−|y|); dL/dy = (σ(y) − v) / n
template<typename T>
GATESCOPE_HOST_DEVICE StepAnswer<T> binaryCrossEntropy(int count, const T *y, const T *v, T share, T *dy)
{
    T loss = 0;
    bool right = true;
    for (int i = 0; i < count; ++i) {
        const T positive = y[i] > T(0) ? y[i] : y[i] == y[i] ? T(0) : y[i];
        loss += (positive - v[i] * y[i] + std::log1p(std::exp(-std::fabs(y[i])))) / T(count);
        dy[i] = share / T(count) * (T(1) / (T(1) + std::exp(-y[i])) - v[i]);
        right = right && (y[i] > T(0)) == (v[i] > T(0.5));
    }
    return {loss, right};
}

} // namespace gatescope::gpu

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/losses.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

StepLoss outputSum(const Vector &y)
{
    return {y.sum(), Vector::Ones(y.size())};
}

StepLoss crossEntropy(const Vector &y, int target)
{
    // p = e^(y−m) / Σ e^(y−m); the largest y as m keeps the powers from overflowing
    Eigen::Index loudest = 0;
    const double m = y.maxCoeff(&loudest);
    const Vector powers = (y.array() - m).exp();
    const double sum = powers.sum();
    // L = −log p_target = log Σ e^(y−m) − (y_target − m)
    const double loss = std::log(sum) - (y[target] - m);
    // dL/dy = p − onehot(target)
    Vector dy = powers / sum;
    dy[target] -= 1;
    return {loss, dy, loudest == target};
}

StepLoss squaredError(const Vector &y, const Vector &target, double tolerance)
{
    // L = 1/n Σ (y − target)²
    const Vector difference = y - target;
    const double n = static_cast<double>(y.size());
    return {difference.squaredNorm() / n, 2.0 / n * difference, difference.cwiseAbs().maxCoeff() <= tolerance};
}

StepLoss binaryCrossEntropy(const Vector &y, const Vector &v)
{
    const double n = static_cast<double>(y.size());
    StepLoss result{0, Vector(y.size()), true};
    for (Eigen::Index i = 0; i < y.size(); ++i) {
        // L = 1/n Σ max(y, 0) − v y + log(1 + e^−|y|), which is −v log σ(y) − (1 − v) log(1 − σ(y))
        result.loss += (std::max(y[i], 0.0) - v[i] * y[i] + std::log1p(std::exp(-std::abs(y[i])))) / n;
        // dL/dy = (σ(y) − v) / n
        result.dy[i] = (1 / (1 + std::exp(-y[i])) - v[i]) / n;
        result.right = result.right && (y[i] > 0) == (v[i] > 0.5);
    }
    return result;
}

} // namespace gatescope

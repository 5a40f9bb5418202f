// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/losses.h"

#include <cmath>

namespace gatescope {

StepLoss outputSum(const Vector &y)
{
    return {y.sum(), Vector::Ones(y.size())};
}

StepLoss crossEntropy(const Vector &y, int target)
{
    // p = e^(y−m) / Σ e^(y−m); the largest y as m keeps the powers from overflowing
    const double m = y.maxCoeff();
    const Vector powers = (y.array() - m).exp();
    const double sum = powers.sum();
    // L = −log p_target = log Σ e^(y−m) − (y_target − m)
    const double loss = std::log(sum) - (y[target] - m);
    // dL/dy = p − onehot(target)
    Vector dy = powers / sum;
    dy[target] -= 1;
    return {loss, dy};
}

StepLoss squaredError(const Vector &y, const Vector &target)
{
    // L = 1/n Σ (y − target)²
    const Vector difference = y - target;
    const double n = static_cast<double>(y.size());
    return {difference.squaredNorm() / n, 2.0 / n * difference};
}

} // namespace gatescope

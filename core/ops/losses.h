// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

namespace gatescope {

/// The loss of one step, and its derivative by the numbers y that it was taken of.
struct StepLoss {
    double loss = 0;
    Vector dy;
};

/// Σ y
StepLoss outputSum(const Vector &y);
/// −log softmax(y)[target]
StepLoss crossEntropy(const Vector &y, int target);
/// mean of (y − target)²
StepLoss squaredError(const Vector &y, const Vector &target);

} // namespace gatescope

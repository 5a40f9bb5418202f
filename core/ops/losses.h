// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

namespace gatescope {

/// The loss of one step, and its derivative by the numbers y that it was taken of.
struct StepLoss {
    double loss = 0;
    Vector dy;
    bool right = false; ///< whether y answers as the target does
};

/// Σ y
StepLoss outputSum(const Vector &y);
/// −log softmax(y)[target]; right when it is the first of the largest y, as argmax has it
StepLoss crossEntropy(const Vector &y, int target);
/// mean of (y − target)²; right when every y is within `tolerance`
StepLoss squaredError(const Vector &y, const Vector &target, double tolerance);
/// mean of −v log σ(y) − (1 − v) log(1 − σ(y)); right when every y is on its target's side of 0
StepLoss binaryCrossEntropy(const Vector &y, const Vector &v);

} // namespace gatescope

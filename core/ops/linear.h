// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/views.h"

namespace gatescope {

/// W x + b; a b of size 0 is none.
Vector linear(const Eigen::Ref<const Matrix> &W, const Eigen::Ref<const Vector> &x, const Eigen::Ref<const Vector> &b);

/// The derivative of y_t = W x_t + b over the steps of one sequence, where dy and x are [step, unit]:
/// dW and db are added to, dx is added to.
void linearBackward(const Matrix &W, const Eigen::Ref<const Matrix, 0, Eigen::OuterStride<>> &x,
                    const Eigen::Ref<const Matrix, 0, Eigen::OuterStride<>> &dy, Matrix &dW, Vector &db,
                    SequenceView dx);

} // namespace gatescope

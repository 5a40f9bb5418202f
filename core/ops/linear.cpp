// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/linear.h"

namespace gatescope {

// A matrix times one vector, and not all steps and sequences in one product: so each sequence's
// numbers are the same to the last bit whatever it is batched with, and step by step as all at once.
Vector linear(const Eigen::Ref<const Matrix> &W, const Eigen::Ref<const Vector> &x, const Eigen::Ref<const Vector> &b)
{
    Vector y = W * x;
    if (b.size() > 0)
        y += b;
    return y;
}

void linearBackward(const Matrix &W, const Eigen::Ref<const Matrix, 0, Eigen::OuterStride<>> &x,
                    const Eigen::Ref<const Matrix, 0, Eigen::OuterStride<>> &dy, Matrix &dW, Vector &db,
                    SequenceView dx)
{
    // dW = Σ_t dy_t x_tᵀ
    dW.noalias() += dy.transpose() * x;
    // db = Σ_t dy_t
    if (db.size() > 0)
        db += dy.colwise().sum().transpose();
    // dx_t = Wᵀ dy_t
    dx.noalias() += dy * W;
}

} // namespace gatescope

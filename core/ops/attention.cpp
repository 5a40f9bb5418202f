// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/attention.h"

#include "core/model/squash.h"
#include "core/ops/linear.h"

#include <cmath>

namespace gatescope {

namespace {

/// tanh(A o_t + b)
Vector key(const AttentionParameters &parameters, const Eigen::Ref<const Vector> &o)
{
    return squashed(StateActivation::tanh, linear(parameters.weight, o, parameters.bias).array()).matrix();
}

/// Less the largest, so that no power overflows.
Eigen::ArrayXd softmax(const Eigen::ArrayXd &e)
{
    const double largest = e.maxCoeff();
    const Eigen::ArrayXd powers = e.unaryExpr([&](double value) { return std::exp(value - largest); });
    return powers / powers.sum();
}

} // namespace

Attended attend(const AttentionParameters &parameters, const ConstSequenceView &o)
{
    // e_t = vᵀ tanh(A o_t + b)
    Eigen::ArrayXd e(o.rows());
    for (Eigen::Index t = 0; t < o.rows(); ++t)
        e[t] = parameters.score.dot(key(parameters, o.row(t).transpose()));
    // α = softmax(e)
    const Eigen::ArrayXd alpha = softmax(e);
    // context = Σ_t α_t o_t
    return {alpha, o.transpose() * alpha.matrix()};
}

Eigen::ArrayXd attendBackward(const AttentionParameters &parameters, const ConstSequenceView &o,
                              const Eigen::ArrayXd &alpha, const Vector &dContext, AttentionParameters &sum,
                              SequenceView dO)
{
    // context = Σ_t α_t o_t
    const Eigen::ArrayXd dAlpha = (o * dContext).array();
    dO.noalias() += alpha.matrix() * dContext.transpose();
    // α = softmax(e): de = α∘(dα − Σ_t α_t dα_t)
    const Eigen::ArrayXd de = alpha * (dAlpha - (alpha * dAlpha).sum());
    for (Eigen::Index t = 0; t < o.rows(); ++t) {
        // e_t = vᵀ k, k = tanh(A o_t + b)
        const Vector k = key(parameters, o.row(t).transpose());
        sum.score += de[t] * k;
        const Vector da = (de[t] * parameters.score.array() * (1 - k.array().square())).matrix();
        sum.weight.noalias() += da * o.row(t);
        sum.bias += da;
        dO.row(t).noalias() += (parameters.weight.transpose() * da).transpose();
    }
    return dAlpha;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/rnn.h"

#include "core/ops/activation.h"
#include "core/ops/linear.h"

namespace gatescope {

void rnnForward(const CellStep &step, const StepParts &made)
{
    const auto &[W, U, bIn, bRec] = step.parameters;
    // h' = tanh(W x + b_in + U h + b_rec)
    const Eigen::ArrayXd a = linear(W, step.x, bIn) + linear(U, step.h.matrix(), bRec);
    made[Part::state] = hyperbolicTangent(a);
}

void rnnBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    const ConstArrayView hNew = made[Part::state];
    ArrayView da = gradient.da;
    // h' = tanh(a)
    da = d[Part::state] * (1 - hNew * hNew);
    // a = W x + b_in + U h + b_rec
    gradient.sum.U.noalias() += da.matrix() * step.h.matrix().transpose();
    if (step.spec.bias)
        gradient.sum.bRec += da.matrix();
    gradient.dh = (step.parameters.U.transpose() * da.matrix()).array();
}

} // namespace gatescope

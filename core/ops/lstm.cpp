// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/lstm.h"

#include "core/ops/activation.h"
#include "core/ops/linear.h"

namespace gatescope {

void lstmForward(const CellStep &step, const StepParts &made)
{
    const auto &[W, U, bIn, bRec] = step.parameters;
    const Eigen::Index H = step.h.size();
    ArrayView i = made[Part::inputGate], f = made[Part::forgetGate], g = made[Part::cellCandidate],
              o = made[Part::outputGate];
    ArrayView cNew = made[Part::cell], hNew = made[Part::state];

    // a = W x + b_in + U h + b_rec, the rows of i, f, g, o at once
    const Eigen::ArrayXd a = linear(W, step.x, bIn) + linear(U, step.h.matrix(), bRec);
    i = sigmoid(a.head(H));                     // i = σ(a_i)
    f = sigmoid(a.segment(H, H));               // f = σ(a_f)
    g = hyperbolicTangent(a.segment(2 * H, H)); // g = tanh(a_g)
    o = sigmoid(a.tail(H));                     // o = σ(a_o)
    cNew = f * step.c + i * g;                  // c' = f∘c + i∘g
    hNew = o * hyperbolicTangent(cNew);         // h' = o∘tanh(c')
}

void lstmBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    const Eigen::Index H = step.h.size();
    const ConstArrayView i = made[Part::inputGate], f = made[Part::forgetGate], g = made[Part::cellCandidate],
                         o = made[Part::outputGate];
    ArrayView di = d[Part::inputGate], df = d[Part::forgetGate], dg = d[Part::cellCandidate], dO = d[Part::outputGate];
    const ArrayView dhNew = d[Part::state];
    ArrayView dcNew = d[Part::cell];

    // h' = o∘tanh(c')
    const Eigen::ArrayXd tanhC = hyperbolicTangent(made[Part::cell]);
    dO = dhNew * tanhC;
    dcNew += dhNew * o * (1 - tanhC * tanhC);
    // c' = f∘c + i∘g
    df = dcNew * step.c;
    di = dcNew * g;
    dg = dcNew * i;
    gradient.dc = dcNew * f;
    // i = σ(a_i), f = σ(a_f), g = tanh(a_g), o = σ(a_o)
    gradient.da.head(H) = di * i * (1 - i);
    gradient.da.segment(H, H) = df * f * (1 - f);
    gradient.da.segment(2 * H, H) = dg * (1 - g * g);
    gradient.da.tail(H) = dO * o * (1 - o);
    // a = W x + b_in + U h + b_rec
    const auto da = gradient.da.matrix();
    gradient.sum.U.noalias() += da * step.h.matrix().transpose();
    if (step.spec.bias)
        gradient.sum.bRec += da;
    gradient.dh = (step.parameters.U.transpose() * da).array();
}

} // namespace gatescope

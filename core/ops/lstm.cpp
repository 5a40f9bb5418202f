// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/lstm.h"

#include "core/model/squash.h"
#include "core/ops/held.h"
#include "core/ops/sums.h"

namespace gatescope {

void lstmForward(const CellStep &step, const StepParts &made)
{
    const GateActivation sigma = step.spec.gateActivation;
    const StateActivation tanh = step.spec.stateActivation;
    const Eigen::Index H = step.h.size();
    ArrayView i = made[Part::inputGate], f = made[Part::forgetGate], g = made[Part::cellCandidate],
              o = made[Part::outputGate];
    ArrayView cNew = made[Part::cell], hNew = made[Part::state];

    // a = W x + b_in + U h + b_rec, the rows of i, f, g, o at once
    const Eigen::ArrayXd a = fromInput(step) + fromState(step, 4);
    i = squashed(sigma, a.head(H));          // i = σ(a_i)
    f = squashed(sigma, a.segment(H, H));    // f = σ(a_f)
    g = squashed(tanh, a.segment(2 * H, H)); // g = tanh(a_g)
    o = squashed(sigma, a.tail(H));          // o = σ(a_o)
    for (const Block &block : describe(step.spec.cell).blocks)
        hold(step, block.part, made[block.part]);
    cNew = f * step.c + i * g; // c' = f∘c + i∘g
    hold(step, Part::cell, cNew);
    hNew = o * squashed(tanh, cNew); // h' = o∘tanh(c')
    hold(step, Part::state, hNew);
}

void lstmBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    const GateActivation sigma = step.spec.gateActivation;
    const StateActivation tanh = step.spec.stateActivation;
    const Eigen::Index H = step.h.size();
    const ConstArrayView i = made[Part::inputGate], f = made[Part::forgetGate], g = made[Part::cellCandidate],
                         o = made[Part::outputGate];
    ArrayView di = d[Part::inputGate], df = d[Part::forgetGate], dg = d[Part::cellCandidate], dO = d[Part::outputGate];
    ArrayView dcNew = d[Part::cell];

    // h' = o∘tanh(c')
    const Eigen::ArrayXd dhNew = passedOn(step, Part::state, d[Part::state]);
    const Eigen::ArrayXd tanhC = squashed(tanh, made[Part::cell]);
    dO = dhNew * tanhC;
    dcNew += dhNew * o * slope(tanh, tanhC);
    // c' = f∘c + i∘g
    const Eigen::ArrayXd dcMade = passedOn(step, Part::cell, dcNew);
    df = dcMade * step.c;
    di = dcMade * g;
    dg = dcMade * i;
    gradient.dc = dcMade * f;
    // i = σ(a_i), f = σ(a_f), g = tanh(a_g), o = σ(a_o)
    gradient.da.head(H) = passedOn(step, Part::inputGate, di) * slope(sigma, i);
    gradient.da.segment(H, H) = passedOn(step, Part::forgetGate, df) * slope(sigma, f);
    gradient.da.segment(2 * H, H) = passedOn(step, Part::cellCandidate, dg) * slope(tanh, g);
    gradient.da.tail(H) = passedOn(step, Part::outputGate, dO) * slope(sigma, o);
    // a = W x + b_in + U h + b_rec
    gradient.dh.setZero();
    fromStateBackward(step, gradient.da, gradient);
}

} // namespace gatescope

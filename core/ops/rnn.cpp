// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/rnn.h"

#include "core/model/squash.h"
#include "core/ops/held.h"
#include "core/ops/sums.h"

namespace gatescope {

void rnnForward(const CellStep &step, const StepParts &made)
{
    // h' = tanh(W x + b_in + U h + b_rec)
    made[Part::state] = squashed(step.spec.stateActivation, fromInput(step) + fromState(step, 1));
    hold(step, Part::state, made[Part::state]);
}

void rnnBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    // h' = tanh(a)
    gradient.da = passedOn(step, Part::state, d[Part::state]) * slope(step.spec.stateActivation, made[Part::state]);
    // a = W x + b_in + U h + b_rec
    gradient.dh.setZero();
    fromStateBackward(step, gradient.da, gradient);
}

} // namespace gatescope

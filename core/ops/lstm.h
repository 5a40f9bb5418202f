// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/cell_operation.h"

namespace gatescope {

/// One step of an LSTM, and its derivative; the equations say σ and tanh for the spec's activations.
void lstmForward(const CellStep &step, const StepParts &made);
void lstmBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient);

} // namespace gatescope

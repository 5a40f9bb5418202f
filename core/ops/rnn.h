// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/cell_operation.h"

namespace gatescope {

/// One step of an RNN, and its derivative; the equations say tanh for the spec's state activation.
void rnnForward(const CellStep &step, const StepParts &made);
void rnnBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient);

} // namespace gatescope

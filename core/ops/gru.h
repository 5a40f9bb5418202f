// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/cell_operation.h"

namespace gatescope {

/// One step of a GRU, and its derivative: both places of the reset, both readings of the update
/// (gru.md, A1). The equations say σ and tanh for the spec's activations.
void gruForward(const CellStep &step, const StepParts &made);
void gruBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient);

} // namespace gatescope

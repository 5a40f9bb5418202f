// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/cell_operation.h"

namespace gatescope {

// The two sums that meet before the squashing functions. With layer normalisation W x and U h are each normalised
// over the rows of all blocks before their bias is added.

/// W x + b_in of every block [blocks·H]
Eigen::ArrayXd fromInput(const CellStep &step);

/// h as the rows of one block read it: m∘h under recurrent dropout [H]
Eigen::ArrayXd heard(const CellStep &step, int block);

/// U h + b_rec of the first `blocks` blocks [blocks·H]; all of them with layer normalisation
Eigen::ArrayXd fromState(const CellStep &step, int blocks);

/// Its derivative: from dL/d of it to the gradients by U, b_rec and the gains, and to dh, which are added to.
void fromStateBackward(const CellStep &step, const Eigen::ArrayXd &d, CellStepGradient &gradient);

} // namespace gatescope

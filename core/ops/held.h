// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/squash.h"
#include "core/ops/cell_operation.h"

namespace gatescope {

// What pins do to a step: "y held" stands for y with the held values in their units.

/// Puts the held values in the place of those that the step made of a part [H].
void hold(const CellStep &step, Part part, ArrayView y);

/// Its derivative: a held value does not move with what led to it, so from dL/d(y held) to dL/dy, which is 0 where y is
/// held [H].
Eigen::ArrayXd passedOn(const CellStep &step, Part part, const ConstArrayRef &dHeld);

} // namespace gatescope

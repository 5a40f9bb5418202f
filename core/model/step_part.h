// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cell.h"

namespace gatescope {

/// The part of a step (index into CellDescription::stepParts) that completes a recorded part; u is made on the way to
/// the candidate. None where the cell has no such part.
std::optional<int> stepPartThatMakes(CellKind cell, Part part);

} // namespace gatescope

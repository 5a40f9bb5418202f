// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// What the head makes of the new state, in the picture's right column under the conveyor: the four
/// likeliest classes in ink, or the values and their targets. In a lower layer it says where the state
/// goes instead. Nothing is told before the state of `part` is computed. `from` is the right edge of a
/// new state that stands left of the answer; without it the new state stands over the answer.
void drawAnswer(CellCanvas &canvas, int part, double bottom, std::optional<double> from = std::nullopt);

/// Left edge of the right column.
double answerLeft(const CellPlan &plan);

} // namespace gatescope

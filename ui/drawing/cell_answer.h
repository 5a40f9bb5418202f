// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell_canvas.h"

namespace gatescope {

/// What the head makes of the new state, in the picture's right column under the conveyor: the four
/// likeliest classes in ink, or the values and their targets. In a lower layer it says where the state
/// goes instead. Nothing is told before the state of `part` is computed.
void drawAnswer(CellCanvas &canvas, int part, double bottom);

/// Left edge of the right column.
double answerLeft(const CellPlan &plan);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// What the cell reads at this step, along the foot of the picture: the alphabet with its lit letter,
/// or a row of numbers with the names of the features. Too many for cells become a strip in which the
/// lit letter (the largest number) is drawn large. `lit` of it is there, 0 … 1; before 1/3 it is empty.
/// Returns the point from which the wire to the gates starts.
QPointF drawCellInput(CellCanvas &canvas, double lit);

/// The scale of the numbers that the cell reads; 1 for letters and for states of the layer below.
double inputScale(const Scene &scene);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// A column of a cell's picture that holds one part's recorded values.
struct HeldColumn {
    double left = 0, top = 0, width = 0;
    Part part = Part::state;
    double revealed = 1; ///< as ColumnStyle::revealed
    bool before = false; ///< of the step before
};
/// A pin on each of its values that what-if holds.
void drawHeldMarks(CellCanvas &canvas, const std::vector<HeldColumn> &columns);

} // namespace gatescope

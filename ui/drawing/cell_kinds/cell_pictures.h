// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// How a kind of cell is drawn in each pass.
struct CellPictures {
    CellKind kind;
    void (*forward)(CellCanvas &);
    void (*backward)(CellCanvas &);
};

/// The table of the pictures, one row for each kind of cell that has one.
const std::vector<CellPictures> &cellPictures();

/// Draws the playhead's cell in its pass; a kind that is not in the table has a header alone.
void drawCell(CellCanvas &canvas);

} // namespace gatescope

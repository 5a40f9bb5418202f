// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// A plain RNN cell at work: the old state ends, and the new one is made from its past and the input.
void drawRnnForward(CellCanvas &canvas);

/// The gradients through the same cell: one way back, through tanh and U.
void drawRnnBackward(CellCanvas &canvas);

/// Left edges of an RNN's columns, in pixels.
struct RnnColumns {
    double width;
    double hBefore, h; ///< upper band
    double u, w, a;    ///< lower band
    double wall;       ///< where the old state's lanes end

    double middle(double left) const { return left + width / 2; }
};
RnnColumns rnnColumns(const CellPlan &plan);

/// The old state's lanes end here: nothing but the matrix leads on.
void drawRnnWall(CellCanvas &canvas, const RnnColumns &columns);

} // namespace gatescope

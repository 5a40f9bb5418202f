// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// An LSTM cell at work. Above, the conveyor of the cell state c: the forget gate keeps, the input gate
/// writes. Below, the gates, the candidate, and the state h that the output gate lets out.
void drawLstmForward(CellCanvas &canvas);

/// The names over its columns.
void drawLstmForwardLabels(CellCanvas &canvas);

/// The gradients through the same cell: from the new states back to both old ones.
void drawLstmBackward(CellCanvas &canvas);

/// Left edges of an LSTM's columns, in pixels.
struct LstmColumns {
    double width;
    double cBefore, kept, c;                          ///< upper band
    double hBefore, f, i, g, written, squashed, o, h; ///< lower band

    double middle(double left) const { return left + width / 2; }
};
LstmColumns lstmColumns(const CellPlan &plan);

} // namespace gatescope

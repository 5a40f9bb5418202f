// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/network/network_canvas.h"

namespace gatescope {

/// The states of a layer and direction as heat glyphs, a unit a row from the top; in the backward pass the gradients
/// by them. More units than pixels: a line shows the strongest of its units. Units that training drops are hatched.
void drawGlyphs(NetworkCanvas &canvas, const NetworkRow &row);

/// The frame of the playhead's cell.
void drawCurrentFrame(NetworkCanvas &canvas);

/// The scale of the states' colours: 1, or for states without a bound the next round number over what may be seen.
double networkScale(const NetworkCanvas &canvas);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/network/network_canvas.h"

namespace gatescope {

/// The chains by which states pass from step to step, as wide as the state is large; in the backward pass the way a
/// gradient goes back, as wide as its logarithm says. Steps too narrow for a chain between two glyphs have it under
/// them.
void drawChains(NetworkCanvas &canvas, const NetworkRow &row);

/// The wires from the input up to the head, those of the playhead's step in the hues of what they carry. In the
/// backward pass the gradient comes down from the losses that are watched and leaves by the input.
void drawVerticals(NetworkCanvas &canvas);

} // namespace gatescope

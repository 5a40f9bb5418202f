// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// One step of a GRU: the state rides along the conveyor through the blend; below, the gates and the
/// candidate, whose followed row reads as a sentence: r × u = p, + w → tanh → n.
void drawGruForward(CellCanvas &canvas);

/// The same stage in the backward pass: values fade to a thin strip, gradients take the columns and
/// the wires.
void drawGruBackward(CellCanvas &canvas);

} // namespace gatescope

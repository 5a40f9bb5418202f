// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"
#include "ui/drawing/cell_kinds/gru_moment.h"

namespace gatescope {

/// The units that the forward picture of a GRU is put together from.

/// The wires from the old state and from the input (which starts at `input`) to the gates and sums,
/// with the gates' σ.
void drawGruWires(CellCanvas &canvas, const QPointF &input);

/// The signs between the lower columns, so that the followed row reads r × u = p, + w → tanh → n.
void drawGruSentence(CellCanvas &canvas, const GruMoment &values);

/// The symbols over the columns, and what they mean in words.
void drawGruForwardLabels(CellCanvas &canvas);

} // namespace gatescope

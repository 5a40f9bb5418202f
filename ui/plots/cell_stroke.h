// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"
#include "ui/common/theme.h"

#include <QPainterPath>
#include <QPen>

namespace gatescope {

/// The line that a network wears in every chart that compares: its cell's dash and weight (GRU solid, LSTM 9-5, RNN
/// 1.5-5), so that no two cells look alike in grey. The cell in focus, the GRU, wears the hue of the quantity, here
/// loss and gradients; the others ink.
/// `scale` is that of the text around it, see penScale(). `variant` counts networks of the same cell that are set
/// otherwise: dots between its dashes tell which one it is.
QPen cellStroke(CellKind cell, const Theme &theme, double width, int variant = 0, double scale = 1);

/// The same line for one of the sizes of a sweep, which are all of one cell: the larger, the darker.
QPen sweepStroke(CellKind cell, const Theme &theme, std::size_t entry, std::size_t entries, double scale = 1);

/// Which variant of its cell an entry of a race is.
int variantOf(const RacePlan &plan, std::size_t entry);

/// The colour of words that speak of it.
QColor cellInk(CellKind cell, const Theme &theme);

/// The dot of a run of such a network, around (0, 0), about as large as a disc of that radius. Of a race's own
/// networks, four GRUs, three LSTMs and an RNN or two, none has the shape of another; further variants begin anew.
QPainterPath cellDot(CellKind cell, int variant, double radius);

/// The same line for one seed of several: as thin and pale as raw data.
QPen paleStroke(CellKind cell, const Theme &theme, int variant = 0, double scale = 1);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QPen>

namespace gatescope {

/// The line that a network wears in every chart that compares: its cell's dash and weight (GRU solid, LSTM 9-5, RNN
/// 1.5-5), so that no two cells look alike in grey. The cell in focus, the GRU, wears the hue of the quantity, here
/// loss and gradients; the others ink.
QPen cellStroke(CellKind cell, const Theme &theme, double width);

/// The colour of words that speak of it.
QColor cellInk(CellKind cell, const Theme &theme);

/// The same line for one seed of several: as thin and pale as raw data.
QPen paleStroke(CellKind cell, const Theme &theme);

} // namespace gatescope

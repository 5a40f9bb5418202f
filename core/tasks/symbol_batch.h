// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/batch.h"

#include <vector>

namespace gatescope {

/// What is read or answered at each step as the number of a symbol, [sequence][step]; sequences may differ in length.
using SymbolRows = std::vector<std::vector<int>>;

/// Each symbol as a vector of zeros with a 1 in its place: x is [time, batch, symbols].
Batch oneHotBatch(const SymbolRows &rows, int symbols);

/// Each symbol as a row of the network's embedding: x is [time, batch, width] and 0 until the network looks it up.
Batch embeddingBatch(SymbolRows rows, int width);

} // namespace gatescope

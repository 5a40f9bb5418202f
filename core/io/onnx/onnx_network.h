// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/foreign/import_answer.h"
#include "core/io/inventory.h"

namespace gatescope {

/// The network that an ONNX file holds: the rows of an embedding (Gather), GRU, LSTM or RNN nodes that are alike, and a
/// linear head (Gemm, or MatMul and Add), in a chain with nodes that only move numbers about. linear_before_reset
/// decides where a GRU's reset acts; a note says that exporters have forgotten it. Refuses every other node by its
/// name.
Result<ModelInventory> onnxNetwork(const ImportAnswer &file);

} // namespace gatescope

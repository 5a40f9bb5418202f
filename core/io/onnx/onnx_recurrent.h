// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/foreign/found_network.h"
#include "core/io/onnx/onnx_graph.h"

namespace gatescope {

/// Whether the node is a GRU, an LSTM or an RNN.
bool isRecurrent(const OnnxNode &node);

/// Reads such a node, whose rows are in ONNX' order: z, r, h of a GRU, i, o, f, c of an LSTM (gru.md, A4). Refuses what
/// Gatescope does not compute: clip, peepholes, other activations, a single direction that is reversed.
Result<FoundLayer> readOnnxLayer(const OnnxNode &node, const OnnxGraph &graph);

} // namespace gatescope

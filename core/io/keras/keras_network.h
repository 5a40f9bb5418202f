// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/foreign/import_answer.h"
#include "core/io/inventory.h"

namespace gatescope {

/// The network that a file of Keras holds: an Embedding, recurrent layers that are alike, and a Dense as the head, in a
/// chain with layers that change nothing in a run. Its tensors are in PyTorch's layout under PyTorch's names behind the
/// names of the layers: "gru.weight_ih_l0". Refuses everything else with the layer's name and what was expected; what
/// can be left out without harm is, and a note says so.
Result<ModelInventory> kerasNetwork(const ImportAnswer &file);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/layer_shapes.h"

namespace gatescope {

// A program of a few lines that builds the layer and runs it. The arguments pass the check.

std::string pytorchCode(const LayerArguments &arguments);
/// Of a layer of PyTorch: one that answers as that one does, every step's output and the last state of each layer.
std::string kerasCode(const LayerArguments &arguments);

} // namespace gatescope

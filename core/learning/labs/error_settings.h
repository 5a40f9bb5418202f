// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/layer_shapes.h"

namespace gatescope {

// What a message tells of a layer, put into its arguments and kept within what the lab draws.

void putInputSize(LayerArguments &arguments, double value);
void putHiddenSize(LayerArguments &arguments, double value);
void putLayers(LayerArguments &arguments, double value);
void putBidirectional(LayerArguments &arguments, double value);
void putBatch(LayerArguments &arguments, double value);
void putSteps(LayerArguments &arguments, double value);
void putDropout(LayerArguments &arguments, double value);
void putStateful(LayerArguments &arguments, double value);
void putReturnSequences(LayerArguments &arguments, double value);
void putStates(LayerArguments &arguments, double value);    ///< layers · directions
void putLastLayer(LayerArguments &arguments, double value); ///< counted from 0
void putBlockRows(LayerArguments &arguments, double value); ///< 3·H

} // namespace gatescope

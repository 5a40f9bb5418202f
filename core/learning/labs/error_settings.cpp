// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/error_settings.h"

#include <algorithm>

namespace gatescope {

namespace {

int size(double value, int most = largestLayerSize)
{
    return int(std::clamp(value, 1.0, double(most)));
}

} // namespace

void putInputSize(LayerArguments &arguments, double value)
{
    arguments.inputSize = size(value);
}

void putHiddenSize(LayerArguments &arguments, double value)
{
    arguments.hiddenSize = size(value);
}

void putLayers(LayerArguments &arguments, double value)
{
    arguments.layers = size(value, mostLabLayers);
}

void putBidirectional(LayerArguments &arguments, double value)
{
    arguments.bidirectional = value != 0;
}

void putBatch(LayerArguments &arguments, double value)
{
    arguments.batch = size(value);
}

void putSteps(LayerArguments &arguments, double value)
{
    arguments.steps = size(value);
}

void putDropout(LayerArguments &arguments, double value)
{
    arguments.dropout = std::clamp(value, 0.0, 1.0);
}

void putStateful(LayerArguments &arguments, double value)
{
    arguments.stateful = value != 0;
}

void putReturnSequences(LayerArguments &arguments, double value)
{
    arguments.returnSequences = value != 0;
}

void putStates(LayerArguments &arguments, double value)
{
    arguments.bidirectional = arguments.bidirectional && int(value) % 2 == 0;
    putLayers(arguments, value / arguments.directions());
}

void putLastLayer(LayerArguments &arguments, double value)
{
    putLayers(arguments, value + 1);
}

void putBlockRows(LayerArguments &arguments, double value)
{
    putHiddenSize(arguments, value / 3);
}

} // namespace gatescope

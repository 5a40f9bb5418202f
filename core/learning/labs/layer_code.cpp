// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/layer_code.h"

#include <sstream>

namespace gatescope {

namespace {

/// What is written only where it is not the default: ", bias=False".
std::string unlessDefault(bool differs, const std::string &argument)
{
    return differs ? ", " + argument : "";
}

std::string plain(double value)
{
    std::ostringstream text;
    text << value;
    return text.str();
}

/// One layer of a Keras stack.
std::string kerasLayer(const LayerArguments &a, bool sequences, bool state)
{
    const std::string layer = "layers.GRU(" + std::to_string(a.hiddenSize)
        + unlessDefault(sequences, "return_sequences=True") + unlessDefault(state, "return_state=True")
        + unlessDefault(a.goBackwards, "go_backwards=True") + unlessDefault(a.stateful, "stateful=True")
        + unlessDefault(!a.bias, "use_bias=False") + unlessDefault(!a.resetAfter, "reset_after=False") + ")";
    return a.bidirectional ? "layers.Bidirectional(" + layer + ")" : layer;
}

/// ", state", or by its layer ", state_0"; both directions' where there are two.
std::string kerasStates(const LayerArguments &a, int layer)
{
    const std::string end = a.framework == Framework::pytorch && a.layers > 1 ? "_" + std::to_string(layer) : "";
    return a.bidirectional ? ", forward" + end + ", backward" + end : ", state" + end;
}

} // namespace

std::string pytorchCode(const LayerArguments &a)
{
    const std::string layersBy = std::to_string(a.layers * a.directions()), H = std::to_string(a.hiddenSize);
    const std::string L = std::to_string(a.steps), N = std::to_string(a.batch), I = std::to_string(a.inputSize);
    std::string code = "import torch\nfrom torch import nn\n\ngru = nn.GRU(" + I + ", " + H
        + unlessDefault(a.layers != 1, "num_layers=" + std::to_string(a.layers)) + unlessDefault(!a.bias, "bias=False")
        + unlessDefault(a.batchFirst, "batch_first=True") + unlessDefault(a.dropout > 0, "dropout=" + plain(a.dropout))
        + unlessDefault(a.bidirectional, "bidirectional=True") + ")\n";
    code += "x = torch.randn(" + (a.batchFirst ? N + ", " + L : L + ", " + N) + ", " + I + ")\n";
    code += "h_0 = torch.zeros(" + layersBy + ", " + N + ", " + H + ")\n";
    return code + "output, h_n = gru(x, h_0)\nprint(output.shape, h_n.shape)\n";
}

std::string kerasCode(const LayerArguments &a)
{
    const bool asPytorch = a.framework == Framework::pytorch;
    std::string code = "import keras\nfrom keras import layers\n\nx = keras.random.normal((" + std::to_string(a.batch)
        + ", " + std::to_string(a.steps) + ", " + std::to_string(a.inputSize) + "))\n";
    std::string read = "x";
    for (int layer = 0; layer < a.layers; ++layer) {
        const bool isLast = layer + 1 == a.layers;
        const bool sequences = !isLast || asPytorch || a.returnSequences;
        const bool state = asPytorch || (isLast && a.returnState);
        code += (isLast ? "output" : "h") + (state ? kerasStates(a, layer) : "") + " = "
            + kerasLayer(a, sequences, state) + "(" + read + ")\n";
        read = asPytorch && a.dropout > 0 ? "layers.Dropout(" + plain(a.dropout) + ")(h)" : "h";
    }
    return code + "print(output.shape)\n";
}

} // namespace gatescope

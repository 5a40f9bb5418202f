// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/spec.h"

namespace gatescope {

namespace {

constexpr int mostLayers = 1000;

/// `Number` is double while the sizes are not yet known to fit an integer.
template<typename Number>
Number countRecurrent(const NetworkSpec &spec)
{
    const Number H = spec.hiddenSize;
    const Number D = spec.directions();
    const Number rows = Number(describe(spec.cell).blocks.size()) * H;
    const Number vectors = Number(spec.bias ? 2 : 0) + Number(spec.layerNorm ? 2 : 0);
    const Number firstLayer = rows * (Number(spec.inputSize) + H + vectors);
    const Number higherLayer = rows * (D * H + H + vectors);
    const Number encoder = D * (firstLayer + Number(spec.layers - 1) * higherLayer);
    if (!spec.decoder)
        return encoder;
    const Number firstOfDecoder = rows * (Number(spec.headOutputs) + H + vectors);
    return encoder + firstOfDecoder + Number(spec.layers - 1) * higherLayer;
}

template<typename Number>
Number countAll(const NetworkSpec &spec)
{
    const Number width = Number(spec.directions()) * Number(spec.hiddenSize);
    const Number headColumns = width + Number(spec.headBias ? 1 : 0);
    const Number attention = spec.headReads == HeadReads::attention ? width * (width + 2) : 0;
    return countRecurrent<Number>(spec) + Number(spec.headOutputs) * headColumns + attention
        + Number(spec.embeddingRows) * Number(spec.inputSize);
}

/// Options that need something else, or do not go together.
Result<void> checkOptions(const NetworkSpec &spec)
{
    const std::string cell(describe(spec.cell).pytorchName);
    if (spec.paddingRow < -1 || (spec.paddingRow >= 0 && spec.paddingRow >= spec.embeddingRows))
        return error("padding_idx is %1, but the embedding has %2 rows: choose one of these rows, or -1 for none.",
                     {std::to_string(spec.paddingRow), std::to_string(spec.embeddingRows)});
    if (spec.layerNorm && spec.cell != CellKind::gru)
        return error("Layer normalisation is defined for a GRU here, not for an %1: choose a GRU, or no normalisation.",
                     {cell});
    if (spec.layerNorm && spec.reset == ResetPlacement::before)
        return error(
            "Layer normalisation takes U h as a whole, but with the reset before the product the candidate reads "
            "U (r∘h): choose the reset after the product, or no normalisation.");
    if (spec.headReads == HeadReads::attention && spec.headOutputs == 0)
        return error("Attention gathers what the head reads: give the network a head, or no attention.");
    if (!spec.decoder)
        return {};
    if (spec.headOutputs == 0)
        return error("A decoder writes with the head: give the network one, or no decoder.");
    if (spec.bidirectional)
        return error("A decoder writes forwards, so it cannot begin with states of both directions: choose one "
                     "direction, or no decoder.");
    if (spec.headReads == HeadReads::attention)
        return error("A decoder's head reads the decoder at every step: choose either attention or a decoder.");
    return {};
}

} // namespace

Result<void> checkAsPyTorch(const NetworkSpec &spec)
{
    const std::string name(describe(spec.cell).pytorchName);
    if (spec.hiddenSize <= 0)
        return error("hidden_size must be greater than zero: give the %1 at least one unit.", {name});
    if (spec.layers <= 0)
        return error("num_layers must be greater than zero: give the %1 at least one layer.", {name});
    if (spec.inputSize <= 0)
        return error("input_size must be greater than zero: give the %1 at least one number to read at each step.",
                     {name});
    return {};
}

Result<void> check(const NetworkSpec &spec)
{
    if (auto fine = checkAsPyTorch(spec); !fine)
        return fine;
    if (spec.layers > mostLayers)
        return error("num_layers is %1: Gatescope takes at most %2 layers.",
                     {std::to_string(spec.layers), std::to_string(mostLayers)});
    if (spec.headOutputs < 0)
        return error("The head cannot have %1 outputs: give it at least one, or 0 for no head.",
                     {std::to_string(spec.headOutputs)});
    if (spec.embeddingRows < 0)
        return error("The embedding cannot have %1 rows: give it at least one, or 0 for no embedding.",
                     {std::to_string(spec.embeddingRows)});
    if (countAll<double>(spec) > double(mostParameters))
        return error("This network would have more than %1 million parameters, the most that Gatescope takes: choose a "
                     "smaller hidden_size, input_size or num_layers, or a smaller head or embedding.",
                     {std::to_string(mostParameters / 1'000'000)});
    return checkOptions(spec);
}

std::int64_t recurrentParameterCount(const NetworkSpec &spec)
{
    return countRecurrent<std::int64_t>(spec);
}

std::int64_t parameterCount(const NetworkSpec &spec)
{
    return countAll<std::int64_t>(spec);
}

std::string pytorchConstructor(const NetworkSpec &spec)
{
    std::string line = "nn." + std::string(describe(spec.cell).pytorchName) + "(" + std::to_string(spec.inputSize)
        + ", " + std::to_string(spec.hiddenSize);
    if (spec.layers != 1)
        line += ", num_layers=" + std::to_string(spec.layers);
    if (!spec.bias)
        line += ", bias=False";
    if (spec.cell == CellKind::rnn && spec.stateActivation == StateActivation::relu)
        line += ", nonlinearity='relu'";
    if (spec.bidirectional)
        line += ", bidirectional=True";
    return line + ")";
}

} // namespace gatescope

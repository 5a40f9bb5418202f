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
    const Number biases = spec.bias ? 2 : 0;
    const Number firstLayer = rows * (Number(spec.inputSize) + H + biases);
    const Number higherLayer = rows * (D * H + H + biases);
    return D * (firstLayer + Number(spec.layers - 1) * higherLayer);
}

template<typename Number>
Number countAll(const NetworkSpec &spec)
{
    const Number headColumns = Number(spec.directions()) * Number(spec.hiddenSize) + Number(spec.headBias ? 1 : 0);
    return countRecurrent<Number>(spec) + Number(spec.headOutputs) * headColumns
        + Number(spec.embeddingRows) * Number(spec.inputSize);
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
    return {};
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
    if (spec.bidirectional)
        line += ", bidirectional=True";
    return line + ")";
}

} // namespace gatescope

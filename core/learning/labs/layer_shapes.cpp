// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/layer_shapes.h"

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

using Axes = std::vector<ShapeAxis>;

/// [L, N, size], or [N, L, size] where the batch stands first.
Axes sequenceAxes(const LayerArguments &a, bool batchFirst, ShapeAxis last)
{
    Axes axes{{Axis::time, a.steps, "L"}, {Axis::batch, a.batch, "N"}, std::move(last)};
    if (batchFirst)
        std::swap(axes[0], axes[1]);
    return axes;
}

ShapeAxis outputAxis(const LayerArguments &a)
{
    return {Axis::unit, a.directions() * a.hiddenSize, a.bidirectional ? "2·H" : "H"};
}

/// What layer k reads.
ShapeAxis readAxis(const LayerArguments &a, int layer)
{
    return layer == 0 ? ShapeAxis{Axis::feature, a.inputSize, "I"} : outputAxis(a);
}

std::vector<TensorShape> pytorchShapes(const LayerArguments &a)
{
    const ShapeAxis unit{Axis::unit, a.hiddenSize, "H"}, gates{Axis::gate, 3 * a.hiddenSize, "3·H"};
    const ShapeAxis states{Axis::state, a.layers * a.directions(), a.bidirectional ? "2·layers" : "layers"};
    const Axes state{states, {Axis::batch, a.batch, "N"}, unit};
    std::vector<TensorShape> shapes{
        {"input", TensorKind::input, sequenceAxes(a, a.batchFirst, readAxis(a, 0))},
        {"h_0", TensorKind::state, state},
        {"output", TensorKind::output, sequenceAxes(a, a.batchFirst, outputAxis(a))},
        {"h_n", TensorKind::state, state},
    };
    for (int layer = 0; layer < a.layers; ++layer)
        for (int direction = 0; direction < a.directions(); ++direction) {
            const std::string end = "_l" + std::to_string(layer) + (direction == 1 ? "_reverse" : "");
            shapes.push_back({"weight_ih" + end, TensorKind::parameter, {gates, readAxis(a, layer)}});
            shapes.push_back({"weight_hh" + end, TensorKind::parameter, {gates, unit}});
            if (!a.bias)
                continue;
            shapes.push_back({"bias_ih" + end, TensorKind::parameter, {gates}});
            shapes.push_back({"bias_hh" + end, TensorKind::parameter, {gates}});
        }
    return shapes;
}

std::vector<TensorShape> kerasShapes(const LayerArguments &a)
{
    const ShapeAxis unit{Axis::unit, a.hiddenSize, "H"}, gates{Axis::gate, 3 * a.hiddenSize, "3·H"};
    const ShapeAxis batch{Axis::batch, a.batch, "N"};
    std::vector<TensorShape> shapes{
        {"input", TensorKind::input, sequenceAxes(a, true, readAxis(a, 0))},
        {"output", TensorKind::output,
         a.returnSequences ? sequenceAxes(a, true, outputAxis(a)) : Axes{batch, outputAxis(a)}},
    };
    for (int direction = 0; a.returnState && direction < a.directions(); ++direction)
        shapes.push_back({!a.bidirectional     ? "state"
                              : direction == 0 ? "forward state"
                                               : "backward state",
                          TensorKind::state,
                          {batch, unit}});
    for (int layer = 0; layer < a.layers; ++layer)
        for (int direction = 0; direction < a.directions(); ++direction) {
            const std::string start = (a.layers > 1 ? "gru_" + std::to_string(layer) + "/" : "")
                + (!a.bidirectional     ? ""
                       : direction == 0 ? "forward/"
                                        : "backward/");
            shapes.push_back({start + "kernel", TensorKind::parameter, {readAxis(a, layer), gates}});
            shapes.push_back({start + "recurrent_kernel", TensorKind::parameter, {unit, gates}});
            if (a.bias && a.resetAfter)
                shapes.push_back({start + "bias", TensorKind::parameter, {{Axis::bias, 2, "2"}, gates}});
            else if (a.bias)
                shapes.push_back({start + "bias", TensorKind::parameter, {gates}});
        }
    return shapes;
}

} // namespace

std::string written(const TensorShape &tensor)
{
    std::string text = "(";
    for (std::size_t i = 0; i < tensor.axes.size(); ++i)
        text += (i > 0 ? ", " : "") + std::to_string(tensor.axes[i].size);
    return text + (tensor.axes.size() == 1 ? ",)" : ")");
}

std::int64_t count(const TensorShape &tensor)
{
    std::int64_t product = 1;
    for (const ShapeAxis &axis : tensor.axes)
        product *= axis.size;
    return product;
}

std::vector<TensorShape> shapesOf(const LayerArguments &arguments)
{
    return arguments.framework == Framework::pytorch ? pytorchShapes(arguments) : kerasShapes(arguments);
}

std::int64_t parameterCount(const LayerArguments &arguments)
{
    std::int64_t sum = 0;
    for (const TensorShape &tensor : shapesOf(arguments))
        sum += tensor.kind == TensorKind::parameter ? count(tensor) : 0;
    return sum;
}

Result<void> check(const LayerArguments &a)
{
    const bool isPytorch = a.framework == Framework::pytorch;
    if (a.hiddenSize < 1 && isPytorch)
        return error("hidden_size must be greater than zero: give the layer at least one unit.");
    if (a.hiddenSize < 1)
        return error("Received an invalid value for argument `units`, expected a positive integer, got units=%1: give "
                     "the layer at least one unit.",
                     {std::to_string(a.hiddenSize)});
    if (a.layers < 1)
        return error("num_layers must be greater than zero: give it at least one layer.");
    if (a.inputSize < 1 || a.batch < 1)
        return error("A layer without numbers to read, or a batch without sequences, has nothing to show: choose at "
                     "least 1.");
    if (a.steps < 1)
        return error("Expected sequence length to be larger than 0 in RNN: give each sequence at least one step.");
    if (isPytorch && (a.dropout < 0 || a.dropout > 1))
        return error("dropout should be a number in range [0, 1] representing the probability of an element being "
                     "zeroed: choose one between 0 and 1.");
    if (std::max({a.inputSize, a.hiddenSize, a.batch, a.steps}) > largestLayerSize || a.layers > mostLabLayers)
        return error("The lab draws sizes up to %1 and up to %2 layers.",
                     {std::to_string(largestLayerSize), std::to_string(mostLabLayers)});
    return {};
}

std::optional<Sentence> warning(const LayerArguments &a)
{
    if (a.framework == Framework::pytorch && a.dropout > 0 && a.layers == 1)
        return sentence("dropout is added after all but the last layer, so with num_layers=1 it does nothing; PyTorch "
                        "only warns.");
    if (a.framework == Framework::keras && a.stateful)
        return sentence("stateful=True changes no shape, but fixes the batch: every batch has %1 sequences, and "
                        "sequence i goes on where sequence i of the batch before ended.",
                        {std::to_string(a.batch)});
    if (a.framework == Framework::keras && a.goBackwards && a.returnSequences && !a.bidirectional)
        return sentence("go_backwards=True changes no shape, but the order: the first output belongs to the last "
                        "input.");
    return {};
}

} // namespace gatescope

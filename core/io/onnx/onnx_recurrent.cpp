// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/onnx_recurrent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace gatescope {

namespace {

// PyTorch's block k is ONNX' block order[k].
constexpr std::array gruOrder{1, 0, 2};     ///< r, z, n from z, r, h
constexpr std::array lstmOrder{0, 2, 3, 1}; ///< i, f, g, o from i, o, f, c
constexpr std::array rnnOrder{0};

std::vector<int> orderOf(CellKind cell)
{
    return cell == CellKind::gru ? std::vector(gruOrder.begin(), gruOrder.end())
        : cell == CellKind::lstm ? std::vector(lstmOrder.begin(), lstmOrder.end())
                                 : std::vector(rnnOrder.begin(), rnnOrder.end());
}

CellKind cellOf(const OnnxNode &node)
{
    return node.op == "GRU" ? CellKind::gru : node.op == "LSTM" ? CellKind::lstm : CellKind::rnn;
}

double numberAt(const OnnxNode &node, const char *key, double unasked)
{
    return node.attributes.contains(key) && node.attributes[key].is_number() ? node.attributes[key].get<double>()
                                                                             : unasked;
}

/// The activations of both directions, in lower case: ONNX does not mind the case.
std::vector<std::string> activationsOf(const OnnxNode &node, CellKind cell, int directions)
{
    const std::vector<std::string> unasked = cell == CellKind::gru ? std::vector<std::string>{"sigmoid", "tanh"}
        : cell == CellKind::lstm                                   ? std::vector<std::string>{"sigmoid", "tanh", "tanh"}
                                                                   : std::vector<std::string>{"tanh"};
    std::vector<std::string> names;
    if (node.attributes.contains("activations") && node.attributes["activations"].is_array()) {
        for (const Json &name : node.attributes["activations"]) {
            names.push_back(name.is_string() ? name.get<std::string>() : std::string());
            std::ranges::transform(names.back(), names.back().begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        }
        return names;
    }
    for (int d = 0; d < directions; ++d)
        names.insert(names.end(), unasked.begin(), unasked.end());
    return names;
}

/// Whether all that a node says of a number of its hard sigmoids is this one; each direction has one, and those of
/// which nothing is said have ONNX' own.
bool allNear(const OnnxNode &node, int directions, const char *key, double unasked, double wanted)
{
    const auto isNear = [&](double number) { return std::abs(number - wanted) < 1e-4; };
    if (!node.attributes.contains(key))
        return isNear(unasked);
    const Json &said = node.attributes[key];
    return said.is_array() && (said.size() >= std::size_t(directions) || isNear(unasked))
        && std::ranges::all_of(said,
                               [&](const Json &number) { return number.is_number() && isNear(number.get<double>()); });
}

/// A hard sigmoid is max(0, min(1, alpha·a + beta)); Keras 2's is ONNX' own. Nothing for another one.
std::optional<GateActivation> hardSigmoidOf(const OnnxNode &node, int directions)
{
    if (!allNear(node, directions, "activation_beta", 0.5, 0.5))
        return std::nullopt;
    if (allNear(node, directions, "activation_alpha", 0.2, 1.0 / 6))
        return GateActivation::hardSigmoid;
    return allNear(node, directions, "activation_alpha", 0.2, 0.2) ? std::optional(GateActivation::hardSigmoidKeras2)
                                                                   : std::nullopt;
}

Result<void> readActivations(const OnnxNode &node, NetworkSpec &spec)
{
    const std::vector<std::string> names = activationsOf(node, spec.cell, spec.directions());
    const std::size_t each = spec.cell == CellKind::gru ? 2 : spec.cell == CellKind::lstm ? 3 : 1;
    const std::size_t state = spec.cell == CellKind::rnn ? 0 : 1;
    bool known = names.size() == each * std::size_t(spec.directions());
    for (std::size_t i = 0; known && i < names.size(); ++i) {
        const bool isGate = i % each < state;
        const std::string &first = names[isGate ? 0 : state];
        known = names[i] == first
            && (isGate ? first == "sigmoid" || first == "hardsigmoid" : first == "tanh" || first == "relu");
    }
    std::optional<GateActivation> gate = GateActivation::sigmoid;
    if (known && spec.cell != CellKind::rnn && names[0] == "hardsigmoid")
        gate = hardSigmoidOf(node, spec.directions());
    if (!known || !gate)
        return error(
            "%1 has activations that are not read; expected Sigmoid or HardSigmoid for gates, Tanh or Relu for "
            "states.",
            {node.name});
    spec.stateActivation = names[state] == "relu" ? StateActivation::relu : StateActivation::tanh;
    spec.gateActivation = *gate;
    return {};
}

/// The rows of direction d of a tensor [directions, rows, columns], in PyTorch's order of blocks.
Matrix rowsOf(const Tensor &tensor, int d, std::int64_t first, std::int64_t rows, const std::vector<int> &order)
{
    const bool isVector = tensor.shape.size() == 2;
    const std::int64_t columns = isVector ? 1 : tensor.dimension(2), all = tensor.dimension(1);
    const std::int64_t H = rows / std::int64_t(order.size());
    Matrix matrix(rows, columns);
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::int64_t from = first + order[std::size_t(row / H)] * H + row % H;
        for (std::int64_t column = 0; column < columns; ++column)
            matrix(row, column) = tensor.values[std::size_t((d * all + from) * columns + column)];
    }
    return matrix;
}

Error wrongWeights(const OnnxNode &node, const char *which, const Tensor *weights, const Argument &expected)
{
    if (!weights)
        return error("%1 has no %2 in the file; expected an initialiser of floating-point numbers.",
                     {node.name, which});
    return error("%2 of %1 has the shape %3, expected %4.", {node.name, which, weights->shapeText(), expected});
}

/// The initialisers, whose shapes say what hidden_size and direction may say too.
Result<FoundLayer> readWeights(const OnnxNode &node, const OnnxGraph &graph, NetworkSpec spec)
{
    const Tensor *W = graph.numbers(node.input(1)), *R = graph.numbers(node.input(2)),
                 *B = graph.numbers(node.input(3));
    const std::vector<int> order = orderOf(spec.cell);
    const std::int64_t D = spec.directions(), blocks = std::int64_t(order.size());
    if (!R || R->shape.size() != 3 || R->dimension(0) != D || R->dimension(2) < 1
        || R->dimension(1) != blocks * R->dimension(2))
        return wrongWeights(node, "R", R, "[" + std::to_string(D) + ", " + std::to_string(blocks) + "·H, H]");
    const std::int64_t H = R->dimension(2), rows = blocks * H;
    if (!W || W->shape.size() != 3 || W->dimension(0) != D || W->dimension(1) != rows || W->dimension(2) < 1)
        return wrongWeights(node, "W", W, sentence("[%1, %2, inputs]", {std::to_string(D), std::to_string(rows)}));
    spec.bias = !node.input(3).empty();
    if (spec.bias && (!B || B->shape != std::vector{D, 2 * rows}))
        return wrongWeights(node, "B", B, "[" + std::to_string(D) + ", " + std::to_string(2 * rows) + "]");
    spec.hiddenSize = int(H);
    spec.inputSize = int(W->dimension(2));
    FoundLayer layer{node.name, spec, {}, W->dtype, W->type};
    for (int d = 0; d < D; ++d) {
        LayerParameters &parameters = layer.parameters.emplace_back();
        parameters.W = rowsOf(*W, d, 0, rows, order);
        parameters.U = rowsOf(*R, d, 0, rows, order);
        if (spec.bias) {
            parameters.bIn = rowsOf(*B, d, 0, rows, order);
            parameters.bRec = rowsOf(*B, d, rows, rows, order);
        }
    }
    return layer;
}

} // namespace

bool isRecurrent(const OnnxNode &node)
{
    return node.op == "GRU" || node.op == "LSTM" || node.op == "RNN";
}

Result<FoundLayer> readOnnxLayer(const OnnxNode &node, const OnnxGraph &graph)
{
    NetworkSpec spec;
    spec.cell = cellOf(node);
    const bool saysDirection = node.attributes.contains("direction") && node.attributes["direction"].is_string();
    const std::string direction = saysDirection ? node.attributes["direction"].get<std::string>() : "forward";
    if (direction != "forward" && direction != "bidirectional")
        return error("%1 has the direction %2; expected forward or bidirectional.", {node.name, printable(direction)});
    spec.bidirectional = direction == "bidirectional";
    if (node.attributes.contains("clip") || numberAt(node, "input_forget", 0) != 0 || !node.input(7).empty())
        return error("%1 has clip, input_forget or peepholes, which Gatescope does not compute.", {node.name});
    if (spec.cell == CellKind::gru)
        spec.reset = numberAt(node, "linear_before_reset", 0) != 0 ? ResetPlacement::after : ResetPlacement::before;
    if (const Result<void> read = readActivations(node, spec); !read)
        return read.error();
    return readWeights(node, graph, spec);
}

} // namespace gatescope

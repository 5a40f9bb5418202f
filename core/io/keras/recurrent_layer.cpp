// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keras/recurrent_layer.h"

#include "core/io/json_numbers.h"
#include "core/model/conversion.h"

#include <limits>

namespace gatescope {

namespace {

std::optional<CellKind> cellOf(const SavedLayer &layer)
{
    return layer.className == "GRU"      ? std::optional(CellKind::gru)
        : layer.className == "LSTM"      ? std::optional(CellKind::lstm)
        : layer.className == "SimpleRNN" ? std::optional(CellKind::rnn)
                                         : std::nullopt;
}

bool isSet(const Json &config, const char *key, bool unasked)
{
    return config.contains(key) && config[key].is_boolean() ? config[key].get<bool>() : unasked;
}

Result<void> readActivations(const SavedLayer &layer, int kerasVersion, NetworkSpec &spec)
{
    const std::string state = activationIn(layer.config, "activation", "tanh");
    if (state != "tanh" && state != "relu")
        return error("%1 has the activation %2; expected tanh or relu.", {layer.shown(), printable(state)});
    spec.stateActivation = state == "relu" ? StateActivation::relu : StateActivation::tanh;
    if (spec.cell == CellKind::rnn)
        return {};
    const std::string gate = activationIn(layer.config, "recurrent_activation", "sigmoid");
    if (gate != "sigmoid" && gate != "hard_sigmoid")
        return error("%1 has the recurrent_activation %2; expected sigmoid or hard_sigmoid.",
                     {layer.shown(), printable(gate)});
    if (gate == "hard_sigmoid")
        spec.gateActivation = kerasVersion < 3 ? GateActivation::hardSigmoidKeras2 : GateActivation::hardSigmoid;
    return {};
}

/// What the layer's description says of its network; the sizes of what it reads are in the weights.
Result<NetworkSpec> readSpec(const SavedLayer &layer, int kerasVersion)
{
    NetworkSpec spec;
    spec.cell = *cellOf(layer);
    const Json &config = layer.config;
    const auto units
        = config.contains("units") ? wholeNumber(config["units"], 1, std::numeric_limits<int>::max()) : std::nullopt;
    if (!units)
        return error("%1 does not say its units; expected a whole number from 1.", {layer.shown()});
    spec.hiddenSize = int(*units);
    spec.bias = isSet(config, "use_bias", true);
    if (spec.cell == CellKind::gru)
        spec.reset = isSet(config, "reset_after", true) ? ResetPlacement::after : ResetPlacement::before;
    const Result<void> activations = readActivations(layer, kerasVersion, spec);
    return activations ? Result<NetworkSpec>(spec) : activations.error();
}

/// One direction's weights, found and of the right shape.
Result<LayerParameters> readCell(const SavedLayer &layer, const SavedWeights &weights, WithinLayer cell,
                                 NetworkSpec &spec)
{
    const Tensor *kernel = weights.find(layer, cell, 0, "kernel");
    const Tensor *recurrent = weights.find(layer, cell, 1, "recurrent_kernel");
    const Tensor *bias = spec.bias ? weights.find(layer, cell, 2, "bias") : nullptr;
    if (!kernel || !recurrent || (spec.bias && !bias))
        return missingWeight(layer, !kernel ? "kernel" : !recurrent ? "recurrent_kernel" : "bias");
    const std::int64_t H = spec.hiddenSize, rows = std::int64_t(describe(spec.cell).blocks.size()) * H;
    const auto text = [](std::int64_t number) { return std::to_string(number); };
    if (recurrent->shape != std::vector{H, rows} || recurrent->type == StoredType::other)
        return wrongShape(layer, "recurrent_kernel", *recurrent, "[" + text(H) + ", " + text(rows) + "]");
    if (kernel->shape.size() != 2 || kernel->dimension(0) < 1 || kernel->dimension(1) != rows
        || kernel->type == StoredType::other)
        return wrongShape(layer, "kernel", *kernel, sentence("[inputs, %1]", {text(rows)}));
    const bool twoBiases = spec.cell == CellKind::gru && spec.reset == ResetPlacement::after;
    if (bias
        && (bias->shape != (twoBiases ? std::vector{std::int64_t(2), rows} : std::vector{rows})
            || bias->type == StoredType::other))
        return wrongShape(layer, "bias", *bias, twoBiases ? "[2, " + text(rows) + "]" : "[" + text(rows) + "]");

    spec.inputSize = int(kernel->dimension(0));
    KerasLayer keras{toMatrix(*kernel), toMatrix(*recurrent), Matrix(0, rows)};
    if (bias)
        keras.bias = twoBiases ? toMatrix(*bias) : Matrix(toMatrix(*bias).transpose());
    if (spec.cell == CellKind::gru)
        return fromKeras(keras, spec.reset);
    LayerParameters parameters; // an LSTM's blocks i, f, c, o are PyTorch's i, f, g, o
    parameters.W = keras.kernel.transpose();
    parameters.U = keras.recurrentKernel.transpose();
    if (bias) {
        parameters.bIn = keras.bias.transpose();
        parameters.bRec = Vector::Zero(rows);
    }
    return parameters;
}

/// The layer of each direction: itself, or the two that a Bidirectional wraps.
Result<std::vector<SavedLayer>> directionsOf(const SavedLayer &layer)
{
    if (layer.className != "Bidirectional")
        return std::vector{layer};
    const std::string merge = activationIn(layer.config, "merge_mode", "concat");
    if (merge != "concat")
        return error("%1 has merge_mode=%2; expected concat.", {layer.shown(), printable(merge)});
    Result<SavedLayer> forward = wrappedLayer(layer, "layer");
    if (!forward)
        return forward.error();
    if (!cellOf(*forward))
        return error("%1 reads in both directions with a layer of the class %2; expected GRU, LSTM or SimpleRNN.",
                     {layer.shown(), printable(forward->className)});
    if (!layer.config.contains("backward_layer"))
        return std::vector{*forward, *forward};
    Result<SavedLayer> backward = wrappedLayer(layer, "backward_layer");
    if (!backward)
        return backward.error();
    if (backward->className != forward->className || !isSet(backward->config, "go_backwards", true))
        return error("%1 does not have the same class of layer in both directions; expected a second one that goes "
                     "backwards.",
                     {layer.shown()});
    return std::vector{*forward, *backward};
}

} // namespace

Result<RecurrentLayer> readRecurrentLayer(const SavedLayer &layer, const SavedWeights &weights, int kerasVersion)
{
    const Result<std::vector<SavedLayer>> directions = directionsOf(layer);
    if (!directions)
        return directions.error();
    const Json &config = directions->front().config;
    if (isSet(config, "go_backwards", false))
        return error("%1 has go_backwards=True, which is read only within a Bidirectional; expected False.",
                     {layer.shown()});
    RecurrentLayer read{{layer.shown(), {}, {}, {}, {}}, isSet(config, "return_sequences", false)};
    FoundLayer &found = read.found;
    const bool isBidirectional = directions->size() > 1;
    for (std::size_t d = 0; d < directions->size(); ++d) {
        Result<NetworkSpec> spec = readSpec((*directions)[d], kerasVersion);
        if (!spec)
            return spec.error();
        const WithinLayer cell = !isBidirectional ? WithinLayer::cell
            : d == 0                              ? WithinLayer::forwardCell
                                                  : WithinLayer::backwardCell;
        Result<LayerParameters> parameters = readCell(layer, weights, cell, *spec);
        if (!parameters)
            return parameters.error();
        if (d > 0 && *spec != found.spec)
            return error("%1 is not alike in its two directions; expected the same sizes and settings.",
                         {layer.shown()});
        found.spec = *spec;
        found.parameters.push_back(std::move(*parameters));
    }
    found.spec.bidirectional = isBidirectional;
    const Tensor &stored
        = *weights.find(layer, isBidirectional ? WithinLayer::forwardCell : WithinLayer::cell, 0, "kernel");
    found.dtype = stored.dtype;
    found.type = stored.type;
    return read;
}

Result<SavedLayer> wrappedLayer(const SavedLayer &layer, const char *key)
{
    const Json &config = layer.config;
    const bool isThere = config.contains(key) && config[key].is_object() && config[key].contains("class_name")
        && config[key]["class_name"].is_string() && config[key].contains("config") && config[key]["config"].is_object();
    if (!isThere)
        return error("%1 does not say what it wraps; expected a layer of Keras' own.", {layer.shown()});
    return SavedLayer{config[key]["class_name"], layer.name, layer.weights, config[key]["config"]};
}

std::string activationIn(const Json &config, const char *key, const char *unasked)
{
    if (!config.contains(key))
        return unasked;
    return config[key].is_string() ? config[key].get<std::string>() : writeJson(config[key]);
}

Error missingWeight(const SavedLayer &layer, const std::string &name)
{
    return error("The file has no weights \"%1\" of the layer %2.", {name, layer.shown()});
}

Error wrongShape(const SavedLayer &layer, const std::string &name, const Tensor &weight, const Argument &expected)
{
    return error("The weights \"%1\" of the layer %2 have the shape %3, expected %4 of floating-point numbers.",
                 {name, layer.shown(), weight.shapeText(), expected});
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keras/saved_layers.h"

#include "core/io/foreign/import_answer.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace gatescope {

namespace {

Error notAsKeras(Argument what)
{
    return error("What the file says of its layers is not as Keras writes it: %1.", {std::move(what)});
}

/// "simple_rnn" of "SimpleRNN", as Keras turns the name of a class round.
std::string snakeCase(const std::string &className)
{
    const auto isUpper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    const auto isLower = [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; };
    std::string snake;
    for (std::size_t i = 0; i < className.size(); ++i) {
        const bool afterLower = i > 0 && isLower(className[i - 1]);
        const bool beforeLower = i > 0 && i + 1 < className.size() && isLower(className[i + 1]);
        if (isUpper(className[i]) && (afterLower || beforeLower))
            snake += '_';
        snake += static_cast<char>(std::tolower(static_cast<unsigned char>(className[i])));
    }
    return snake;
}

/// What Keras 3 computes a mask with; a functional model lists it among its layers.
bool makesMask(const Json &layer)
{
    const std::string className = textAt(layer, "class_name");
    return className == "NotEqual" || className == "Any" || textAt(layer, "module").starts_with("keras.src.ops");
}

/// Whether the class is one of Keras' own, as far as the file says.
bool isOfKeras(const Json &layer)
{
    const std::string module = textAt(layer, "module");
    return (module.empty() || module.starts_with("keras") || module.starts_with("tf_keras"))
        && textAt(layer, "registered_name").find('>') == std::string::npos;
}

Result<SavedLayer> readLayer(const Json &json)
{
    if (!json.is_object() || !json.contains("config") || !json["config"].is_object())
        return notAsKeras(sentence("a layer has no \"config\""));
    SavedLayer layer{textAt(json, "class_name"), textAt(json["config"], "name"), {}, json["config"]};
    if (layer.name.empty())
        layer.name = textAt(json, "name");
    if (layer.className.empty() || layer.name.empty())
        return notAsKeras(sentence("a layer has no name or no class"));
    if (layer.className == "Lambda")
        return error("%1 is a Lambda layer, a piece of Python that would have to be run, which is never done; expected "
                     "layers of Keras' own.",
                     {layer.shown()});
    if (!isOfKeras(json))
        return error("%1 is a layer of somebody's own (%2), whose code is not Keras'; expected layers of Keras' own.",
                     {layer.shown(), printable(layer.className)});
    return layer;
}

/// The names that stand in a tensor's history anywhere in a part of a functional model, those of masks left out.
void collectHistories(const Json &json, std::vector<std::string> &names)
{
    if (json.is_object() && json.contains("keras_history")) {
        const Json &history = json["keras_history"];
        names.push_back(history.is_array() && !history.empty() && history[0].is_string() ? history[0].get<std::string>()
                                                                                         : std::string());
        return;
    }
    for (const auto &[key, inner] : json.items()) {
        if (inner.is_structured() && !(json.is_object() && key == "mask"))
            collectHistories(inner, names);
    }
}

/// Which layers a layer of a functional model reads: Keras 3 has objects with histories, Keras 2 lists of names.
std::vector<std::string> readBy(const Json &layer)
{
    std::vector<std::string> names;
    if (!layer.contains("inbound_nodes") || !layer["inbound_nodes"].is_array())
        return names;
    for (const Json &node : layer["inbound_nodes"]) {
        if (node.is_object()) {
            collectHistories(node, names);
            continue;
        }
        for (const auto &[place, tensor] : node.items()) {
            if (tensor.is_array() && !tensor.empty() && tensor[0].is_string())
                names.push_back(tensor[0]);
        }
    }
    return names;
}

Error noChain(const SavedLayer &layer)
{
    return error("%1 is not one of layers that read each other one after the other; expected a network that is such a "
                 "chain, with one input and one output.",
                 {layer.shown()});
}

/// Orders the layers of a functional model from its input to its output.
Result<std::vector<SavedLayer>> inOrder(const std::vector<SavedLayer> &layers, const Json &described)
{
    std::map<std::string, std::vector<std::size_t>> readers;
    std::vector<std::size_t> inputs;
    std::size_t place = 0;
    for (const Json &json : described) {
        if (makesMask(json))
            continue;
        const std::vector<std::string> read = readBy(json);
        if (read.size() > 1)
            return noChain(layers[place]);
        (read.empty() ? inputs : readers[read.front()]).push_back(place++);
    }
    if (inputs.size() != 1)
        return error("The network has %1 inputs; expected one.", {std::to_string(inputs.size())});
    std::vector<SavedLayer> chain{layers[inputs.front()]};
    while (chain.size() < layers.size()) {
        const auto next = readers.find(chain.back().name);
        if (next == readers.end())
            break;
        if (next->second.size() != 1)
            return noChain(chain.back());
        chain.push_back(layers[next->second.front()]);
    }
    for (const SavedLayer &layer : layers) {
        if (std::ranges::find(chain, layer.name, &SavedLayer::name) == chain.end())
            return noChain(layer);
    }
    return chain;
}

} // namespace

Result<std::vector<SavedLayer>> savedLayers(const std::string &config)
{
    const Result<Json> model = parseJson(config, {.bytes = longestConfig, .depth = 64, .values = longestConfig});
    if (!model)
        return notAsKeras(model.error());
    const std::string className = model->is_object() ? textAt(*model, "class_name") : std::string();
    const bool isFunctional = className == "Functional" || className == "Model";
    if (!isFunctional && className != "Sequential")
        return error("The file holds a model of the class \"%1\"; expected Sequential or a functional model.",
                     {printable(className)});
    if (!isOfKeras(*model) || !model->contains("config"))
        return notAsKeras(sentence("the model has no \"config\" of Keras' own"));
    const Json &inner = (*model)["config"]; // Keras before 2.2.3 has the layers themselves here
    const bool hasLayers = inner.is_object() && inner.contains("layers");
    const Json &described = hasLayers ? inner["layers"] : inner;
    if (!described.is_array() || described.empty())
        return notAsKeras(sentence("the model has no \"layers\""));

    std::vector<SavedLayer> layers;
    std::map<std::string, int> count;
    for (const Json &json : described) {
        if (json.is_object() && makesMask(json))
            continue;
        Result<SavedLayer> layer = readLayer(json);
        if (!layer)
            return layer.error();
        layer->weights = snakeCase(layer->className);
        if (const int before = count[layer->className]++; before > 0)
            layer->weights += "_" + std::to_string(before);
        layers.push_back(std::move(*layer));
    }
    return isFunctional ? inOrder(layers, described) : layers;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keras/saved_weights.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace gatescope {

namespace {

/// A layer that has weights, and where it stands among the others.
struct GuessedLayer {
    SavedLayer layer;
    int order = 0;  ///< embedding, recurrent layers, head
    int number = 0; ///< 1 of "gru_1"
};

/// "gru" and 1 of "gru_1".
std::pair<std::string, int> nameAndNumber(const std::string &name)
{
    const std::size_t mark = name.rfind('_');
    int number = 0;
    const char *end = name.data() + name.size();
    if (mark == std::string::npos || std::from_chars(name.data() + mark + 1, end, number).ptr != end
        || mark + 1 == name.size())
        return {name, 0};
    return {name.substr(0, mark), number};
}

/// A recurrent layer's class by its recurrent kernel, [H, blocks·H]; "" where it fits none.
std::string recurrentClass(const Tensor &kernel)
{
    if (kernel.shape.size() != 2 || kernel.dimension(0) < 1 || kernel.dimension(1) % kernel.dimension(0) != 0)
        return {};
    const std::int64_t blocks = kernel.dimension(1) / kernel.dimension(0);
    return blocks == 3 ? "GRU" : blocks == 4 ? "LSTM" : blocks == 1 ? "SimpleRNN" : "";
}

/// What Keras would have written of the layer whose cell has these weights.
Json recurrentConfig(const Tensor &kernel, const Tensor *bias)
{
    return {{"units", kernel.dimension(0)},
            {"use_bias", bias != nullptr},
            {"reset_after", !bias || bias->shape.size() == 2},
            {"return_sequences", true}};
}

/// The layer of this name by its weights; an empty class where they are no layer's that is read here.
GuessedLayer layerNamed(const std::string &name, const SavedWeights &weights)
{
    GuessedLayer found{{{}, name, name, Json::object()}, 2, nameAndNumber(name).second};
    SavedLayer &layer = found.layer;
    const auto takeRecurrent = [&](WithinLayer cell) {
        const Tensor *kernel = weights.find(layer, cell, 1, "recurrent_kernel");
        const std::string className = kernel ? recurrentClass(*kernel) : std::string();
        if (className.empty())
            return false;
        found.order = 1;
        layer.className = className;
        layer.config = recurrentConfig(*kernel, weights.find(layer, cell, 2, "bias"));
        return true;
    };
    const std::string base = nameAndNumber(name).first;
    const bool hasDirections = weights.find(layer, WithinLayer::backwardCell, 1, "recurrent_kernel") != nullptr;
    if (hasDirections && takeRecurrent(WithinLayer::forwardCell)) {
        layer.config = {{"merge_mode", "concat"},
                        {"layer", {{"class_name", layer.className}, {"config", std::move(layer.config)}}}};
        layer.className = "Bidirectional";
    } else if (takeRecurrent(WithinLayer::cell)) {
        return found;
    } else if (const Tensor *rows = weights.find(layer, WithinLayer::itself, 0, "embeddings");
               rows && (base == "embedding" || rows->name.find("embeddings") != std::string::npos)) {
        layer.className = "Embedding";
        found.order = 0;
    } else if (weights.find(layer, WithinLayer::itself, 0, "kernel")) {
        layer.className = "Dense";
        layer.config = {{"use_bias", weights.find(layer, WithinLayer::itself, 1, "bias") != nullptr}};
    } else if (weights.find(layer, WithinLayer::wrapped, 0, "kernel")) {
        layer.className = "TimeDistributed";
        const bool bias = weights.find(layer, WithinLayer::wrapped, 1, "bias") != nullptr;
        layer.config = {{"layer", {{"class_name", "Dense"}, {"config", {{"use_bias", bias}}}}}};
    }
    return found;
}

} // namespace

Result<std::vector<SavedLayer>> layersOfWeights(const std::vector<Tensor> &tensors)
{
    const SavedWeights weights(tensors);
    std::vector<GuessedLayer> found;
    for (const Tensor &tensor : tensors) {
        const std::string place = placeAmongLayers(tensor.name);
        const std::string name = place.substr(0, place.find('/'));
        if (std::ranges::any_of(found, [&](const GuessedLayer &other) { return other.layer.name == name; }))
            continue;
        found.push_back(layerNamed(name, weights));
        if (found.back().layer.className.empty())
            return error("The weights %1 are those of no layer that is read here; expected Embedding, GRU, LSTM, "
                         "SimpleRNN, Bidirectional or Dense.",
                         {printable(tensor.name)});
    }
    std::ranges::stable_sort(found, {},
                             [](const GuessedLayer &layer) { return std::tuple(layer.order, layer.number); });
    std::vector<SavedLayer> layers;
    for (GuessedLayer &layer : found)
        layers.push_back(std::move(layer.layer));
    return layers;
}

} // namespace gatescope

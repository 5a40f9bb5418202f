// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keras/saved_weights.h"

#include <array>

namespace gatescope {

namespace {

constexpr std::array<std::string_view, 3> folders{"layers/", "_layer_checkpoint_dependencies/", "model_weights/"};

std::string_view folderOf(WithinLayer within)
{
    switch (within) {
    case WithinLayer::cell:
        return "cell/";
    case WithinLayer::forwardCell:
        return "forward_layer/cell/";
    case WithinLayer::backwardCell:
        return "backward_layer/cell/";
    case WithinLayer::wrapped:
        return "layer/";
    case WithinLayer::itself:
        break;
    }
    return "";
}

/// "kernel" of "gru/gru_cell/kernel:0"
std::string_view lastName(std::string_view place)
{
    place.remove_prefix(place.rfind('/') + 1);
    return place.substr(0, place.find(':'));
}

/// Whether the place, "bidirectional/forward_gru/gru_cell/kernel:0", stands in that direction of a Bidirectional; the
/// last word about it counts, for any layer may be called backward_.
bool isIn(WithinLayer within, std::string_view place)
{
    if (within != WithinLayer::forwardCell && within != WithinLayer::backwardCell)
        return true;
    const std::string path = "/" + std::string(place);
    const std::size_t forward = path.rfind("/forward_"), backward = path.rfind("/backward_");
    const bool isBackward = forward == std::string::npos || (backward != std::string::npos && backward > forward);
    return isBackward == (within == WithinLayer::backwardCell);
}

} // namespace

std::string placeAmongLayers(std::string_view weight)
{
    for (const std::string_view folder : folders) {
        if (weight.starts_with(folder))
            return std::string(weight.substr(folder.size()));
    }
    return std::string(weight);
}

SavedWeights::SavedWeights(const std::vector<Tensor> &weights)
{
    for (const Tensor &weight : weights)
        m_weights[placeAmongLayers(weight.name)] = &weight;
}

const Tensor *SavedWeights::find(const SavedLayer &layer, WithinLayer within, int number, std::string_view name) const
{
    const auto counted
        = m_weights.find(layer.weights + "/" + std::string(folderOf(within)) + "vars/" + std::to_string(number));
    return counted != m_weights.end() ? counted->second : findNamed(layer.name + "/", within, name);
}

const Tensor *SavedWeights::findNamed(const std::string &folder, WithinLayer within, std::string_view name) const
{
    for (auto weight = m_weights.lower_bound(folder); weight != m_weights.end() && weight->first.starts_with(folder);
         ++weight) {
        const std::string_view place = std::string_view(weight->first).substr(folder.size());
        if (lastName(place) == name && isIn(within, place))
            return weight->second;
    }
    return nullptr;
}

} // namespace gatescope

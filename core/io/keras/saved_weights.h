// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/keras/saved_layers.h"

#include <map>
#include <string_view>

namespace gatescope {

/// Where in a layer a weight belongs: a wrapper has layers in it, and a recurrent layer a cell.
enum class WithinLayer { itself, cell, forwardCell, backwardCell, wrapped };

/// The weights of a file by the layers that they belong to. Since 2.12 Keras counts them,
/// "layers/bidirectional/forward_layer/cell/vars/0", before it named them,
/// "model_weights/bidirectional/bidirectional/forward_gru/gru_cell/kernel:0".
class SavedWeights
{
public:
    /// The weights must outlive it.
    explicit SavedWeights(const std::vector<Tensor> &weights);

    /// The weight that is the `number`th of its layer and has this name in it; null where there is none.
    const Tensor *find(const SavedLayer &layer, WithinLayer within, int number, std::string_view name) const;

private:
    const Tensor *findNamed(const std::string &folder, WithinLayer within, std::string_view name) const;

    std::map<std::string, const Tensor *> m_weights; ///< by the place behind "layers/" or "model_weights/"
};

/// A weight's place behind the folder of all layers, if it stands in one: "gru/cell/vars/0".
std::string placeAmongLayers(std::string_view weight);

} // namespace gatescope

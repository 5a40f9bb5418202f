// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/io/tensor.h"

#include <string>
#include <vector>

namespace gatescope {

/// A layer as a file of Keras describes it.
struct SavedLayer {
    std::string className; ///< "GRU"
    std::string name;      ///< "gru_1"
    std::string weights;   ///< what its weights lie under since Keras 2.12: "gru_1", whatever the name
    Json config;           ///< an object

    std::string shown() const { return printable(name); }
};

/// The layers of a Sequential or of a functional model in the order in which they read one another, masks left out.
/// Refuses what is no chain, layers whose code is not Keras' own, Lambda, and what is not as Keras writes it.
Result<std::vector<SavedLayer>> savedLayers(const std::string &config);

/// The layers that a file of weights alone (.weights.h5, or .h5 of Keras 2) seems to have come from, by the names and
/// shapes of its weights: what those do not say is as Keras has it unasked. Refuses weights of other layers.
Result<std::vector<SavedLayer>> layersOfWeights(const std::vector<Tensor> &weights);

} // namespace gatescope

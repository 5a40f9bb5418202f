// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/keras/saved_weights.h"
#include "core/model/parameters.h"

namespace gatescope {

/// A GRU, LSTM or SimpleRNN of Keras, or one in each direction.
struct RecurrentLayer {
    SavedLayer layer;
    NetworkSpec spec; ///< of this layer alone
    bool returnsSequences = false;
    std::vector<LayerParameters> parameters; ///< of the forward direction, then of the backward one
    std::string dtype;                       ///< as stored: "F32"
    StoredType type = StoredType::f32;
};

/// Reads a layer of the class GRU, LSTM, SimpleRNN or Bidirectional. Hard sigmoids are those of this main version of
/// Keras. Refuses what Gatescope does not compute and weights of another shape.
Result<RecurrentLayer> readRecurrentLayer(const SavedLayer &layer, const SavedWeights &weights, int kerasVersion);

/// Whether both can be layers of one network here, whose layers are all alike.
Result<void> checkAlike(const RecurrentLayer &first, const RecurrentLayer &other);

/// Its tensors in PyTorch's layout and by PyTorch's names.
std::vector<Tensor> tensorsOf(const RecurrentLayer &layer, int index, const std::string &prefix);

// What the head and the embedding are read with too.

/// A layer that this one wraps, described under the key.
Result<SavedLayer> wrappedLayer(const SavedLayer &layer, const char *key);
/// The name of an activation; `unasked` where none is said, and what stands there where that is no name.
std::string activationIn(const Json &config, const char *key, const char *unasked);
/// The tensor said to be stored as another is.
Tensor inType(Tensor tensor, const Tensor &stored);
Error missingWeight(const SavedLayer &layer, const std::string &name);
Error wrongShape(const SavedLayer &layer, const std::string &name, const Tensor &weight, const std::string &expected);

} // namespace gatescope

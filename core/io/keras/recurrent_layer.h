// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/foreign/found_network.h"
#include "core/io/keras/saved_weights.h"

namespace gatescope {

/// A GRU, LSTM or SimpleRNN of Keras, or one in each direction.
struct RecurrentLayer {
    FoundLayer found;
    bool returnsSequences = false;
};

/// Reads a layer of the class GRU, LSTM, SimpleRNN or Bidirectional. Hard sigmoids are those of this main version of
/// Keras. Refuses what Gatescope does not compute and weights of another shape.
Result<RecurrentLayer> readRecurrentLayer(const SavedLayer &layer, const SavedWeights &weights, int kerasVersion);

// What the head and the embedding are read with too.

/// A layer that this one wraps, described under the key.
Result<SavedLayer> wrappedLayer(const SavedLayer &layer, const char *key);
/// The name of an activation; `unasked` where none is said, and what stands there where that is no name.
std::string activationIn(const Json &config, const char *key, const char *unasked);
Error missingWeight(const SavedLayer &layer, const std::string &name);
Error wrongShape(const SavedLayer &layer, const std::string &name, const Tensor &weight, const Argument &expected);

} // namespace gatescope

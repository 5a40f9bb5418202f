// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

enum class Framework { pytorch, keras };

/// What a GRU layer is built with in PyTorch and in Keras, and how much it reads.
struct LayerArguments {
    Framework framework = Framework::pytorch;
    int inputSize = 3;
    int hiddenSize = 5; ///< Keras: units
    int layers = 1;     ///< Keras: so many layers one upon the other
    bool bias = true;   ///< Keras: use_bias
    bool bidirectional = false;
    double dropout = 0; ///< PyTorch: between layers
    bool batchFirst = false;
    bool returnSequences = false; ///< this and the rest are Keras' alone
    bool returnState = false;
    bool goBackwards = false;
    bool stateful = false;
    bool resetAfter = true;
    int batch = 2;
    int steps = 4;

    int directions() const { return bidirectional ? 2 : 1; }
    bool operator==(const LayerArguments &) const = default;
};

inline constexpr int largestLayerSize = 4096; ///< of any size that can be asked for; layers: mostLabLayers
inline constexpr int mostLabLayers = 8;

/// What an axis of a tensor counts.
enum class Axis {
    time,
    batch,
    feature, ///< numbers that are read at a step
    unit,    ///< numbers of a state; of an output both directions' side by side
    state,   ///< layers and directions, as h_n has them
    gate,    ///< the three blocks of H rows or columns
    bias     ///< Keras' two biases: of the input and of the state
};

struct ShapeAxis {
    Axis axis = Axis::time;
    int size = 1;
    std::string letters; ///< how books write it: "L", "D·H"

    bool operator==(const ShapeAxis &) const = default;
};

enum class TensorKind { input, state, output, parameter };

struct TensorShape {
    std::string name; ///< the framework's: "h_n", "weight_ih_l0"
    TensorKind kind = TensorKind::input;
    std::vector<ShapeAxis> axes;

    bool operator==(const TensorShape &) const = default;
};

/// "(2, 4, 5)", as Python writes it, with the comma of "(15,)".
std::string written(const TensorShape &tensor);
std::int64_t count(const TensorShape &tensor);

/// What goes in, what comes out, then the parameters as the framework orders them. The arguments pass the check.
std::vector<TensorShape> shapesOf(const LayerArguments &arguments);
std::int64_t parameterCount(const LayerArguments &arguments);

/// Refuses what the framework would refuse, in its words, and says what to change.
Result<void> check(const LayerArguments &arguments);
/// What the framework does not refuse, but the arguments do not do.
std::optional<Sentence> warning(const LayerArguments &arguments);

} // namespace gatescope

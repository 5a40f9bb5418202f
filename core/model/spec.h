// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/cell.h"

#include <cstdint>

namespace gatescope {

enum class Direction { forward, backward };

/// Where the reset gate acts in a GRU's candidate (gru.md, A1).
enum class ResetPlacement {
    after, ///< n = tanh(W x + b_in + r∘(U h + b_hn)): PyTorch, cuDNN, Keras' default
    before ///< n = tanh(W x + b_in + U (r∘h) + b_hn): Cho et al. v3, Keras reset_after=False
};

/// What an update gate near 1 does.
enum class UpdateMeaning {
    keeps,     ///< h' = (1−z)∘n + z∘h: PyTorch, Keras, ONNX
    overwrites ///< h' = (1−z)∘h + z∘n: Chung et al. and many texts
};

/// What squashes a gate to 0 … 1.
enum class GateActivation {
    sigmoid,
    hardSigmoid,      ///< Keras 3: min(max(a/6 + ½, 0), 1)
    hardSigmoidKeras2 ///< Keras 2 and tfjs: min(max(0.2·a + ½, 0), 1)
};

/// What squashes a candidate.
enum class StateActivation { tanh, relu };

/// What the head reads.
enum class HeadReads {
    everyStep, ///< the top layer's output at that step
    /// The outputs of all the sequence's real steps, weighted by attention: at every real step the same, so any step
    /// can be watched; a step's answer then knows the steps after it too.
    attention
};

/// What a network is, without its numbers.
struct NetworkSpec {
    CellKind cell = CellKind::gru;
    int inputSize = 1;
    int hiddenSize = 1;
    int layers = 1;
    bool bidirectional = false;
    bool bias = true;
    ResetPlacement reset = ResetPlacement::after;
    UpdateMeaning update = UpdateMeaning::keeps;
    int headOutputs = 0;   ///< rows of the linear head on the top layer's output; 0: no head
    bool headBias = true;  ///< whether the head has a bias; its own switch, as nn.Linear has
    int embeddingRows = 0; ///< rows of the embedding before the first layer; 0: none
    int paddingRow = -1;   ///< the embedding's row that stands for nothing and is never trained; −1: none
    GateActivation gateActivation = GateActivation::sigmoid;
    StateActivation stateActivation = StateActivation::tanh;
    bool layerNorm
        = false; ///< W x and U h are each normalised over all their rows and scaled (haste's layout; gru.md, A7)
    HeadReads headReads = HeadReads::everyStep;
    /// A second stack of layers, alike in cell, units and biases, begins with the states in which the first one ended,
    /// reads what the head said at the step before as a one-hot vector (zeros at first), and the head reads its output.
    bool decoder = false;

    int directions() const { return bidirectional ? 2 : 1; }
    /// Units of one step of the network's output: directions · hiddenSize.
    int outputSize() const { return directions() * hiddenSize; }
    /// Units that a layer reads: inputSize for layer 0, the output of the layer below otherwise.
    int layerInputSize(int layer) const { return layer == 0 ? inputSize : outputSize(); }
    /// Rows of weight_ih and weight_hh: 3H for a GRU, 4H for an LSTM, H for an RNN.
    int blockRows() const { return static_cast<int>(describe(cell).blocks.size()) * hiddenSize; }
    /// Where (layer, direction) stands in h_n, h0 and in lists of layers, as in PyTorch.
    int layerIndex(int layer, Direction direction) const
    {
        return layer * directions() + (direction == Direction::backward ? 1 : 0);
    }

    bool operator==(const NetworkSpec &) const = default;
};

/// Refuses what PyTorch's constructor would refuse, in its words, and says what to change.
Result<void> checkAsPyTorch(const NetworkSpec &spec);

/// A network of more is refused, because an open one is kept several times: with its gradients, for undo,
/// while it is changed. Two layers of 1,024 units with an embedding of 100,000 × 300 have 44 million.
inline constexpr std::int64_t mostParameters = 100'000'000;

/// Refuses what PyTorch would, and sizes that Gatescope does not take.
Result<void> check(const NetworkSpec &spec);

/// Parameters of the recurrent layers, a decoder's too: Σ over layers and directions of blocks·H·(I + H + 2), the 2
/// only with biases; layer normalisation makes two more of it.
std::int64_t recurrentParameterCount(const NetworkSpec &spec);
/// Parameters of the recurrent layers, the embedding, the attention and the head.
std::int64_t parameterCount(const NetworkSpec &spec);

/// The line that builds this layer in PyTorch: "nn.GRU(27, 8, num_layers=2)".
std::string pytorchConstructor(const NetworkSpec &spec);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/model/spec.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// The parameters of one layer in one direction. Blocks of H rows are in PyTorch's order: r, z, n
/// for a GRU; i, f, g, o for an LSTM.
struct LayerParameters {
    Matrix W;       ///< weight_ih [blocks·H, layer input]
    Matrix U;       ///< weight_hh [blocks·H, H]
    Vector bIn;     ///< bias_ih [blocks·H]; size 0 in a network without biases
    Vector bRec;    ///< bias_hh [blocks·H]; size 0 in a network without biases
    Vector normIn;  ///< norm_ih, the gains of the normalised W x [blocks·H]; size 0 without layer normalisation
    Vector normRec; ///< norm_hh, the gains of the normalised U h [blocks·H]; size 0 without layer normalisation

    bool operator==(const LayerParameters &other) const;
};

/// A linear layer on the top layer's output: logits = weight · output + bias.
struct HeadParameters {
    Matrix weight; ///< [outputs, directions·H]
    Vector bias;   ///< [outputs]; size 0 without bias

    bool operator==(const HeadParameters &other) const;
};

/// What weighs the outputs o_t of the top layer before the head reads them: step t has the score
/// score · tanh(weight o_t + bias).
struct AttentionParameters {
    Matrix weight; ///< [directions·H, directions·H]
    Vector bias;   ///< [directions·H]
    Vector score;  ///< [directions·H]

    bool operator==(const AttentionParameters &other) const;
};

/// Everything that training changes, and equally the gradient of a loss by it.
struct Parameters {
    std::vector<LayerParameters> layers; ///< at NetworkSpec::layerIndex
    std::optional<HeadParameters> head;
    std::optional<Matrix> embedding; ///< [rows, inputSize]
    std::optional<AttentionParameters> attention;
    std::vector<LayerParameters> decoder; ///< of the second stack, at its layer; empty in a network without one

    bool operator==(const Parameters &other) const;
};

/// One tensor of a Parameters by PyTorch's name, seen as a matrix in place: a bias is [rows, 1].
struct ParameterView {
    std::string name;
    Eigen::Map<Matrix> values;
    bool isVector;
};
struct ConstParameterView {
    std::string name;
    Eigen::Map<const Matrix> values;
    bool isVector;
};

/// All tensors in PyTorch's order of registration (l0, l0_reverse, l1, …), those of the decoder with the prefix
/// "decoder.", then "embedding.weight", "attention.weight", "attention.bias", "attention.score", "head.weight",
/// "head.bias". Beside PyTorch's tensors a layer may have "norm_ih_l0" and "norm_hh_l0". The views stay valid while the
/// parameters are not resized.
std::vector<ParameterView> views(const NetworkSpec &spec, Parameters &parameters);
std::vector<ConstParameterView> views(const NetworkSpec &spec, const Parameters &parameters);

/// One number in a Parameters.
struct ParameterPlace {
    std::string tensor; ///< PyTorch's name
    int row = 0;
    int column = 0;

    bool operator==(const ParameterPlace &) const = default;
};

/// Whether a tensor of this name multiplies what is normalised; it starts at 1.
bool isGain(std::string_view tensor);

/// Whether a tensor of this name is a matrix that multiplies: those of the layers, the attention and the head, not the
/// embedding, whose rows are looked up.
bool isWeightMatrix(std::string_view tensor);

/// "weight_ih_l0_reverse" from "weight_ih".
std::string tensorName(std::string_view kind, int layer, Direction direction);

/// All zeros, in the shapes that the spec asks for.
Parameters zeroParameters(const NetworkSpec &spec);
/// PyTorch's initialisation: the recurrent layers and biases U(−1/√H, 1/√H), the head and the attention
/// U(−1/√(D·H), 1/√(D·H)), the embedding N(0, 1) with zeros in its padding row, the gains of a normalisation 1.
Parameters initialParameters(const NetworkSpec &spec, std::uint64_t seed);

/// Whether every tensor has the shape that the spec asks for and every number is finite; the
/// sentence names the tensor.
Result<void> check(const NetworkSpec &spec, const Parameters &parameters);

} // namespace gatescope

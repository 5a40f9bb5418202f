// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/conversion.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

// Rows of a GRU's weights in blocks of H: r, z, n.
constexpr int updateBlock = 1;
constexpr int candidateBlock = 2;

// Keras' block k is PyTorch's block kerasOrder[k]: z, r, h from r, z, n. The exchange is its own inverse.
constexpr std::array kerasOrder{1, 0, 2};

/// The layers of both stacks.
std::vector<LayerParameters *> allLayers(Parameters &parameters)
{
    std::vector<LayerParameters *> all;
    for (LayerParameters &layer : parameters.layers)
        all.push_back(&layer);
    for (LayerParameters &layer : parameters.decoder)
        all.push_back(&layer);
    return all;
}

/// "_l0_reverse", of the layer at this place in allLayers().
Argument layerSuffix(const NetworkSpec &spec, std::size_t index)
{
    const int layers = spec.layers * spec.directions();
    if (static_cast<int>(index) >= layers)
        return sentence("_l%1 of the decoder", {std::to_string(static_cast<int>(index) - layers)});
    const auto layer = static_cast<int>(index) / spec.directions();
    const bool backward = static_cast<int>(index) % spec.directions() == 1;
    return "_l" + std::to_string(layer) + (backward ? "_reverse" : "");
}

/// The first unit whose b_hn is not 0.
std::optional<int> unitWithRecurrentCandidateBias(const LayerParameters &layer)
{
    const auto H = static_cast<int>(layer.U.cols());
    if (layer.bRec.size() == 0)
        return std::nullopt;
    for (int unit = 0; unit < H; ++unit)
        if (layer.bRec[candidateBlock * H + unit] != 0)
            return unit;
    return std::nullopt;
}

/// The first (unit, other unit that it reads) of U_n.
std::optional<std::pair<int, int>> mixedUnits(const LayerParameters &layer)
{
    const auto H = static_cast<int>(layer.U.cols());
    for (int unit = 0; unit < H; ++unit)
        for (int other = 0; other < H; ++other)
            if (other != unit && layer.U(candidateBlock * H + unit, other) != 0)
                return std::pair(unit, other);
    return std::nullopt;
}

/// A matrix of blocks of rows with the r and z blocks exchanged.
Matrix withGatesExchanged(const Matrix &blocks)
{
    const Eigen::Index H = blocks.rows() / 3;
    Matrix exchanged(blocks.rows(), blocks.cols());
    for (int k = 0; k < 3; ++k)
        exchanged.middleRows(k * H, H) = blocks.middleRows(kerasOrder[k] * H, H);
    return exchanged;
}

/// 0 − x rather than −x: a 0 stays a 0 and never reads "-0".
template<typename BlockView>
void negate(BlockView values)
{
    values = (0 - values.array()).matrix().eval();
}

std::string shapeText(const Matrix &matrix)
{
    return "[" + std::to_string(matrix.rows()) + ", " + std::to_string(matrix.cols()) + "]";
}

} // namespace

Converted withUpdateMeaning(const NetworkSpec &spec, const Parameters &parameters, UpdateMeaning update)
{
    Converted converted{spec, parameters};
    if (spec.cell != CellKind::gru || spec.update == update)
        return converted;

    converted.spec.update = update;
    const int H = spec.hiddenSize;
    for (LayerParameters *layer : allLayers(converted.parameters)) {
        // 1 − σ(a) = σ(−a), for hard sigmoids too; what is normalised keeps its mean, its gain changes sign
        if (spec.layerNorm) {
            negate(layer->normIn.segment(updateBlock * H, H));
            negate(layer->normRec.segment(updateBlock * H, H));
        } else {
            negate(layer->W.middleRows(updateBlock * H, H));
            negate(layer->U.middleRows(updateBlock * H, H));
        }
        if (spec.bias) {
            negate(layer->bIn.segment(updateBlock * H, H));
            negate(layer->bRec.segment(updateBlock * H, H));
        }
    }
    return converted;
}

Result<Converted> withResetPlacement(const NetworkSpec &spec, const Parameters &parameters, ResetPlacement reset)
{
    Converted converted{spec, parameters};
    if (spec.cell != CellKind::gru || spec.reset == reset)
        return converted;

    if (spec.layerNorm)
        return error(
            "No weights can do this: layer normalisation takes U h as a whole, which a reset before the product "
            "does not leave.");
    converted.spec.reset = reset;
    const int H = spec.hiddenSize;
    const std::vector<LayerParameters *> layers = allLayers(converted.parameters);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        LayerParameters &layer = *layers[i];
        if (const auto mixed = mixedUnits(layer))
            return error(
                "No weights can do this: in weight_hh%1 the candidate of unit %2 also reads unit %3, and then "
                "r∘(U h), where a unit's gate closes all that this unit hears, is not U (r∘h), where it closes "
                "what the unit tells the others; train the network anew with the other reset.",
                {layerSuffix(spec, i), std::to_string(mixed->first), std::to_string(mixed->second)});
        if (!spec.bias)
            continue;
        auto bhn = layer.bRec.segment(candidateBlock * H, H);
        if (reset == ResetPlacement::after) {
            // tanh(W x + b_in + U (r∘h) + b_hn): here b_hn is outside the reset, as b_in is
            layer.bIn.segment(candidateBlock * H, H) += bhn;
            bhn.setZero();
        } else if (const auto unit = unitWithRecurrentCandidateBias(layer)) {
            return error(
                "No weights can do this: in bias_hh%1 the candidate's b_hn of unit %2 is not 0, and with the reset "
                "after the product r also scales this bias, r∘(U h + b_hn), which a reset before the product "
                "cannot do; train the network anew with the other reset.",
                {layerSuffix(spec, i), std::to_string(*unit)});
        }
    }
    return converted;
}

Result<Parameters> withFoldedBiases(const NetworkSpec &spec, const Parameters &parameters)
{
    Parameters folded = parameters;
    if (!spec.bias)
        return folded;
    const bool resetScalesBias = spec.cell == CellKind::gru && spec.reset == ResetPlacement::after;
    const std::vector<LayerParameters *> layers = allLayers(folded);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        LayerParameters &layer = *layers[i];
        const auto unit = resetScalesBias ? unitWithRecurrentCandidateBias(layer) : std::nullopt;
        if (unit)
            return error(
                "The candidate's two biases cannot become one: b_hn in bias_hh%1 is not 0 for unit %2, and it stands "
                "inside the reset, r∘(U h + b_hn), while b_in stands outside.",
                {layerSuffix(spec, i), std::to_string(*unit)});
        layer.bIn += layer.bRec;
        layer.bRec.setZero();
    }
    return folded;
}

KerasLayer toKeras(const LayerParameters &layer, ResetPlacement reset)
{
    KerasLayer keras;
    keras.kernel = withGatesExchanged(layer.W).transpose();
    keras.recurrentKernel = withGatesExchanged(layer.U).transpose();
    keras.bias.resize(0, layer.W.rows());
    if (layer.bIn.size() == 0)
        return keras;

    if (reset == ResetPlacement::after) {
        keras.bias.resize(2, layer.W.rows());
        keras.bias.row(0) = withGatesExchanged(layer.bIn).transpose();
        keras.bias.row(1) = withGatesExchanged(layer.bRec).transpose();
    } else {
        keras.bias = withGatesExchanged(layer.bIn + layer.bRec).transpose();
    }
    return keras;
}

Result<LayerParameters> fromKeras(const KerasLayer &keras, ResetPlacement reset)
{
    const Eigen::Index H = keras.recurrentKernel.rows();
    if (H == 0 || keras.recurrentKernel.cols() != 3 * H)
        return error("A Keras GRU's recurrent_kernel is [H, 3·H], here it is %1.", {shapeText(keras.recurrentKernel)});
    if (keras.kernel.rows() == 0 || keras.kernel.cols() != 3 * H)
        return error("The kernel of a Keras GRU with %1 units is [inputs, %2], here it is %3.",
                     {std::to_string(H), std::to_string(3 * H), shapeText(keras.kernel)});
    const Eigen::Index biasRows = reset == ResetPlacement::after ? 2 : 1;
    if (keras.bias.rows() != 0 && (keras.bias.rows() != biasRows || keras.bias.cols() != 3 * H))
        return error("With reset_after=%1 the bias of a Keras GRU with %2 units is [%3, %4], here it is %5.",
                     {reset == ResetPlacement::after ? "True" : "False", std::to_string(H), std::to_string(biasRows),
                      std::to_string(3 * H), shapeText(keras.bias)});

    LayerParameters layer;
    layer.W = withGatesExchanged(keras.kernel.transpose());
    layer.U = withGatesExchanged(keras.recurrentKernel.transpose());
    if (keras.bias.rows() == 0)
        return layer;
    layer.bIn = withGatesExchanged(keras.bias.row(0).transpose());
    layer.bRec = Vector::Zero(3 * H);
    if (reset == ResetPlacement::after)
        layer.bRec = withGatesExchanged(keras.bias.row(1).transpose());
    return layer;
}

} // namespace gatescope

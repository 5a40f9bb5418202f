// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameters.h"

#include <cmath>

namespace gatescope {

namespace {

std::string shapeText(Eigen::Index rows, Eigen::Index columns)
{
    return "[" + std::to_string(rows) + ", " + std::to_string(columns) + "]";
}

/// The layer's tensors, whether the network has them or not: visit(name, tensor, rows, columns), with rows 0 for one
/// that is absent.
template<typename Layer, typename Visit>
void visitLayer(const NetworkSpec &spec, Layer &tensors, int inputs, const std::string &prefix,
                const std::string &suffix, Visit visit)
{
    const int rows = spec.blockRows();
    const int biasRows = spec.bias ? rows : 0;
    const int normRows = spec.layerNorm ? rows : 0;
    visit(prefix + "weight_ih" + suffix, tensors.W, rows, inputs);
    visit(prefix + "weight_hh" + suffix, tensors.U, rows, spec.hiddenSize);
    visit(prefix + "bias_ih" + suffix, tensors.bIn, biasRows, 1);
    visit(prefix + "bias_hh" + suffix, tensors.bRec, biasRows, 1);
    visit(prefix + "norm_ih" + suffix, tensors.normIn, normRows, 1);
    visit(prefix + "norm_hh" + suffix, tensors.normRec, normRows, 1);
}

/// Both stacks, the layers in PyTorch's order of registration.
template<typename ParametersType, typename Visit>
void visitLayers(const NetworkSpec &spec, ParametersType &parameters, Visit visit)
{
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int d = 0; d < spec.directions(); ++d) {
            const Direction direction = d == 0 ? Direction::forward : Direction::backward;
            visitLayer(spec, parameters.layers[spec.layerIndex(layer, direction)], spec.layerInputSize(layer), "",
                       tensorName("", layer, direction), visit);
        }
    }
    for (std::size_t layer = 0; layer < parameters.decoder.size(); ++layer)
        visitLayer(spec, parameters.decoder[layer], layer == 0 ? spec.headOutputs : spec.hiddenSize, "decoder.",
                   tensorName("", int(layer), Direction::forward), visit);
}

template<typename ParametersType, typename Visit>
void visitTensors(const NetworkSpec &spec, ParametersType &parameters, Visit visit)
{
    const int width = spec.outputSize();
    visitLayers(spec, parameters, visit);
    if (parameters.embedding)
        visit("embedding.weight", *parameters.embedding, spec.embeddingRows, spec.inputSize);
    if (parameters.attention) {
        visit("attention.weight", parameters.attention->weight, width, width);
        visit("attention.bias", parameters.attention->bias, width, 1);
        visit("attention.score", parameters.attention->score, width, 1);
    }
    if (parameters.head) {
        visit("head.weight", parameters.head->weight, spec.headOutputs, width);
        visit("head.bias", parameters.head->bias, spec.headBias ? spec.headOutputs : 0, 1);
    }
}

template<typename View, typename ParametersType>
std::vector<View> viewsOf(const NetworkSpec &spec, ParametersType &parameters)
{
    std::vector<View> found;
    visitTensors(spec, parameters, [&](const std::string &name, auto &tensor, int, int) {
        constexpr bool isVector = std::decay_t<decltype(tensor)>::ColsAtCompileTime == 1;
        if (tensor.size() > 0)
            found.push_back({name, {tensor.data(), tensor.rows(), tensor.cols()}, isVector});
    });
    return found;
}

/// The optional tensors and the list of layers that the spec asks for, all without numbers.
Parameters emptyParameters(const NetworkSpec &spec)
{
    Parameters parameters;
    parameters.layers.resize(static_cast<std::size_t>(spec.layers * spec.directions()));
    if (spec.headOutputs > 0)
        parameters.head.emplace();
    if (spec.embeddingRows > 0)
        parameters.embedding.emplace();
    if (spec.headReads == HeadReads::attention)
        parameters.attention.emplace();
    if (spec.decoder)
        parameters.decoder.resize(static_cast<std::size_t>(spec.layers));
    return parameters;
}

void fillUniform(Eigen::Map<Matrix> values, double bound, Random &random)
{
    for (double &value : values.reshaped<Eigen::RowMajor>())
        value = random.uniform(-bound, bound);
}

} // namespace

bool LayerParameters::operator==(const LayerParameters &other) const
{
    return same(W, other.W) && same(U, other.U) && same(bIn, other.bIn) && same(bRec, other.bRec)
        && same(normIn, other.normIn) && same(normRec, other.normRec);
}

bool HeadParameters::operator==(const HeadParameters &other) const
{
    return same(weight, other.weight) && same(bias, other.bias);
}

bool AttentionParameters::operator==(const AttentionParameters &other) const
{
    return same(weight, other.weight) && same(bias, other.bias) && same(score, other.score);
}

bool Parameters::operator==(const Parameters &other) const
{
    return layers == other.layers && head == other.head && embedding.has_value() == other.embedding.has_value()
        && (!embedding || same(*embedding, *other.embedding)) && attention == other.attention
        && decoder == other.decoder;
}

bool isGain(std::string_view tensor)
{
    return tensor.find("norm_") != tensor.npos;
}

bool isWeightMatrix(std::string_view tensor)
{
    return tensor.find("weight") != tensor.npos && tensor != "embedding.weight";
}

std::string tensorName(std::string_view kind, int layer, Direction direction)
{
    return std::string(kind) + "_l" + std::to_string(layer) + (direction == Direction::backward ? "_reverse" : "");
}

std::vector<ParameterView> views(const NetworkSpec &spec, Parameters &parameters)
{
    return viewsOf<ParameterView>(spec, parameters);
}

std::vector<ConstParameterView> views(const NetworkSpec &spec, const Parameters &parameters)
{
    return viewsOf<ConstParameterView>(spec, parameters);
}

Parameters zeroParameters(const NetworkSpec &spec)
{
    Parameters parameters = emptyParameters(spec);
    visitTensors(spec, parameters,
                 [](const std::string &, auto &tensor, int rows, int columns) { tensor.setZero(rows, columns); });
    return parameters;
}

Parameters initialParameters(const NetworkSpec &spec, std::uint64_t seed)
{
    Random random(seed);
    Parameters parameters = zeroParameters(spec);
    const double layerBound = 1.0 / std::sqrt(spec.hiddenSize);
    const double headBound = 1.0 / std::sqrt(spec.outputSize());
    for (ParameterView &view : views(spec, parameters)) {
        const bool ofHead = view.name.starts_with("head.") || view.name.starts_with("attention.");
        if (view.name == "embedding.weight") {
            for (double &value : view.values.reshaped<Eigen::RowMajor>())
                value = random.normal();
        } else if (isGain(view.name)) {
            view.values.setOnes();
        } else {
            fillUniform(view.values, ofHead ? headBound : layerBound, random);
        }
    }
    if (spec.paddingRow >= 0)
        parameters.embedding->row(spec.paddingRow).setZero();
    return parameters;
}

Result<void> check(const NetworkSpec &spec, const Parameters &parameters)
{
    const Parameters expected = emptyParameters(spec);
    if (parameters.layers.size() != expected.layers.size())
        return error("The parameters have %1 layers and directions, but the network has %2: give each its own weights.",
                     {std::to_string(parameters.layers.size()), std::to_string(expected.layers.size())});
    if (parameters.head.has_value() != expected.head.has_value())
        return parameters.head ? error("head.weight is given, but the network has no head: remove it.")
                               : error("head.weight is missing: a network with %1 head outputs needs it.",
                                       {std::to_string(spec.headOutputs)});
    if (parameters.embedding.has_value() != expected.embedding.has_value())
        return parameters.embedding ? error("embedding.weight is given, but the network has no embedding: remove it.")
                                    : error("embedding.weight is missing: a network with %1 embedding rows needs it.",
                                            {std::to_string(spec.embeddingRows)});
    if (parameters.attention.has_value() != expected.attention.has_value())
        return parameters.attention ? error("attention.weight is given, but the network has no attention: remove it.")
                                    : error("attention.weight is missing: a head that reads by attention needs it.");
    if (parameters.decoder.size() != expected.decoder.size())
        return error("The parameters have %1 layers of a decoder, but the network has %2: give each its own weights.",
                     {std::to_string(parameters.decoder.size()), std::to_string(expected.decoder.size())});

    Result<void> result;
    visitTensors(spec, parameters, [&](const std::string &name, const auto &tensor, int rows, int columns) {
        if (!result)
            return;
        if (tensor.rows() != rows || (rows > 0 && tensor.cols() != columns))
            result = error("%1 has shape %2, expected %3: give it one number for each of these places.",
                           {name, shapeText(tensor.rows(), tensor.cols()), shapeText(rows, columns)});
        else if ((tensor.array() * 0).sum() != 0) // nan from a nan or an infinity; quicker than asking each
            result = error("%1 holds a number that is not finite: replace each nan and infinity.", {name});
    });
    return result;
}

} // namespace gatescope

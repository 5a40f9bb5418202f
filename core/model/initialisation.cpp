// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/initialisation.h"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The first row of the block that squashes to this part.
int firstRow(const NetworkSpec &spec, Part part)
{
    const std::vector<Block> &blocks = describe(spec.cell).blocks;
    return spec.hiddenSize * int(std::ranges::find(blocks, part, &Block::part) - blocks.begin());
}

/// Each of U(−bound, bound).
void fillUniform(Eigen::Ref<Matrix> values, double bound, Random &random)
{
    for (double &value : values.reshaped<Eigen::RowMajor>())
        value = random.uniform(-bound, bound);
}

/// √(6 / (inputs + outputs)), where the rows of a matrix are its outputs (Glorot and Bengio 2010).
void fillGlorot(Eigen::Ref<Matrix> values, Random &random)
{
    fillUniform(values, std::sqrt(6.0 / double(values.rows() + values.cols())), random);
}

/// Q of the QR decomposition of a matrix of normal numbers, its columns turned so that R has a positive diagonal: as
/// likely as any other matrix with QᵀQ = 1 (Saxe et al. 2013).
void fillOrthogonal(Matrix &values, Random &random)
{
    const Matrix normal = Matrix::NullaryExpr(values.rows(), values.cols(),
                                              [&](Eigen::Index, Eigen::Index) { return random.normal(); });
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(normal);
    values = qr.householderQ() * Eigen::MatrixXd::Identity(values.rows(), values.cols());
    for (Eigen::Index column = 0; column < values.cols(); ++column)
        if (qr.matrixQR()(column, column) < 0)
            values.col(column) *= -1;
}

void fillLayer(const NetworkSpec &spec, LayerParameters &layer, Random &random)
{
    fillGlorot(layer.W, random);
    fillOrthogonal(layer.U, random);
    layer.normIn.setOnes();
    layer.normRec.setOnes();
    if (spec.bias && spec.cell == CellKind::lstm)
        layer.bIn.segment(firstRow(spec, Part::forgetGate), spec.hiddenSize).setOnes();
}

Parameters kerasParameters(const NetworkSpec &spec, std::uint64_t seed)
{
    constexpr double embeddingBound = 0.05;
    Random random(seed);
    Parameters parameters = zeroParameters(spec);
    for (LayerParameters &layer : parameters.layers)
        fillLayer(spec, layer, random);
    for (LayerParameters &layer : parameters.decoder)
        fillLayer(spec, layer, random);
    if (parameters.embedding)
        fillUniform(*parameters.embedding, embeddingBound, random);
    if (spec.paddingRow >= 0)
        parameters.embedding->row(spec.paddingRow).setZero();
    if (parameters.attention) {
        fillGlorot(parameters.attention->weight, random);
        Matrix score(1, parameters.attention->score.size());
        fillGlorot(score, random);
        parameters.attention->score = score.transpose();
    }
    if (parameters.head)
        fillGlorot(parameters.head->weight, random);
    return parameters;
}

} // namespace

Parameters initialParameters(const NetworkSpec &spec, Initialiser initialiser, std::uint64_t seed)
{
    return initialiser == Initialiser::keras ? kerasParameters(spec, seed) : initialParameters(spec, seed);
}

Result<void> setUpdateBias(const NetworkSpec &spec, Parameters &parameters, double bias)
{
    if (spec.cell == CellKind::rnn)
        return error("An RNN has no gate that keeps its state: choose a GRU or an LSTM.");
    if (!spec.bias)
        return error("This network has no biases to set: give it biases.");
    if (!std::isfinite(bias))
        return error("The bias of a gate must be a number.");
    const int row = firstRow(spec, spec.cell == CellKind::gru ? Part::update : Part::forgetGate);
    const bool overwrites = spec.cell == CellKind::gru && spec.update == UpdateMeaning::overwrites;
    for (std::vector<LayerParameters> *stack : {&parameters.layers, &parameters.decoder}) {
        for (LayerParameters &layer : *stack) {
            layer.bIn.segment(row, spec.hiddenSize).setConstant(overwrites ? -bias : bias);
            layer.bRec.segment(row, spec.hiddenSize).setZero();
        }
    }
    return {};
}

Result<Parameters> pinResetGate(const NetworkSpec &spec, Parameters &parameters)
{
    if (spec.cell != CellKind::gru)
        return error("Only a GRU has a reset gate that could be pinned.");
    if (!spec.bias)
        return error("The network has no biases: give it some to pin its reset gate.");
    constexpr double open = 40; // 1 − σ(40) is less than the rounding of a double
    Parameters mask = zeroParameters(spec);
    for (ParameterView &view : views(spec, mask))
        view.values.setOnes();
    // The rows of r come first.
    const auto setRows = [&](LayerParameters &layer, double matrices, double bias) {
        layer.W.topRows(spec.hiddenSize).setConstant(matrices);
        layer.U.topRows(spec.hiddenSize).setConstant(matrices);
        layer.bIn.head(spec.hiddenSize).setConstant(bias);
        layer.bRec.head(spec.hiddenSize).setConstant(0);
    };
    for (std::vector<LayerParameters> *stack : {&parameters.layers, &parameters.decoder})
        for (LayerParameters &layer : *stack)
            setRows(layer, 0, open);
    for (std::vector<LayerParameters> *stack : {&mask.layers, &mask.decoder})
        for (LayerParameters &layer : *stack)
            setRows(layer, 0, 0);
    return mask;
}

Parameters roundedToFloat(const NetworkSpec &spec, Parameters parameters)
{
    for (ParameterView &tensor : views(spec, parameters))
        tensor.values = tensor.values.cast<float>().cast<double>().eval();
    return parameters;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/packed_parameters.h"

namespace gatescope {

namespace {

std::size_t take(std::size_t &size, std::size_t floats)
{
    const std::size_t at = size;
    size += FloatArena::rounded(floats);
    return at;
}

PackedBlock take(std::size_t &size, int rows, int columns, const Kernels &kernels)
{
    const PackedLayout layout(rows, columns, kernels);
    return {layout, take(size, layout.size())};
}

/// A vector more than the bias has numbers, so that what works in whole vectors stays inside.
std::size_t takeBias(std::size_t &size, int count, const Kernels &kernels)
{
    return take(size, std::size_t(count + kernels.lanes));
}

PackedLayout transposed(const PackedLayout &layout, const Kernels &kernels)
{
    return {layout.columns, layout.rows, kernels};
}

} // namespace

bool candidateFirst(const NetworkSpec &spec)
{
    return spec.cell == CellKind::gru && spec.reset == ResetPlacement::after;
}

PackedShape::PackedShape(const NetworkSpec &spec, const Kernels &kernels) : m_spec(spec)
{
    const int H = spec.hiddenSize;
    const int rows = spec.blockRows();
    const bool apart = spec.cell == CellKind::gru && !candidateFirst(spec);
    m_layers.resize(std::size_t(spec.layers * spec.directions()));
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        PackedLayer &layer = m_layers[i];
        layer.W = take(m_size, spec.layerInputSize(int(i) / spec.directions()), rows, kernels);
        for (const int columns : apart ? std::vector{2 * H, H} : std::vector{rows})
            layer.U.push_back(take(m_size, H, columns, kernels));
    }
    if (spec.headOutputs > 0)
        m_head = take(m_size, spec.outputSize(), spec.headOutputs, kernels);
    m_embedding = take(m_size, std::size_t(spec.embeddingRows) * std::size_t(spec.inputSize));
    const auto takeLayerBiases = [&] {
        for (PackedLayer &layer : m_layers) {
            layer.bIn = takeBias(m_size, rows, kernels);
            layer.bRec = takeBias(m_size, rows, kernels);
        }
    };
    const bool headBias = spec.headOutputs > 0 && spec.headBias;
    if (spec.bias)
        takeLayerBiases();
    if (headBias)
        m_headBias = takeBias(m_size, spec.headOutputs, kernels);
    m_trained = m_size;
    if (!spec.bias)
        takeLayerBiases();
    if (!headBias)
        m_headBias = takeBias(m_size, spec.headOutputs, kernels);
}

/// Calls visit(number, its place, its sign) for every parameter, to be read or written.
template<typename SomeParameters, typename Visit>
void PackedShape::forEachNumber(SomeParameters &parameters, Signs signs, Visit visit) const
{
    const int H = m_spec.hiddenSize;
    const bool turned
        = signs == Signs::ofGates && m_spec.cell == CellKind::gru && m_spec.update == UpdateMeaning::overwrites;
    const int blocksOfInput = m_spec.blockRows();
    const auto inputRow = [&](int row) { return candidateFirst(m_spec) ? (row + H) % blocksOfInput : row; };
    const auto sign = [&](int row) { return turned && row >= H && row < 2 * H ? -1.0f : 1.0f; };
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const PackedLayer &layer = m_layers[i];
        auto &given = parameters.layers[i];
        for (int row = 0; row < given.W.rows(); ++row) {
            for (int column = 0; column < given.W.cols(); ++column)
                visit(given.W(row, column), layer.W.at + layer.W.layout.place(column, inputRow(row)), sign(row));
            const bool second = layer.U.size() > 1 && row >= 2 * H;
            const PackedBlock &U = layer.U[second ? 1 : 0];
            for (int column = 0; column < H; ++column)
                visit(given.U(row, column), U.at + U.layout.place(column, second ? row - 2 * H : row), sign(row));
            if (given.bIn.size() > 0) {
                visit(given.bIn[row], layer.bIn + std::size_t(inputRow(row)), sign(row));
                visit(given.bRec[row], layer.bRec + std::size_t(row), sign(row));
            }
        }
    }
    if (parameters.embedding)
        for (Eigen::Index row = 0; row < parameters.embedding->rows(); ++row)
            for (Eigen::Index column = 0; column < parameters.embedding->cols(); ++column)
                visit((*parameters.embedding)(row, column), m_embedding + std::size_t(row * m_spec.inputSize + column),
                      1.0f);
    if (!parameters.head)
        return;
    for (int row = 0; row < parameters.head->weight.rows(); ++row) {
        for (int column = 0; column < parameters.head->weight.cols(); ++column)
            visit(parameters.head->weight(row, column), m_head.at + m_head.layout.place(column, row), 1.0f);
        if (parameters.head->bias.size() > 0)
            visit(parameters.head->bias[row], m_headBias + std::size_t(row), 1.0f);
    }
}

void PackedShape::pack(const Parameters &parameters, float *to, Signs signs) const
{
    forEachNumber(parameters, signs,
                  [to](double number, std::size_t at, float sign) { to[at] = sign * float(number); });
}

Parameters PackedShape::unpack(const float *from, Signs signs) const
{
    Parameters parameters = zeroParameters(m_spec);
    forEachNumber(parameters, signs, [from](double &number, std::size_t at, float sign) { number = sign * from[at]; });
    return parameters;
}

PackedTransposes::PackedTransposes(const PackedShape &shape, const Kernels &kernels, bool inputs) : m_inputs(inputs)
{
    const NetworkSpec &spec = shape.spec();
    std::size_t size = 0;
    const auto take = [&](const PackedBlock &block) {
        const PackedLayout layout = transposed(block.layout, kernels);
        return PackedBlock{layout, gatescope::take(size, layout.size())};
    };
    m_layers.resize(std::size_t(spec.layers * spec.directions()));
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const PackedLayer &layer = shape.layer(int(i));
        if (inputs || int(i) >= spec.directions())
            m_layers[i].W = take(layer.W);
        for (const PackedBlock &U : layer.U)
            m_layers[i].U.push_back(take(U));
    }
    if (spec.headOutputs > 0)
        m_head = take(shape.head());
    m_arena = FloatArena(size);
}

void PackedTransposes::refresh(const PackedShape &shape, const float *weights)
{
    const auto refresh = [&](const PackedBlock &from, const PackedBlock &to) {
        packTransposed(from.layout, weights + from.at, to.layout, m_arena.data() + to.at);
    };
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const PackedLayer &layer = shape.layer(int(i));
        if (m_layers[i].W.layout.rows > 0)
            refresh(layer.W, m_layers[i].W);
        for (std::size_t part = 0; part < layer.U.size(); ++part)
            refresh(layer.U[part], m_layers[i].U[part]);
    }
    if (m_head.layout.rows > 0)
        refresh(shape.head(), m_head);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_network.h"

namespace gatescope {

namespace {

constexpr double epsilon = 1e-30;

ComplexNumber sigmoid(ComplexNumber a)
{
    return 1.0 / (1.0 + std::exp(-a));
}

} // namespace

PlainNetwork::PlainNetwork(const NetworkSpec &spec, const Parameters &parameters, const Batch &batch,
                           const Upstream &upstream)
    : m_spec(spec), m_parameters(parameters), m_batch(batch), m_upstream(upstream)
{
}

double PlainNetwork::gradientBy(const double &number)
{
    m_moved = &number;
    const double gradient = run().imag() / epsilon;
    m_moved = nullptr;
    return gradient;
}

double PlainNetwork::gradientBy(const RecordedPlace &place)
{
    m_movedPlace = place;
    const double gradient = run().imag() / epsilon;
    m_movedPlace.reset();
    return gradient;
}

ComplexNumber PlainNetwork::read(const double &number) const
{
    return {number, &number == m_moved ? epsilon : 0};
}

/// The number that a step made, or the one that is held in its place.
ComplexNumber PlainNetwork::made(Part part, int unit, ComplexNumber value)
{
    const Direction direction
        = m_at.index == m_spec.layerIndex(m_layer, Direction::forward) ? Direction::forward : Direction::backward;
    for (const Pin &pin : m_batch.pins)
        if (pin.layer == m_layer && pin.direction == direction && pin.part == part && pin.unit == unit
            && m_at.step >= pin.firstStep && m_at.step <= pin.lastStep
            && pin.sequence.value_or(m_at.sequence) == m_at.sequence)
            value = pin.value;
    const RecordedPlace place{m_at.index, part, m_at.step, m_at.sequence, unit};
    if (m_movedPlace == place)
        value += ComplexNumber(0, epsilon);
    return m_recorded[place] = value;
}

ComplexNumber PlainNetwork::input(int layer, int step, int sequence, int i) const
{
    if (layer == 0)
        return read(m_batch.x.step(step).coeffRef(sequence, i));
    const int H = m_spec.hiddenSize;
    const Direction direction = i < H ? Direction::forward : Direction::backward;
    return m_recorded.at({m_spec.layerIndex(layer - 1, direction), Part::state, step, sequence, i % H});
}

/// Σ_i W[row, i] x[i] + b_in[row]
ComplexNumber PlainNetwork::fromInput(int block, int unit) const
{
    const LayerParameters &parameters = m_parameters.layers[m_at.index];
    const int row = block * m_spec.hiddenSize + unit;
    ComplexNumber sum = read(parameters.bIn.coeffRef(row));
    for (int i = 0; i < int(m_x.size()); ++i)
        sum += read(parameters.W.coeffRef(row, i)) * m_x[i];
    return sum;
}

/// Σ_j U[row, j] h[j] + b_rec[row]
ComplexNumber PlainNetwork::fromState(int block, int unit, const std::vector<ComplexNumber> &h) const
{
    const LayerParameters &parameters = m_parameters.layers[m_at.index];
    const int row = block * m_spec.hiddenSize + unit;
    ComplexNumber sum = read(parameters.bRec.coeffRef(row));
    for (int j = 0; j < int(h.size()); ++j)
        sum += read(parameters.U.coeffRef(row, j)) * h[j];
    return sum;
}

void PlainNetwork::runStep(int layer, Direction direction, int step, int sequence)
{
    m_layer = layer;
    m_at = {m_spec.layerIndex(layer, direction), Part::state, step, sequence, 0};
    const int H = m_spec.hiddenSize;
    m_x.clear();
    for (int i = 0; i < m_spec.layerInputSize(layer); ++i)
        m_x.push_back(input(layer, step, sequence, i));
    const std::vector<ComplexNumber> h = m_h;
    const auto a = [&](int block, int unit) { return fromInput(block, unit) + fromState(block, unit, h); };

    if (m_spec.cell == CellKind::rnn)
        for (int j = 0; j < H; ++j)
            m_h[j] = made(Part::state, j, std::tanh(a(0, j)));

    if (m_spec.cell == CellKind::lstm) {
        for (int j = 0; j < H; ++j) {
            const ComplexNumber i = made(Part::inputGate, j, sigmoid(a(0, j)));
            const ComplexNumber f = made(Part::forgetGate, j, sigmoid(a(1, j)));
            const ComplexNumber g = made(Part::cellCandidate, j, std::tanh(a(2, j)));
            const ComplexNumber o = made(Part::outputGate, j, sigmoid(a(3, j)));
            m_c[j] = made(Part::cell, j, f * m_c[j] + i * g);
            m_h[j] = made(Part::state, j, o * std::tanh(m_c[j]));
        }
    }

    if (m_spec.cell == CellKind::gru) {
        std::vector<ComplexNumber> r(H), rh(H);
        for (int j = 0; j < H; ++j) {
            r[j] = made(Part::reset, j, sigmoid(a(0, j)));
            rh[j] = r[j] * h[j];
        }
        const bool before = m_spec.reset == ResetPlacement::before;
        for (int j = 0; j < H; ++j) {
            const ComplexNumber z = made(Part::update, j, sigmoid(a(1, j)));
            const ComplexNumber u = made(Part::recurrentCandidate, j, fromState(2, j, before ? rh : h));
            const ComplexNumber n = made(Part::candidate, j, std::tanh(fromInput(2, j) + (before ? u : r[j] * u)));
            const ComplexNumber kept = m_spec.update == UpdateMeaning::keeps ? z : 1.0 - z;
            m_h[j] = made(Part::state, j, kept * h[j] + (1.0 - kept) * n);
        }
    }
}

ComplexNumber PlainNetwork::run()
{
    m_recorded.clear();
    ComplexNumber loss = 0;
    for (int layer = 0; layer < m_spec.layers; ++layer) {
        for (int d = 0; d < m_spec.directions(); ++d) {
            const Direction direction = d == 0 ? Direction::forward : Direction::backward;
            const int index = m_spec.layerIndex(layer, direction), H = m_spec.hiddenSize;
            for (int n = 0; n < m_batch.sequences(); ++n) {
                m_h.assign(H, 0);
                m_c.assign(H, 0);
                for (int j = 0; j < H; ++j) {
                    m_h[j] = read(m_batch.h0[index].coeffRef(n, j));
                    if (!m_batch.c0.empty())
                        m_c[j] = read(m_batch.c0[index].coeffRef(n, j));
                }
                for (int k = 0; k < m_batch.lengths[n]; ++k)
                    runStep(layer, direction, d == 0 ? k : m_batch.lengths[n] - 1 - k, n);
                for (int j = 0; j < H; ++j) {
                    loss += m_upstream.hN[index](n, j) * m_h[j];
                    if (!m_batch.c0.empty())
                        loss += m_upstream.cN[index](n, j) * m_c[j];
                    for (int t = 0; t < m_batch.lengths[n] && layer + 1 == m_spec.layers; ++t)
                        loss += m_upstream.output(t, n, d * H + j) * m_recorded.at({index, Part::state, t, n, j});
                }
            }
        }
    }
    return loss;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/activations.h"

#include <cassert>

namespace gatescope {

Activations::Activations(const NetworkSpec &spec, int steps, int sequences)
    : m_steps(steps), m_sequences(sequences), m_units(spec.hiddenSize), m_inputs(spec.inputSize),
      m_directions(spec.directions()), m_layers(std::size_t(spec.layers * spec.directions())),
      m_active(std::size_t(steps) * std::size_t(sequences)), m_allActive(std::size_t(steps))
{
    const CellDescription &cell = describe(spec.cell);
    const std::size_t whole = FloatArena::rounded(std::size_t(steps) * std::size_t(slab()));
    const std::size_t withInitial = FloatArena::rounded(std::size_t(steps + 1) * std::size_t(slab()));
    const std::size_t joined
        = m_directions == 2 ? FloatArena::rounded(2 * std::size_t(steps) * std::size_t(slab())) : 0;
    const bool product = spec.cell == CellKind::gru && spec.reset == ResetPlacement::before;
    const std::size_t plain = cell.recorded.size() - 1 - (cell.hasCellState ? 1 : 0) + (product ? 1 : 0);
    const std::size_t layerSize = plain * whole + withInitial * (cell.hasCellState ? 2 : 1);
    m_arena = FloatArena(m_layers.size() * layerSize + std::size_t(spec.layers) * joined);

    float *next = m_arena.data();
    const auto take = [&next](std::size_t size) { return std::exchange(next, next + size); };
    for (Layer &layer : m_layers) {
        for (const Part part : cell.recorded) {
            if (part != Part::state && part != Part::cell)
                layer.parts.push_back(take(whole));
        }
        layer.state = take(withInitial);
        if (cell.hasCellState)
            layer.cell = take(withInitial);
        if (product)
            layer.product = take(whole);
    }
    for (int level = 0; level < spec.layers && joined > 0; ++level)
        m_joined.push_back(take(joined));
}

void Activations::setX(const Batch &batch, const float *embedding)
{
    const bool lookedUp = embedding && !batch.embeddingRows.empty();
    m_x = lookedUp ? nullptr : batch.x.floats();
    if (m_x)
        return;
    if (m_ownX.size() < batch.x.size())
        m_ownX = FloatArena(batch.x.size());
    m_x = m_ownX.data();
    if (!lookedUp) {
        std::copy_n(batch.x.doubles(), batch.x.size(), m_ownX.data());
        return;
    }
    for (int t = 0; t < m_steps; ++t) {
        for (int n = 0; n < m_sequences; ++n) {
            float *x = m_ownX.data() + (std::ptrdiff_t(t) * m_sequences + n) * m_inputs;
            if (t < batch.lengths[std::size_t(n)])
                std::copy_n(embedding + std::ptrdiff_t(batch.embeddingRows[std::size_t(n)][std::size_t(t)]) * m_inputs,
                            m_inputs, x);
            else
                std::fill_n(x, m_inputs, 0.0f);
        }
    }
}

void Activations::setBatch(const Batch &batch, const float *embedding)
{
    for (int t = 0; t < m_steps; ++t) {
        bool all = true;
        for (int n = 0; n < m_sequences; ++n) {
            const bool real = t < batch.lengths[std::size_t(n)];
            m_active[std::size_t(t) * std::size_t(m_sequences) + std::size_t(n)] = real;
            all = all && real;
        }
        m_allActive[std::size_t(t)] = all;
    }
    setX(batch, embedding);
    const auto setInitial = [&](float *to, const std::vector<Matrix> &states, std::size_t layer) {
        for (int n = 0; n < m_sequences; ++n)
            for (int j = 0; j < m_units; ++j)
                to[std::ptrdiff_t(n) * m_units + j] = states.empty() ? 0.0f : float(states[layer](n, j));
    };
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        setInitial(stateAt(int(layer), m_steps), batch.h0, layer);
        if (m_layers[layer].cell)
            setInitial(cellAt(int(layer), m_steps), batch.c0, layer);
    }
}

void Activations::goOn(const float *x)
{
    assert(m_steps == 1 && m_sequences == 1);
    m_x = x;
    m_allActive[0] = true;
    for (const Layer &layer : m_layers) {
        std::copy_n(layer.state + m_units, m_units, layer.state);
        if (layer.cell)
            std::copy_n(layer.cell + m_units, m_units, layer.cell);
    }
}

void Activations::forgetStates()
{
    m_arena.clear();
}

int Activations::before(int layer, int t) const
{
    if (isBackward(layer))
        return t + 1;
    return t == 0 ? m_steps : t - 1;
}

StepRows Activations::outputOf(std::size_t level) const
{
    if (m_directions == 2)
        return {m_joined[level], 2 * slab(), 2 * std::ptrdiff_t(m_units)};
    return {m_layers[level].state + slab(), slab(), m_units};
}

StepRows Activations::inputOf(int layer) const
{
    const int level = layer / m_directions;
    if (level > 0)
        return outputOf(std::size_t(level - 1));
    return {m_x, std::ptrdiff_t(m_sequences) * m_inputs, m_inputs};
}

void Activations::joinDirections(int level, int first, int rows)
{
    if (m_directions == 1)
        return;
    for (int t = 0; t < m_steps; ++t) {
        for (int n = first; n < first + rows; ++n) {
            float *to = m_joined[std::size_t(level)] + (std::ptrdiff_t(t) * m_sequences + n) * 2 * m_units;
            std::copy_n(stateAt(2 * level, t) + n * m_units, m_units, to);
            std::copy_n(stateAt(2 * level + 1, t) + n * m_units, m_units, to + m_units);
        }
    }
}

} // namespace gatescope

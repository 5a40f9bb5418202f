// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/network_pass.h"

namespace gatescope::gpu {

void NetworkPass::forward(const float *weights)
{
    const int directions = spec().directions();
    for (int level = 0; level < spec().layers; ++level) {
        for (int direction = 0; direction < directions; ++direction)
            layerForward(layerAt(level * directions + direction, weights));
        const LevelArrays &arrays = m_arrays.levels[std::size_t(level)];
        const std::size_t count = m_size.tokens() * std::size_t(spec().outputSize());
        if (arrays.mask)
            m_device.run(Mask{arrays.output, arrays.mask, count, arrays.left}, count);
    }
}

void NetworkPass::layerForward(const Layer &layer)
{
    const int inputs = spec().layerInputSize(layer.level), sums = spec().blockRows();
    // W x of all steps
    m_device.multiply({int(m_size.tokens()), sums, inputs, leftFor(layer), inputs, false, layer.W, inputs, true,
                       m_arrays.fromInput, sums, 0});
    if (m_plan) {
        m_device.clear(m_exchange.get(), m_plan->exchange);
        return m_device.recur(recurrenceOf(layer), *m_plan);
    }
    for (int k = 0; k < m_size.steps; ++k)
        stepForward(layer, layer.backwards ? m_size.steps - 1 - k : k);
}

void NetworkPass::recur(const Layer &layer, int t, int blocks)
{
    const int B = m_size.sequences, H = spec().hiddenSize, sums = spec().blockRows();
    const float *h = layer.arrays.states + stateBefore(layer, t);
    if (!layer.arrays.stateMask) {
        // U h
        m_device.multiply({B, blocks * H, H, h, H, false, layer.U, H, true, m_arrays.fromState, sums, 0});
        return;
    }
    const std::size_t count = std::size_t(B) * std::size_t(sums);
    m_device.run(Heard{h, layer.arrays.stateMask, std::size_t(H), std::size_t(sums), std::size_t(B), m_arrays.heard},
                 count);
    for (int block = 0; block < blocks; ++block) // U_k (m_k∘h)
        m_device.multiply({B, H, H, m_arrays.heard + block * H, sums, false, layer.U + std::ptrdiff_t(block) * H * H, H,
                           true, m_arrays.fromState + block * H, sums, 0});
}

void NetworkPass::stepForward(const Layer &layer, int t)
{
    const int B = m_size.sequences, H = spec().hiddenSize, sums = spec().blockRows();
    const LayerArrays &arrays = layer.arrays;
    const std::size_t units = slab(), at = std::size_t(t) * units;
    const StepSums fromInput{m_arrays.fromInput + std::size_t(t) * std::size_t(B) * std::size_t(sums), layer.bIn, sums};
    const StepSums fromState{m_arrays.fromState, layer.bRec, sums};
    const float *h = arrays.states + stateBefore(layer, t);
    float *hNew = arrays.states + stateAfter(layer, t);
    const StepRow<float> output = columnsOf(layer, m_arrays.levels[std::size_t(layer.level)].output, t);
    const auto part = [&](std::size_t i) { return arrays.parts[i] + at; };

    recur(layer, t, resetsBefore(spec()) ? 2 : sums / H);
    if (spec().cell == CellKind::rnn) {
        m_device.run(RnnForward{options(), placeOf(t), fromInput, fromState, h, hNew, output}, units);
    } else if (spec().cell == CellKind::lstm) {
        m_device.run(LstmForward{options(),
                                 placeOf(t),
                                 fromInput,
                                 fromState,
                                 h,
                                 arrays.cells + stateBefore(layer, t),
                                 {part(0), part(1), part(2), part(3)},
                                 hNew,
                                 arrays.cells + stateAfter(layer, t),
                                 output},
                     units);
    } else if (resetsAfter(spec())) {
        m_device.run(
            GruForward{
                options(), placeOf(t), fromInput, fromState, h, {part(0), part(1), part(2), part(3)}, hNew, output},
            units);
    } else {
        const GruParts<float> parts{part(0), part(1), part(2), part(3)};
        const bool masked = arrays.stateMask != nullptr;
        m_device.run(GruGates{options(), placeOf(t), fromInput, fromState, masked ? m_arrays.heard + 2 * H : h,
                              masked ? sums : H, parts, arrays.rh + at},
                     units);
        // U_n (r∘h)
        m_device.multiply({B, H, H, arrays.rh + at, H, false, layer.U + std::ptrdiff_t(2) * H * H, H, true,
                           m_arrays.fromReset, H, 0});
        const StepSums fromReset{m_arrays.fromReset, layer.bRec ? layer.bRec + 2 * H : nullptr, H};
        m_device.run(GruCandidate{options(), placeOf(t), fromInput, fromReset, h, parts, hNew, output}, units);
    }
}

} // namespace gatescope::gpu

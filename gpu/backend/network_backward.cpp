// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/network_pass.h"

namespace gatescope::gpu {

void NetworkPass::backward(const float *weights, float *gradient)
{
    const int directions = spec().directions();
    for (int level = spec().layers - 1; level >= 0; --level) {
        float *dInput = level == 0 ? m_arrays.dx : m_arrays.levels[std::size_t(level - 1)].dOutput;
        const std::size_t count = m_size.tokens() * std::size_t(spec().layerInputSize(level));
        if (dInput)
            m_device.clear(dInput, count);
        for (int direction = 0; direction < directions; ++direction)
            layerBackward(layerAt(level * directions + direction, weights), gradient);
        if (level > 0 && m_arrays.levels[std::size_t(level - 1)].mask)
            m_device.run(Mask{dInput, m_arrays.levels[std::size_t(level - 1)].mask, count, dInput}, count);
    }
}

void NetworkPass::layerBackward(const Layer &layer, float *gradient)
{
    const LayerArrays &arrays = layer.arrays;
    const auto begin = [&](float *d, const float *last) {
        if (last)
            m_device.copy(d, last, slab());
        else
            m_device.clear(d, slab());
    };
    begin(m_arrays.dh, arrays.dhN);
    if (m_arrays.dc)
        begin(m_arrays.dc, arrays.dcN);
    if (m_plan) {
        m_device.clear(m_exchange.get(), m_plan->exchange);
        const float *above = m_arrays.levels[std::size_t(layer.level)].dOutput;
        m_device.recur(RecurrenceBack{recurrenceOf(layer), columnsOf(layer, above, 0).first, m_arrays.dh, m_arrays.dc,
                                      m_arrays.fromInput, dRecurrent()},
                       *m_plan);
    }
    for (int k = m_size.steps - 1; k >= 0 && !m_plan; --k)
        stepBackward(layer, layer.backwards ? m_size.steps - 1 - k : k);
    if (arrays.dh0)
        m_device.copy(arrays.dh0, m_arrays.dh, slab());
    if (arrays.dc0)
        m_device.copy(arrays.dc0, m_arrays.dc, slab());
    addWeightGradients(layer, gradient);
    addInputGradient(layer);
}

void NetworkPass::stepBackward(const Layer &layer, int t)
{
    if (spec().cell == CellKind::gru)
        return gruStepBackward(layer, t);
    const LayerArrays &arrays = layer.arrays;
    const int sums = spec().blockRows();
    const std::size_t units = slab(), at = std::size_t(t) * units;
    const float *above = m_arrays.levels[std::size_t(layer.level)].dOutput;
    const StepRow<const float> dOutput = columnsOf(layer, above, t);
    float *dSums = m_arrays.fromInput + std::size_t(t) * std::size_t(m_size.sequences) * std::size_t(sums);
    const auto part = [&](std::size_t i) { return arrays.parts[i] + at; };
    const auto dPart = [&](std::size_t i) { return arrays.dParts[i] ? arrays.dParts[i] + at : nullptr; };
    float *dState = arrays.dStates ? arrays.dStates + at : nullptr;
    if (spec().cell == CellKind::rnn)
        m_device.run(RnnBackward{options(), placeOf(t), dOutput, arrays.states + stateAfter(layer, t), m_arrays.dh,
                                 dSums, dState},
                     units);
    else
        m_device.run(LstmBackward{options(),
                                  placeOf(t),
                                  dOutput,
                                  arrays.cells + stateBefore(layer, t),
                                  arrays.cells + stateAfter(layer, t),
                                  {part(0), part(1), part(2), part(3)},
                                  m_arrays.dh,
                                  m_arrays.dc,
                                  dSums,
                                  {dPart(0), dPart(1), dPart(2), dPart(3)},
                                  arrays.dCells ? arrays.dCells + at : nullptr,
                                  dState},
                     units);
    recurBackward(layer, dSums, sums / spec().hiddenSize);
}

void NetworkPass::gruStepBackward(const Layer &layer, int t)
{
    const LayerArrays &arrays = layer.arrays;
    const int B = m_size.sequences, H = spec().hiddenSize, sums = spec().blockRows();
    const std::size_t units = slab(), at = std::size_t(t) * units;
    const std::size_t row = std::size_t(t) * std::size_t(B) * std::size_t(sums);
    const auto part = [&](std::size_t i) { return arrays.parts[i] + at; };
    const auto dPart = [&](std::size_t i) { return arrays.dParts[i] ? arrays.dParts[i] + at : nullptr; };
    const float *above = m_arrays.levels[std::size_t(layer.level)].dOutput;
    const GruBackwardArrays step{options(),
                                 placeOf(t),
                                 columnsOf(layer, above, t),
                                 arrays.states + stateBefore(layer, t),
                                 {part(0), part(1), part(2), part(3)},
                                 m_arrays.dh,
                                 m_arrays.fromInput + row,
                                 {dPart(0), dPart(1), dPart(2), dPart(3)},
                                 arrays.dStates ? arrays.dStates + at : nullptr};
    if (resetsAfter(spec())) {
        m_device.run(GruBackward{step, m_arrays.dFromState + row}, units);
        recurBackward(layer, m_arrays.dFromState + row, 3);
        return;
    }
    m_device.run(GruBlendBackward{step}, units);
    // d(r∘h) = U_nᵀ du
    m_device.multiply({B, H, H, step.dSums + 2 * H, sums, false, layer.U + std::ptrdiff_t(2) * H * H, H, false,
                       m_arrays.fromReset, H, 0});
    m_device.run(
        GruResetBackward{step, m_arrays.fromReset, arrays.stateMask ? arrays.stateMask + 2 * H : nullptr, sums}, units);
    recurBackward(layer, step.dSums, 2);
}

void NetworkPass::recurBackward(const Layer &layer, const float *d, int blocks)
{
    const int B = m_size.sequences, H = spec().hiddenSize, sums = spec().blockRows();
    if (!layer.arrays.stateMask) {
        // dh += Uᵀ d
        m_device.multiply({B, H, blocks * H, d, sums, false, layer.U, H, false, m_arrays.dh, H, 1});
        return;
    }
    for (int block = 0; block < blocks; ++block)
        m_device.multiply({B, H, H, d + block * H, sums, false, layer.U + std::ptrdiff_t(block) * H * H, H, false,
                           m_arrays.dHeard + block * H, sums, 0});
    m_device.run(HeardBackward{m_arrays.dHeard, layer.arrays.stateMask, std::size_t(H), std::size_t(sums),
                               std::size_t(blocks), m_arrays.dh},
                 slab());
}

void NetworkPass::addWeightGradients(const Layer &layer, float *gradient)
{
    const FlatShape::Layer &places = m_shape.layer(layer.index);
    const int tokens = int(m_size.tokens()), sums = spec().blockRows(), inputs = spec().layerInputSize(layer.level);
    // dW = Σ daᵀ x, db_in = Σ da
    m_device.multiply({sums, inputs, tokens, m_arrays.fromInput, sums, true, leftFor(layer), inputs, false,
                       gradient + places.W, inputs, 1});
    if (float *bias = tensorAt(gradient, places.bIn))
        addColumnSums(m_arrays.fromInput, sums, bias);
    addRecurrentGradients(layer, gradient + places.U);
    if (float *bias = tensorAt(gradient, places.bRec))
        addColumnSums(dRecurrent(), sums, bias);
}

void NetworkPass::addRecurrentGradients(const Layer &layer, float *dU)
{
    const int tokens = int(m_size.tokens()), B = m_size.sequences, H = spec().hiddenSize, sums = spec().blockRows();
    const int blocks = resetsBefore(spec()) ? 2 : sums / H;
    // The states before each step: all but those in the last slot that was written.
    const float *before = layer.arrays.states + (layer.backwards ? slab() : 0);
    const float *d = dRecurrent();
    if (layer.arrays.stateMask) {
        m_device.run(
            Heard{before, layer.arrays.stateMask, std::size_t(H), std::size_t(sums), std::size_t(B), m_arrays.heard},
            m_size.tokens() * std::size_t(sums));
        for (int block = 0; block < blocks; ++block) // dU_k = Σ d_kᵀ (m_k∘h)
            m_device.multiply({H, H, tokens, d + block * H, sums, true, m_arrays.heard + block * H, sums, false,
                               dU + std::ptrdiff_t(block) * H * H, H, 1});
    } else {
        // dU = Σ dᵀ h
        m_device.multiply({blocks * H, H, tokens, d, sums, true, before, H, false, dU, H, 1});
    }
    if (resetsBefore(spec())) // dU_n = Σ duᵀ (r∘h)
        m_device.multiply(
            {H, H, tokens, d + 2 * H, sums, true, layer.arrays.rh, H, false, dU + std::ptrdiff_t(2) * H * H, H, 1});
}

void NetworkPass::addInputGradient(const Layer &layer)
{
    float *dInput = layer.level == 0 ? m_arrays.dx : m_arrays.levels[std::size_t(layer.level - 1)].dOutput;
    if (!dInput)
        return;
    const int tokens = int(m_size.tokens()), sums = spec().blockRows(), inputs = spec().layerInputSize(layer.level);
    const bool masked = layer.arrays.inputMask != nullptr;
    // dx = da W
    m_device.multiply({tokens, inputs, sums, m_arrays.fromInput, sums, false, layer.W, inputs, false,
                       masked ? m_arrays.left : dInput, inputs, masked ? 0.0f : 1.0f});
    if (masked)
        m_device.run(
            Add{m_arrays.left, layer.arrays.inputMask, std::size_t(m_size.sequences) * std::size_t(inputs), dInput},
            m_size.tokens() * std::size_t(inputs));
}

} // namespace gatescope::gpu

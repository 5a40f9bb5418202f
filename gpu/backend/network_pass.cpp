// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/network_pass.h"

#include "gpu/backend/floats.h"

namespace gatescope::gpu {

Result<std::unique_ptr<NetworkPass>> NetworkPass::make(Device &device, const FlatShape &shape, const PassSize &size,
                                                       Way way)
{
    std::unique_ptr<NetworkPass> pass(new NetworkPass(device, shape, size));
    if (const auto placed = pass->m_arrays.place(device, shape.spec(), size); !placed)
        return placed.error();
    if (pass->m_arrays.ones) {
        const std::vector<float> ones(size.tokens(), 1.0f);
        device.copyIn(pass->m_arrays.ones, ones.data(), ones.size() * sizeof(float));
    }
    if (way == Way::asPlanned) {
        if (const auto plan = pass->planned()) {
            if (const auto followed = pass->follow(*plan); !followed)
                return followed.error();
        } else {
            pass->m_way = sentence("Each step is computed by itself. %1", {plan.error()});
        }
    }
    return pass;
}

Result<std::unique_ptr<NetworkPass>> NetworkPass::make(Device &device, const FlatShape &shape, const PassSize &size,
                                                       const RecurrencePlan &plan)
{
    auto pass = make(device, shape, size, Way::plain);
    if (!pass)
        return pass;
    if (const auto followed = (*pass)->follow(plan); !followed)
        return followed.error();
    return pass;
}

Result<void> NetworkPass::follow(const RecurrencePlan &plan)
{
    if (plan.exchange > 0) {
        auto memory = m_device.allocate(plan.exchange);
        if (!memory)
            return memory.error();
        m_exchange = std::move(*memory);
    }
    m_plan = plan;
    m_way = sentence("All steps of a layer are one kernel: %1.", {describe(plan)});
    return {};
}

RecurrentCell NetworkPass::recurrentCell() const
{
    switch (spec().cell) {
    case CellKind::gru:
        break;
    case CellKind::lstm:
        return RecurrentCell::lstm;
    case CellKind::rnn:
        return RecurrentCell::rnn;
    }
    return resetsBefore(spec()) ? RecurrentCell::gruThatResetsBefore : RecurrentCell::gru;
}

Result<RecurrencePlan> NetworkPass::planned() const
{
    if (m_size.back == PassSize::Back::everything)
        return error("The kernel for all steps does not record every part's gradient.");
    return m_device.plan({recurrentCell(), spec().hiddenSize, m_size.sequences, m_size.masksState});
}

Recurrence NetworkPass::recurrenceOf(const Layer &layer) const
{
    const LayerArrays &arrays = layer.arrays;
    const StepRow<float> output = columnsOf(layer, m_arrays.levels[std::size_t(layer.level)].output, 0);
    return {.cell = recurrentCell(),
            .options = options(),
            .steps = m_size.steps,
            .sequences = m_size.sequences,
            .H = spec().hiddenSize,
            .backwards = layer.backwards,
            .lengths = m_arrays.lengths,
            .U = layer.U,
            .bIn = layer.bIn,
            .bRec = layer.bRec,
            .mask = arrays.stateMask,
            .fromInput = m_arrays.fromInput,
            .states = arrays.states,
            .cells = arrays.cells,
            .parts = {arrays.parts[0], arrays.parts[1], arrays.parts[2], arrays.parts[3]},
            .rh = arrays.rh,
            .output = output.first,
            .outputRow = output.row,
            .exchange = m_exchange.get()};
}

NetworkPass::Layer NetworkPass::layerAt(int index, const float *weights) const
{
    const FlatShape::Layer &places = m_shape.layer(index);
    const int directions = spec().directions();
    return {index,
            index / directions,
            index % directions == 1,
            m_arrays.layers[std::size_t(index)],
            weights + places.W,
            weights + places.U,
            tensorAt(weights, places.bIn),
            tensorAt(weights, places.bRec)};
}

std::size_t NetworkPass::lastSlot(int layer) const
{
    return layer % spec().directions() == 1 ? 0 : std::size_t(m_size.steps) * slab();
}

std::size_t NetworkPass::firstStepSlot(int layer) const
{
    return layer % spec().directions() == 1 ? 0 : slab();
}

void NetworkPass::read(const Batch &batch)
{
    copyIn(m_device, m_arrays.lengths, batch.lengths);
    copyIn(m_device, m_arrays.x, realFloats(batch.x, batch.lengths));
    for (int i = 0; i < int(m_arrays.layers.size()); ++i) {
        const std::size_t at = std::size_t(i);
        const LayerArrays &layer = m_arrays.layers[at];
        const std::size_t first = i % spec().directions() == 1 ? std::size_t(m_size.steps) * slab() : 0;
        const auto begin = [&](float *states, const std::vector<Matrix> &given) {
            if (given.empty())
                m_device.clear(states + first, slab());
            else
                copyIn(m_device, states + first, floatsOf(given[at]));
        };
        begin(layer.states, batch.h0);
        if (layer.cells)
            begin(layer.cells, batch.c0);
        if (layer.inputMask)
            copyIn(m_device, layer.inputMask, floatsOf(batch.dropout.input[at]));
        if (layer.stateMask)
            copyIn(m_device, layer.stateMask, floatsOf(batch.dropout.recurrent[at]));
    }
    for (std::size_t level = 0; level < m_arrays.levels.size(); ++level)
        if (m_arrays.levels[level].mask)
            copyIn(m_device, m_arrays.levels[level].mask, floatsOf(batch.dropout.betweenLayers[level]));
}

const float *NetworkPass::inputOf(int level) const
{
    if (level == 0)
        return m_arrays.x;
    const LevelArrays &below = m_arrays.levels[std::size_t(level - 1)];
    return below.left ? below.left : below.output;
}

const float *NetworkPass::leftFor(const Layer &layer)
{
    const float *input = inputOf(layer.level);
    if (!layer.arrays.inputMask)
        return input;
    const std::size_t inputs = std::size_t(spec().layerInputSize(layer.level));
    m_device.run(Mask{input, layer.arrays.inputMask, std::size_t(m_size.sequences) * inputs, m_arrays.left},
                 m_size.tokens() * inputs);
    return m_arrays.left;
}

void NetworkPass::head(const float *weights)
{
    const int tokens = int(m_size.tokens()), width = spec().outputSize(), outputs = spec().headOutputs;
    // y = o Wᵀ + b
    m_device.multiply({tokens, outputs, width, m_arrays.levels.back().output, width, false, weights + m_shape.head(),
                       width, true, m_arrays.y, outputs, 0});
    if (const float *bias = tensorAt(weights, m_shape.headBias()))
        m_device.run(AddBias{bias, std::size_t(outputs), m_arrays.y}, m_size.tokens() * std::size_t(outputs));
}

void NetworkPass::headBackward(const float *weights, const float *dy, bool add, float *gradient)
{
    const int tokens = int(m_size.tokens()), width = spec().outputSize(), outputs = spec().headOutputs;
    const LevelArrays &top = m_arrays.levels.back();
    // dW = dyᵀ o, db = Σ dy, do = dy W
    m_device.multiply(
        {outputs, width, tokens, dy, outputs, true, top.output, width, false, gradient + m_shape.head(), width, 1});
    if (float *bias = tensorAt(gradient, m_shape.headBias()))
        addColumnSums(dy, outputs, bias);
    m_device.multiply({tokens, width, outputs, dy, outputs, false, weights + m_shape.head(), width, false, top.dOutput,
                       width, add ? 1.0f : 0.0f});
}

void NetworkPass::addColumnSums(const float *rows, int columns, float *sums)
{
    const int tokens = int(m_size.tokens());
    m_device.multiply({1, columns, tokens, m_arrays.ones, tokens, false, rows, columns, false, sums, columns, 1});
}

} // namespace gatescope::gpu

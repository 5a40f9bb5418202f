// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/copy_out.h"

#include "gpu/backend/floats.h"

#include <algorithm>
#include <deque>

namespace gatescope::gpu {

namespace {

/// Copies that are on their way; what they fill may not move before the device has finished.
class Copies
{
public:
    Copies(Device &device, const PassSize &size) : m_device(device), m_size(size) { }
    /// Nothing is written any more into what goes away.
    ~Copies() { static_cast<void>(m_device.finish()); }
    Copies(const Copies &) = delete;
    Copies &operator=(const Copies &) = delete;

    void into(TimeArray &array, const float *from, int units)
    {
        array = TimeArray(m_size.steps, m_size.sequences, units, TimeArray::Precision::f32);
        m_device.copyOut(array.floats(), from, array.size() * sizeof(float));
    }
    const std::vector<float> &floats(const float *from, std::size_t count)
    {
        std::vector<float> &to = m_floats.emplace_back(count);
        m_device.copyOut(to.data(), from, count * sizeof(float));
        return to;
    }

private:
    Device &m_device;
    const PassSize &m_size;
    std::deque<std::vector<float>> m_floats;
};

void clearPastLengths(TimeArray &array, const std::vector<int> &lengths)
{
    const std::size_t units = std::size_t(array.units());
    for (int t = 0; t < array.steps(); ++t)
        for (int n = 0; n < array.batch(); ++n)
            if (t >= lengths[std::size_t(n)])
                std::fill_n(array.floats() + (std::size_t(t) * std::size_t(array.batch()) + std::size_t(n)) * units,
                            units, 0.0f);
}

/// The states of all layers while they are copied.
struct StatesOnTheirWay {
    std::vector<const std::vector<float> *> h, c;

    StatesOnTheirWay(Copies &copies, const NetworkPass &pass, const NetworkSpec &spec)
    {
        const std::size_t count = std::size_t(pass.size().sequences) * std::size_t(spec.hiddenSize);
        for (int i = 0; i < spec.layers * spec.directions(); ++i) {
            h.push_back(&copies.floats(pass.finalState(i), count));
            if (describe(spec.cell).hasCellState)
                c.push_back(&copies.floats(pass.finalCell(i), count));
        }
    }
    FinalStatesCopy arrived(const NetworkPass &pass, const NetworkSpec &spec) const
    {
        FinalStatesCopy states;
        for (const auto *each : h)
            states.h.push_back(matrixOf(*each, pass.size().sequences, spec.hiddenSize));
        for (const auto *each : c)
            states.c.push_back(matrixOf(*each, pass.size().sequences, spec.hiddenSize));
        return states;
    }
};

} // namespace

Result<std::shared_ptr<Trace>> copiedTrace(Device &device, const NetworkPass &pass, const NetworkSpec &spec,
                                           std::shared_ptr<const Batch> batch)
{
    auto trace = std::make_shared<Trace>();
    trace->spec = spec;
    trace->batch = std::move(batch);
    const CellDescription &cell = describe(spec.cell);
    const PassArrays &arrays = pass.arrays();
    Copies copies(device, pass.size());
    trace->layers.resize(arrays.layers.size());
    for (int i = 0; i < int(arrays.layers.size()); ++i) {
        LayerTrace &layer = trace->layers[std::size_t(i)];
        for (int part = 0; part < plainParts(spec); ++part)
            copies.into(layer[cell.recorded[std::size_t(part)]], arrays.layers[std::size_t(i)].parts[std::size_t(part)],
                        spec.hiddenSize);
        if (cell.hasCellState)
            copies.into(layer[Part::cell], pass.cells(i), spec.hiddenSize);
        copies.into(layer[Part::state], pass.states(i), spec.hiddenSize);
    }
    copies.into(trace->output, arrays.levels.back().output, spec.outputSize());
    if (spec.headOutputs > 0)
        copies.into(trace->headOutput, arrays.y, spec.headOutputs);
    const StatesOnTheirWay states(copies, pass, spec);
    if (const auto finished = device.finish(); !finished)
        return finished.error();

    for (LayerTrace &layer : trace->layers)
        for (auto &[part, array] : layer.parts)
            clearPastLengths(array, trace->batch->lengths);
    clearPastLengths(trace->headOutput, trace->batch->lengths);
    FinalStatesCopy arrived = states.arrived(pass, spec);
    trace->hN = std::move(arrived.h);
    trace->cN = std::move(arrived.c);
    return trace;
}

Result<std::shared_ptr<GradientTrace>> copiedGradients(Device &device, const NetworkPass &pass, const FlatShape &shape,
                                                       const float *gradient)
{
    auto gradients = std::make_shared<GradientTrace>();
    const NetworkSpec &spec = shape.spec();
    const CellDescription &cell = describe(spec.cell);
    const PassArrays &arrays = pass.arrays();
    const std::size_t slab = std::size_t(pass.size().sequences) * std::size_t(spec.hiddenSize);
    Copies copies(device, pass.size());
    std::vector<const std::vector<float> *> h0, c0;
    gradients->layers.resize(arrays.layers.size());
    for (std::size_t i = 0; i < arrays.layers.size(); ++i) {
        for (int part = 0; part < plainParts(spec); ++part)
            copies.into(gradients->layers[i][cell.recorded[std::size_t(part)]],
                        arrays.layers[i].dParts[std::size_t(part)], spec.hiddenSize);
        copies.into(gradients->layers[i][Part::state], arrays.layers[i].dStates, spec.hiddenSize);
        h0.push_back(&copies.floats(arrays.layers[i].dh0, slab));
        if (cell.hasCellState) {
            copies.into(gradients->layers[i][Part::cell], arrays.layers[i].dCells, spec.hiddenSize);
            c0.push_back(&copies.floats(arrays.layers[i].dc0, slab));
        }
    }
    copies.into(gradients->x, arrays.dx, spec.inputSize);
    copies.into(gradients->output, arrays.levels.back().dOutput, spec.outputSize());
    const std::vector<float> &flat = copies.floats(gradient, shape.size());
    if (const auto finished = device.finish(); !finished)
        return finished.error();

    for (const auto *each : h0)
        gradients->h0.push_back(matrixOf(*each, pass.size().sequences, spec.hiddenSize));
    for (const auto *each : c0)
        gradients->c0.push_back(matrixOf(*each, pass.size().sequences, spec.hiddenSize));
    gradients->parameters = shape.parameters(flat);
    return gradients;
}

Result<FinalStatesCopy> copiedFinalStates(Device &device, const NetworkPass &pass, const NetworkSpec &spec)
{
    Copies copies(device, pass.size());
    const StatesOnTheirWay states(copies, pass, spec);
    if (const auto finished = device.finish(); !finished)
        return finished.error();
    return states.arrived(pass, spec);
}

} // namespace gatescope::gpu

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/layer_run.h"

#include "core/engine/not_finite.h"

namespace gatescope {

namespace {

ConstArrayView rowOf(const Matrix &states, int sequence)
{
    return {states.row(sequence).data(), states.cols()};
}

} // namespace

CellStep LayerRun::cellStep(int k, int sequence, const LayerTrace &made) const
{
    const ConstArrayView xValues = valuesAt(input, position(k, sequence), sequence);
    const auto before = [&](Part part, const Matrix &start) {
        return k == 0 ? rowOf(start, sequence) : valuesAt(made[part], position(k - 1, sequence), sequence);
    };
    const ConstArrayView c = describe(spec.cell).hasCellState ? before(Part::cell, c0) : ConstArrayView(nullptr, 0);
    const ConstArrayView hMask = stateMask ? rowOf(*stateMask, sequence) : ConstArrayView(nullptr, 0);
    CellStep step{spec, parameters, {xValues.data(), xValues.size()}, before(Part::state, h0), c, hMask};
    for (const Pin &pin : pins)
        if (holdsAt(pin, layer, direction, position(k, sequence), sequence))
            step.held.push_back({pin.part, pin.unit, pin.value});
    return step;
}

std::optional<Part> firstNotFinite(const NetworkSpec &spec, const StepParts &parts)
{
    for (const Part part : describe(spec.cell).recorded)
        if (!parts[part].allFinite())
            return part;
    return std::nullopt;
}

Sentence placeText(const LayerRun &run, int step, int sequence)
{
    return placeText(run.layer, run.direction, step, sequence);
}

LayerTrace zeroLayerTrace(const NetworkSpec &spec, int steps, int sequences)
{
    LayerTrace trace;
    for (const Part part : describe(spec.cell).recorded)
        trace[part] = TimeArray(steps, sequences, spec.hiddenSize);
    return trace;
}

TimeArray inputOfLayer(const NetworkSpec &spec, const Batch &batch, const std::vector<LayerTrace> &layers, int layer)
{
    if (layer == 0)
        return inDoubles(batch.x);
    TimeArray input = outputOfLayer(spec, layers, layer - 1);
    if (!batch.dropout.betweenLayers.empty())
        multiply(input, batch.dropout.betweenLayers[layer - 1]);
    return input;
}

TimeArray leftOfInput(const Batch &batch, TimeArray input, int index)
{
    if (batch.dropout.input.empty())
        return input;
    for (int t = 0; t < input.steps(); ++t)
        input.step(t).array() *= batch.dropout.input[index].array();
    return input;
}

void multiply(TimeArray &values, const TimeArray &mask)
{
    for (int t = 0; t < values.steps(); ++t)
        values.step(t).array() *= mask.step(t).array();
}

void add(TimeArray &sum, const TimeArray &values)
{
    for (int t = 0; t < sum.steps(); ++t)
        sum.step(t) += values.step(t);
}

TimeArray outputOfLayer(const NetworkSpec &spec, const std::vector<LayerTrace> &layers, int layer)
{
    const TimeArray &forward = layers[spec.layerIndex(layer, Direction::forward)][Part::state];
    if (!spec.bidirectional)
        return forward;
    const TimeArray &backward = layers[spec.layerIndex(layer, Direction::backward)][Part::state];
    TimeArray output(forward.steps(), forward.batch(), spec.outputSize());
    for (int t = 0; t < output.steps(); ++t)
        output.step(t) << forward.step(t), backward.step(t);
    return output;
}

TimeArray inDoubles(const TimeArray &array)
{
    if (array.precision() == TimeArray::Precision::f64)
        return array;
    TimeArray doubles(array.steps(), array.batch(), array.units());
    for (int t = 0; t < array.steps(); ++t)
        for (int n = 0; n < array.batch(); ++n)
            doubles.step(t).row(n) = array.at(t, n).transpose();
    return doubles;
}

std::vector<Matrix> statesOrZeros(const std::vector<Matrix> &states, const NetworkSpec &spec, int sequences)
{
    if (!states.empty())
        return states;
    return std::vector<Matrix>(static_cast<std::size_t>(spec.layers * spec.directions()),
                               Matrix::Zero(sequences, spec.hiddenSize));
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/trace_copy.h"

namespace gatescope {

namespace {

/// Where a recorded part of a layer stands at a step, [batch, H].
float *placeOf(Activations &activations, const CellDescription &cell, int layer, std::size_t part, int t)
{
    if (cell.recorded[part] == Part::state)
        return activations.stateAt(layer, t);
    if (cell.recorded[part] == Part::cell)
        return activations.cellAt(layer, t);
    return activations.part(layer, int(part), t);
}

/// Calls visit(layer, part's index, step) for every recorded array of a step.
template<typename Visit>
void forEachStepArray(const NetworkSpec &spec, int steps, Visit visit)
{
    for (int layer = 0; layer < spec.layers * spec.directions(); ++layer)
        for (std::size_t part = 0; part < describe(spec.cell).recorded.size(); ++part)
            for (int t = 0; t < steps; ++t)
                visit(layer, part, t);
}

bool turnsUpdate(const NetworkSpec &spec, Part part)
{
    return part == Part::update && spec.update == UpdateMeaning::overwrites;
}

} // namespace

void copyLayers(Activations &activations, Trace &trace)
{
    const NetworkSpec &spec = trace.spec;
    const CellDescription &cell = describe(spec.cell);
    const int steps = activations.steps(), sequences = activations.sequences(), H = spec.hiddenSize;
    trace.layers.resize(std::size_t(spec.layers * spec.directions()));
    for (LayerTrace &layer : trace.layers)
        for (const Part part : cell.recorded)
            layer[part] = TimeArray(steps, sequences, H, TimeArray::Precision::f32);
    forEachStepArray(spec, steps, [&](int layer, std::size_t part, int t) {
        const float *from = placeOf(activations, cell, layer, part, t);
        float *to
            = trace.layers[std::size_t(layer)][cell.recorded[part]].floats() + std::ptrdiff_t(t) * activations.slab();
        for (int n = 0; n < sequences; ++n) {
            if (t >= trace.length(n))
                continue;
            for (int j = n * H; j < (n + 1) * H; ++j)
                to[j] = turnsUpdate(spec, cell.recorded[part]) ? 1 - from[j] : from[j];
        }
    });
    for (int layer = 0; layer < spec.layers * spec.directions(); ++layer) {
        const int last = activations.isBackward(layer) ? 0 : steps - 1; // a sequence that has ended keeps its state
        trace.hN.push_back(matrixOf(activations.stateAt(layer, last), sequences, H));
        if (cell.hasCellState)
            trace.cN.push_back(matrixOf(activations.cellAt(layer, last), sequences, H));
    }
}

void copyLayers(const Trace &trace, Activations &activations)
{
    const NetworkSpec &spec = trace.spec;
    const CellDescription &cell = describe(spec.cell);
    const int sequences = activations.sequences(), H = spec.hiddenSize;
    forEachStepArray(spec, activations.steps(), [&](int layer, std::size_t part, int t) {
        const TimeArray &from = trace.layers[std::size_t(layer)][cell.recorded[part]];
        float *to = placeOf(activations, cell, layer, part, t);
        for (int n = 0; n < sequences; ++n) {
            for (int j = 0; j < H; ++j) {
                const double value = from(t, n, j);
                to[n * H + j] = float(turnsUpdate(spec, cell.recorded[part]) ? 1 - value : value);
            }
        }
    });
    // Where a sequence is not real the state before it stays, as the run had it.
    for (int layer = 0; layer < spec.layers * spec.directions(); ++layer) {
        for (int k = 0; k < activations.steps(); ++k) {
            const int t = activations.isBackward(layer) ? activations.steps() - 1 - k : k;
            const int earlier = activations.before(layer, t);
            for (int n = 0; n < sequences; ++n) {
                if (t < trace.length(n))
                    continue;
                std::copy_n(activations.stateAt(layer, earlier) + n * H, H, activations.stateAt(layer, t) + n * H);
                if (cell.hasCellState)
                    std::copy_n(activations.cellAt(layer, earlier) + n * H, H, activations.cellAt(layer, t) + n * H);
            }
        }
    }
    if (spec.cell == CellKind::gru && spec.reset == ResetPlacement::before) {
        for (int layer = 0; layer < spec.layers * spec.directions(); ++layer)
            for (int t = 0; t < activations.steps(); ++t)
                for (std::ptrdiff_t i = 0; i < activations.slab(); ++i)
                    activations.product(layer, t)[i] = activations.part(layer, 0, t)[i]
                        * activations.stateAt(layer, activations.before(layer, t))[i];
    }
    for (int level = 0; level < spec.layers; ++level)
        activations.joinDirections(level, 0, sequences);
}

std::vector<float> inFloats(const Matrix &matrix)
{
    std::vector<float> floats;
    for (int row = 0; row < matrix.rows(); ++row)
        for (int column = 0; column < matrix.cols(); ++column)
            floats.push_back(float(matrix(row, column)));
    return floats;
}

Matrix matrixOf(const float *floats, int rows, int columns)
{
    Matrix matrix(rows, columns);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            matrix(row, column) = floats[std::ptrdiff_t(row) * columns + column];
    return matrix;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/pass_arrays.h"

#include <algorithm>

namespace gatescope::gpu {

namespace {

void addLayer(Arrays &arrays, const NetworkSpec &spec, const PassSize &size, int level, LayerArrays &layer)
{
    const std::size_t rows = std::size_t(size.sequences), H = std::size_t(spec.hiddenSize);
    const std::size_t slab = rows * H, all = size.tokens() * H;
    const bool hasCells = describe(spec.cell).hasCellState;
    const bool everything = size.back == PassSize::Back::everything;
    arrays.add(layer.states, all + slab);
    if (hasCells)
        arrays.add(layer.cells, all + slab);
    for (int i = 0; i < plainParts(spec); ++i) {
        arrays.add(layer.parts[std::size_t(i)], all);
        if (everything)
            arrays.add(layer.dParts[std::size_t(i)], all);
    }
    if (resetsBefore(spec))
        arrays.add(layer.rh, all);
    if (size.masksInput)
        arrays.add(layer.inputMask, rows * std::size_t(spec.layerInputSize(level)));
    if (size.masksState)
        arrays.add(layer.stateMask, rows * std::size_t(spec.blockRows()));
    if (!everything)
        return;
    arrays.add(layer.dStates, all);
    arrays.add(layer.dh0, slab);
    arrays.add(layer.dhN, slab);
    if (hasCells) {
        arrays.add(layer.dCells, all);
        arrays.add(layer.dc0, slab);
        arrays.add(layer.dcN, slab);
    }
}

void addLevel(Arrays &arrays, const NetworkSpec &spec, const PassSize &size, int level, LevelArrays &arraysOfLevel)
{
    const std::size_t all = size.tokens() * std::size_t(spec.outputSize());
    arrays.add(arraysOfLevel.output, all);
    if (size.masksBetween && level + 1 < spec.layers) {
        arrays.add(arraysOfLevel.mask, all);
        arrays.add(arraysOfLevel.left, all);
    }
    if (size.back != PassSize::Back::nothing)
        arrays.add(arraysOfLevel.dOutput, all);
}

} // namespace

bool resetsBefore(const NetworkSpec &spec)
{
    return spec.cell == CellKind::gru && spec.reset == ResetPlacement::before;
}

bool resetsAfter(const NetworkSpec &spec)
{
    return spec.cell == CellKind::gru && spec.reset == ResetPlacement::after;
}

int plainParts(const NetworkSpec &spec)
{
    return int(describe(spec.cell).recorded.size()) - (describe(spec.cell).hasCellState ? 2 : 1);
}

PassSize sizeOf(const Batch &batch, PassSize::Back back)
{
    return {batch.steps(),
            batch.sequences(),
            !batch.dropout.betweenLayers.empty(),
            !batch.dropout.input.empty(),
            !batch.dropout.recurrent.empty(),
            back};
}

Result<void> PassArrays::place(Device &device, const NetworkSpec &spec, const PassSize &size)
{
    const std::size_t tokens = size.tokens(), rows = std::size_t(size.sequences), H = std::size_t(spec.hiddenSize);
    const std::size_t sums = std::size_t(spec.blockRows());
    const std::size_t inputs = std::size_t(spec.inputSize), outputs = std::size_t(spec.headOutputs);
    const bool goesBack = size.back != PassSize::Back::nothing;
    Arrays arrays;
    layers.resize(std::size_t(spec.layers * spec.directions()));
    levels.resize(std::size_t(spec.layers));
    for (int i = 0; i < int(layers.size()); ++i)
        addLayer(arrays, spec, size, i / spec.directions(), layers[std::size_t(i)]);
    for (int level = 0; level < spec.layers; ++level)
        addLevel(arrays, spec, size, level, levels[std::size_t(level)]);
    arrays.add(lengths, rows);
    arrays.add(x, tokens * inputs);
    arrays.add(y, tokens * outputs);
    arrays.add(fromInput, tokens * sums);
    arrays.add(fromState, rows * sums);
    if (size.masksInput)
        arrays.add(left, tokens * std::max(inputs, std::size_t(spec.layers > 1 ? spec.outputSize() : 0)));
    if (size.masksState)
        arrays.add(heard, tokens * sums);
    if (resetsBefore(spec))
        arrays.add(fromReset, rows * H);
    if (goesBack) {
        arrays.add(ones, tokens);
        arrays.add(dh, rows * H);
        if (describe(spec.cell).hasCellState)
            arrays.add(dc, rows * H);
        if (resetsAfter(spec))
            arrays.add(dFromState, tokens * sums);
        if (size.masksState)
            arrays.add(dHeard, rows * sums);
        if (size.back == PassSize::Back::everything || spec.embeddingRows > 0)
            arrays.add(dx, tokens * inputs);
    }
    auto block = arrays.place(device);
    if (!block)
        return block.error();
    memory = std::move(*block);
    return {};
}

} // namespace gatescope::gpu

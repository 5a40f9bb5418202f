// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/cell_operation.h"

namespace gatescope {

/// One layer that reads a batch in one direction: what both passes need to know. It refers to its
/// parts and owns none.
struct LayerRun {
    const NetworkSpec &spec;
    const LayerParameters &parameters;
    const TimeArray &input; ///< [time, batch, layer input]; what dropout left of it
    const std::vector<int> &lengths;
    const std::vector<Pin> &pins;      ///< those of other layers and directions hold nothing here
    const Matrix &h0;                  ///< [batch, H]
    const Matrix &c0;                  ///< LSTM: [batch, H]; empty for other cells
    const Matrix *stateMask = nullptr; ///< recurrent dropout: [batch, blocks·H]
    int layer = 0;
    Direction direction = Direction::forward;

    /// Where in the input the k-th step that is read stands: the backward direction starts at the
    /// sequence's last real step.
    int position(int k, int sequence) const { return direction == Direction::forward ? k : lengths[sequence] - 1 - k; }

    /// What the cell reads and is given at its k-th step of a sequence, the states before it taken from `made`.
    CellStep cellStep(int k, int sequence, const LayerTrace &made) const;
};

/// The first recorded part that holds a number which is not finite.
std::optional<Part> firstNotFinite(const NetworkSpec &spec, const StepParts &parts);

/// "Layer 1, backward, step 3 of sequence 0", for errors.
Sentence placeText(const LayerRun &run, int step, int sequence);

/// An array [time, batch, H] of zeros for each part that the cell records.
LayerTrace zeroLayerTrace(const NetworkSpec &spec, int steps, int sequences);

/// What a layer reads, in doubles: x for layer 0, otherwise both directions' states of the layer below, as far as
/// dropout between layers leaves them.
TimeArray inputOfLayer(const NetworkSpec &spec, const Batch &batch, const std::vector<LayerTrace> &layers, int layer);

/// What dropout leaves of a layer's input for the layer and direction at this index: each sequence times its row of
/// the mask, at all steps. It is its own derivative.
TimeArray leftOfInput(const Batch &batch, TimeArray input, int index);

/// Number by number: the same shapes.
void multiply(TimeArray &values, const TimeArray &mask);
void add(TimeArray &sum, const TimeArray &values);

/// What a layer gives to the one above: both directions' states side by side, [time, batch, directions·H].
TimeArray outputOfLayer(const NetworkSpec &spec, const std::vector<LayerTrace> &layers, int layer);

/// The array itself, or its values widened if it holds floats.
TimeArray inDoubles(const TimeArray &array);

/// The given states, or zeros [batch, H] for each layer and direction in place of none.
std::vector<Matrix> statesOrZeros(const std::vector<Matrix> &states, const NetworkSpec &spec, int sequences);

} // namespace gatescope

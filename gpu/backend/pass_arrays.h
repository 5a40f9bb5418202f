// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/batch.h"
#include "gpu/backend/flat_shape.h"
#include "gpu/device/arrays.h"

#include <array>

namespace gatescope::gpu {

/// What decides how much memory a pass over a network takes.
struct PassSize {
    int steps = 0;
    int sequences = 0;
    bool masksBetween = false, masksInput = false, masksState = false; ///< what dropout there is
    /// Nothing flows back; or gradients of the parameters, in a network with an embedding of x too; or of all parts,
    /// of x and of the initial states.
    enum class Back { nothing, parameters, everything } back = Back::nothing;

    std::size_t tokens() const { return std::size_t(steps) * std::size_t(sequences); }
    bool operator==(const PassSize &) const = default;
};

PassSize sizeOf(const Batch &batch, PassSize::Back back);

/// One layer in one direction. States have a slot more than there are steps: the initial state stands in the slot
/// before the first step that is read.
struct LayerArrays {
    float *states = nullptr, *cells = nullptr; ///< [steps + 1, sequences, H]; cells of an LSTM
    std::array<float *, 4> parts{};            ///< what else the cell records, in its order: [steps, sequences, H]
    float *rh = nullptr;                       ///< r∘h of a GRU that resets before the product, [steps, sequences, H]
    float *inputMask = nullptr;                ///< [sequences, layer input]
    float *stateMask = nullptr;                ///< [sequences, blocks·H]
    std::array<float *, 4> dParts{};
    float *dCells = nullptr, *dStates = nullptr; ///< [steps, sequences, H]
    float *dh0 = nullptr, *dc0 = nullptr;        ///< [sequences, H]
    float *dhN = nullptr, *dcN = nullptr;        ///< given from outside
};

/// What one level of layers, both directions, gives to the next.
struct LevelArrays {
    float *output = nullptr; ///< [tokens, directions·H]; 0 past a length
    float *mask = nullptr;   ///< of dropout between layers
    float *left = nullptr;   ///< what it leaves
    float *dOutput = nullptr;
};

/// All arrays of a pass, on the device.
struct PassArrays {
    std::vector<LayerArrays> layers; ///< at NetworkSpec::layerIndex
    std::vector<LevelArrays> levels;
    int *lengths = nullptr;
    float *ones = nullptr;       ///< [tokens]
    float *x = nullptr;          ///< [tokens, inputSize]
    float *dx = nullptr;         ///< or null: not wanted
    float *y = nullptr;          ///< [tokens, head outputs]
    float *left = nullptr;       ///< [tokens, widest layer input]: what input dropout leaves, and its gradient
    float *fromInput = nullptr;  ///< [tokens, blocks·H]; backwards what flows to these sums
    float *dFromState = nullptr; ///< [tokens, blocks·H]: where it differs, in a GRU that resets after the product
    float *fromState = nullptr;  ///< [sequences, blocks·H]
    float *fromReset = nullptr;  ///< [sequences, H]; backwards d(r∘h)
    float *heard = nullptr;      ///< [tokens, blocks·H]: m∘h for each block
    float *dHeard = nullptr;     ///< [sequences, blocks·H]
    float *dh = nullptr, *dc = nullptr; ///< [sequences, H]

    Device::Floats memory;

    /// Fails when the device has not enough memory.
    Result<void> place(Device &device, const NetworkSpec &spec, const PassSize &size);
};

bool resetsBefore(const NetworkSpec &spec);
bool resetsAfter(const NetworkSpec &spec);
/// Recorded parts that are neither state nor cell state: 4 of a GRU and of an LSTM, 0 of an RNN.
int plainParts(const NetworkSpec &spec);

} // namespace gatescope::gpu

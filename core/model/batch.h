// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_array.h"
#include "core/model/dropout.h"
#include "core/model/pin.h"

#include <vector>

namespace gatescope {

/// What a network reads in one run: sequences side by side, padded to the longest.
struct Batch {
    TimeArray x;              ///< [time, batch, inputSize]
    std::vector<int> lengths; ///< real steps per sequence, 1 … time; nothing is computed past them
    std::vector<Matrix> h0;   ///< at NetworkSpec::layerIndex, each [batch, H]; empty: zeros
    std::vector<Matrix> c0;   ///< LSTM only, as h0
    /// The row of the embedding that each x was taken from, [sequence][step]; empty when x did not
    /// come from the network's embedding, whose gradient is then 0.
    std::vector<std::vector<int>> embeddingRows;
    DropoutMasks dropout;  ///< what training drops in this run; none: nothing
    std::vector<Pin> pins; ///< what is held in this run

    int steps() const { return x.steps(); }
    int sequences() const { return x.batch(); }

    bool operator==(const Batch &) const = default;
};

/// Numbers that the record of a run over so many steps holds: what is read, every recorded part of every
/// layer, what the head says. A double, because the sizes may be any.
double recordNumbers(const NetworkSpec &spec, int sequences, int steps);

/// A batch whose sequences all have the full length.
Batch fullLengthBatch(TimeArray x);

/// Refuses what PyTorch would refuse (feature mismatch, hidden sizes, a length of 0), in its words,
/// and any number that is not finite.
Result<void> check(const NetworkSpec &spec, const Batch &batch);

} // namespace gatescope

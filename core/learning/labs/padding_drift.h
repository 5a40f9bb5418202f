// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/padded_batch.h"
#include "core/learning/labs/small_gru.h"

namespace gatescope {

/// A batch read twice: each sequence as long as it is, and padded with zeros that are read too.
struct PaddingReading {
    std::shared_ptr<const Trace> packed;
    std::shared_ptr<const Trace> padded;
    PaddingSide side = PaddingSide::right;
    /// How far the padded last state lies from the packed one, as a share of it: [direction][sequence].
    std::vector<std::vector<double>> drift;

    int steps() const { return padded->batch->steps(); }
    int directions() const { return packed->spec.directions(); }
};

/// `steps` is at least the longest sequence's. The network has one layer.
Result<PaddingReading> readPadded(const SmallGru &gru, const Batch &sequences, PaddingSide side, int steps);

/// How far h_n of one sequence, all its directions together, is off when 0, 1, … `most` zeros are read with it.
Result<std::vector<double>> driftCurve(const SmallGru &gru, const Batch &sequences, int sequence, PaddingSide side,
                                       int most);

} // namespace gatescope

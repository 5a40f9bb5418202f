// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <vector>

namespace gatescope {

/// A number in a batch: which step of which sequence.
struct PackedRow {
    int step = 0;
    int sequence = 0; ///< as the caller ordered them

    bool operator==(const PackedRow &) const = default;
};

/// PyTorch's PackedSequence: the real steps alone, step by step, the longest sequence first (gru.md, A2).
struct PackedOrder {
    std::vector<int> batchSizes;      ///< for each step: sequences that still have one; never grows
    std::vector<int> sortedIndices;   ///< the caller's sequence in each place, the longest first
    std::vector<int> unsortedIndices; ///< the place of each sequence; empty with enforce_sorted, as the one above
    std::vector<PackedRow> rows;      ///< of `data`, in its order
};

/// Refuses, in PyTorch's words, a length below 1, and lengths that rise where enforce_sorted asks for sorted ones.
Result<PackedOrder> packedOrder(const std::vector<int> &lengths, bool enforceSorted);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/padded_batch.h"
#include "core/learning/labs/stateful_batches.h"

namespace gatescope {

/// What the padding lab shows.
enum class PaddingView { padding, stateful, mask };

/// What one can choose in the padding lab.
struct PaddingSettings {
    PaddingView view = PaddingView::padding;
    std::vector<int> lengths{3, 6, 2, 5}; ///< 1 … longestLabSequence
    PaddingSide side = PaddingSide::right;
    int moreZeros = 0; ///< than the longest sequence asks for
    bool bidirectional = false;
    bool bias = true;
    bool enforceSorted = false;
    StatefulWay way = StatefulWay::carried;
    bool isDetached = true;
    std::uint64_t seed = 1; ///< of the network and the numbers

    bool operator==(const PaddingSettings &) const = default;
};

inline constexpr int longestLabSequence = 8, mostMoreZeros = 12;

} // namespace gatescope

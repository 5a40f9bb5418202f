// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playhead.h"
#include "ui/document/record.h"

namespace gatescope {

/// Where two runs of the same sizes are furthest apart.
struct LargestDifference {
    int step = 0;
    int unit = 0;
    double value = 0; ///< new − old; 0 where nothing differs
};

/// Of the states of the playhead's layer, direction and sequence.
LargestDifference largestDifference(const Record &record, const Record &ghost, const PlayheadState &at);

} // namespace gatescope

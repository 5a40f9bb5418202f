// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/merging_time.h"

namespace gatescope {

/// What one can choose in the lab of merged matrices.
struct MergingSettings {
    StackingConvention convention = StackingConvention::pytorch;
    LayerSizes sizes;
    ProductWay way = ProductWay::separate; ///< that is drawn
    std::uint64_t seed = 1;                ///< of the layer and what it reads

    bool operator==(const MergingSettings &) const = default;
};

inline constexpr LayerSizes largestMerging{256, 256, 200, 64};
/// Of the example whose numbers are drawn.
inline constexpr LayerSizes largestExample{8, 8, 12, 4};

/// What is drawn of a layer merged.
struct MergingPicture {
    MergingSettings settings;
    MergingReading reading;
    std::optional<MergingTime> time; ///< of just these settings
    bool isMeasuring = false;
    bool knowsCounts = false; ///< what merging leaves may be told; before that it is asked
    bool knowsNumbers = false;
};

} // namespace gatescope

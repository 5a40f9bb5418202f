// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_array.h"
#include "core/learning/labs/gate_matrices.h"
#include "core/learning/labs/product_plan.h"

#include <cstdint>

namespace gatescope {

/// A layer with numbers, and what it reads.
struct MergedLayer {
    StackingConvention convention = StackingConvention::pytorch;
    GateMatrices six;
    TimeArray x; ///< [time, batch, unit]
};

/// With PyTorch's first numbers; with reset_after=False the one bias that Keras has, and b_rec = 0.
MergedLayer mergedLayer(StackingConvention convention, const LayerSizes &sizes, std::uint64_t seed);

/// What merging makes of a layer's numbers.
struct MergingReading {
    LayerSizes sizes;
    std::array<Matrix, productWays> last; ///< h after the last step [batch, unit], by each way, in double precision
    double farthest = 0;                  ///< largest difference of any state between two ways, in double precision
    double farthestInSingle = 0;          ///< the same in single precision, in which networks mostly run
    double fromEngine = 0;                ///< largest difference to the reference engine's states
    Matrix wrongLast;                     ///< the same where what cannot be merged is merged all the same
    double wrong = 0;                     ///< how far that lies from the right one, as a share of it
};

MergingReading readMerged(const MergedLayer &layer);

/// The states [time·batch, unit] when what cannot be merged is merged all the same: b_hn with b_in where the reset
/// acts after the product, U_n h with U_r h and U_z h where it acts before.
Matrix wronglyMergedStates(const MergedLayer &layer);

} // namespace gatescope

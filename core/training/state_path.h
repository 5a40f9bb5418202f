// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <array>
#include <optional>

namespace gatescope {

/// The two directions in which a layer's states spread most: the principal axes of all h_t of a record.
struct StateAxes {
    Vector mean; ///< [H]
    Matrix axes; ///< [2, H], rows of length 1 at right angles; of a layer with one unit the second is 0
    std::array<double, 2> share{}; ///< of the variance along each; 0 where nothing varies
};

/// The eigenvectors of the covariance C = Σ (h_t − mean)(h_t − mean)ᵀ / count with the largest eigenvalues, over all
/// real steps and sequences. An eigenvector has no sign of its own: what lies `towards` a direction that it clearly has
/// a part of, say that of a larger answer, lies on its positive side, so that the same network gives the same picture.
/// Where it has none it gets the sign that is nearer to `before`, the axes of an earlier picture of the same layer;
/// without those its largest element is positive.
StateAxes principalAxes(const Trace &trace, int layer, Direction direction, const std::optional<StateAxes> &before = {},
                        const Vector &towards = {});

/// Where one sequence's states lie on the axes, axes · (h_t − mean), [length, 2].
Matrix statePath(const StateAxes &axes, const Trace &trace, int layer, Direction direction, int sequence);

} // namespace gatescope

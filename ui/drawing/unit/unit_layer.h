// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"
#include "ui/drawing/scene/scene.h"

namespace gatescope {

// What a unit's rows are read from.

/// The numbers of the playhead's layer and direction.
const LayerParameters &layerOf(const Scene &scene);

/// Whether a block reads the past through the reset gate: a GRU's candidate.
bool readsThroughReset(const Scene &scene, int block);

/// What multiplies h where the rows of a block read it: 1, or the mask of recurrent dropout [H].
Vector stateMask(const Scene &scene, int block);

/// What makes the sum of a row of products into what layer normalisation hands on: factor · sum + shift.
struct Normalising {
    double factor = 1;
    double shift = 0;
};
Normalising normalising(const Vector &sums, const Vector &gain, int row);

/// W x of all rows.
Vector inputSums(const Scene &scene);
/// U_k (m_k∘h) of all rows.
Vector stateSums(const Scene &scene);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/layer_run.h"

namespace gatescope {

/// What one layer made in one direction.
struct LayerOutcome {
    LayerTrace trace;
    Matrix hN; ///< [batch, H], each sequence's state after the last real step that was read
    Matrix cN; ///< LSTM only
};

/// Runs the layer over each sequence's real steps. Fails at the first value that is not finite and
/// names its place.
Result<LayerOutcome> runForward(const LayerRun &run);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/layer_run.h"

namespace gatescope {

/// The derivative of a loss by what one layer puts out in one direction.
struct LayerUpstream {
    const TimeArray &output; ///< [time, batch, directions·H]; 0 past a length
    const Matrix &hN;        ///< [batch, H]
    const Matrix &cN;        ///< LSTM: [batch, H]
};

/// The derivative of that loss by everything in the layer.
struct LayerGradient {
    LayerTrace parts; ///< total derivatives by the recorded parts
    LayerParameters parameters;
    Matrix h0; ///< [batch, H]
    Matrix c0; ///< LSTM only
};

/// Back through the layer's steps, the last one that was read first. The gradient by the layer's
/// input is added to `dInput`. Fails at the first gradient that is not finite and names its place.
Result<LayerGradient> runBackward(const LayerRun &run, const LayerTrace &made, const LayerUpstream &upstream,
                                  TimeArray &dInput);

} // namespace gatescope

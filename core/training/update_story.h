// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training_run.h"

namespace gatescope {

/// What one update does to one weight, step by step, as core/ops/optimizer does it to a tensor. Moments that an
/// optimizer does not have are 0, and corrections that it does not make leave a number as it is.
struct UpdateStory {
    OptimizerKind kind = OptimizerKind::adam;
    int update = 1;            ///< the update that is told
    bool learns = true;        ///< false: the mask keeps the weight, and `change` is 0
    double gradientNorm = 0;   ///< ‖g‖ over all parameters that learn
    double clippingFactor = 1; ///< min(1, norm / (‖g‖ + 1e−6))
    double gradient = 0;       ///< g of this weight, as backpropagation found it
    double clipped = 0;        ///< factor · g, kept within ± the value limit
    double decay = 0; ///< what weight decay adds to the gradient, λ w; AdamW: what it takes off the weight, lr λ w
    double used = 0;  ///< the gradient that the optimizer reads: clipped + decay; AdamW: clipped
    double mBefore = 0, m = 0;    ///< SGD: the velocity; Adam: the mean gradient
    double vBefore = 0, v = 0;    ///< the mean square of the gradient
    double mCorrected = 0;        ///< Adam: m / (1 − β₁ᵗ); otherwise m
    double vCorrected = 0;        ///< Adam: v / (1 − β₂ᵗ); otherwise v
    double rate = 0;              ///< of this update, schedule and warm-up included
    double before = 0, after = 0; ///< the weight
    double change = 0;            ///< after − before
};

/// Where a weight stands before an update.
struct WeightBefore {
    double weight = 0, gradient = 0;
    double m = 0, v = 0;
    double gradientNorm = 0; ///< over all parameters that learn
};

UpdateStory updateStory(const OptimizerSettings &settings, int update, const WeightBefore &before);

/// The next update of one weight of a network, whose gradient is known. Refuses a place that the network does not have.
Result<UpdateStory> nextUpdate(const NetworkSpec &spec, const TrainingState &state, const TrainingSettings &settings,
                               const Parameters &gradient, const ParameterPlace &place);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"

namespace gatescope {

/// As StepLoss in core/ops/losses.h, in floats and in place.
struct StepAnswer {
    double loss;
    bool right;
};

/// The loss of `count` numbers y that the network says at step t of sequence n; writes its derivative times `share`
/// to dy.
StepAnswer stepLoss(const Objective &objective, int t, int n, int count, const float *y, float share, float *dy);

} // namespace gatescope

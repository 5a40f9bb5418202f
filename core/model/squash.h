// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/model/spec.h"

namespace gatescope {

// What stands between a block's sum a and the part y that is recorded, and its slope dy/da. The slope is a
// function of y alone, so a trace needs no a. At a kink it is 0, as PyTorch and Keras have it.

using ConstArrayRef = Eigen::Ref<const Eigen::ArrayXd>;

Eigen::ArrayXd squashed(GateActivation activation, const ConstArrayRef &a);
Eigen::ArrayXd slope(GateActivation activation, const ConstArrayRef &y);

Eigen::ArrayXd squashed(StateActivation activation, const ConstArrayRef &a);
Eigen::ArrayXd slope(StateActivation activation, const ConstArrayRef &y);

/// What values a part takes in this network: with relu a candidate, and a state made of it, has no upper bound.
Range rangeOf(const NetworkSpec &spec, Part part);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/squash.h"

namespace gatescope {

// What the worked solutions compute with, one number at a time.

inline double sigmoid(double a)
{
    return squashed(GateActivation::sigmoid, Eigen::ArrayXd::Constant(1, a))[0];
}

inline double hyperbolic(double a)
{
    return squashed(StateActivation::tanh, Eigen::ArrayXd::Constant(1, a))[0];
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cmath>

namespace gatescope {

// One number at a time: Eigen's own exp may differ in the last digit with the place of a number in
// memory, and the same numbers must give the same result wherever they stand.

/// σ(a) = 1 / (1 + e^−a)
template<typename Array>
auto sigmoid(const Eigen::ArrayBase<Array> &a)
{
    return a.unaryExpr([](double value) { return 1.0 / (1.0 + std::exp(-value)); });
}

template<typename Array>
auto hyperbolicTangent(const Eigen::ArrayBase<Array> &a)
{
    return a.unaryExpr([](double value) { return std::tanh(value); });
}

} // namespace gatescope

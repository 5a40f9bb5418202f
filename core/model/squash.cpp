// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/squash.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

// One number at a time: Eigen's own exp may differ in the last digit with the place of a number in
// memory, and the same numbers must give the same result wherever they stand.

double sigmoid(double a)
{
    return 1.0 / (1.0 + std::exp(-a));
}

/// How steep a hard sigmoid is between its ends: y = min(max(steepness·a + ½, 0), 1)
double steepness(GateActivation activation)
{
    return activation == GateActivation::hardSigmoid ? 1.0 / 6 : 0.2;
}

} // namespace

Eigen::ArrayXd squashed(GateActivation activation, const ConstArrayRef &a)
{
    if (activation == GateActivation::sigmoid)
        return a.unaryExpr([](double value) { return sigmoid(value); });
    // Neither min() nor max(): what is not a number must stay so, that the run fails.
    const Eigen::ArrayXd y = steepness(activation) * a + 0.5;
    return (y < 0).select(0.0, (y > 1).select(1.0, y));
}

Eigen::ArrayXd slope(GateActivation activation, const ConstArrayRef &y)
{
    if (activation == GateActivation::sigmoid)
        return y * (1 - y);
    return steepness(activation) * (y > 0 && y < 1).cast<double>();
}

Eigen::ArrayXd squashed(StateActivation activation, const ConstArrayRef &a)
{
    if (activation == StateActivation::tanh)
        return a.unaryExpr([](double value) { return std::tanh(value); });
    return (a <= 0).select(0.0, a);
}

Eigen::ArrayXd slope(StateActivation activation, const ConstArrayRef &y)
{
    if (activation == StateActivation::tanh)
        return 1 - y * y;
    return (y > 0).cast<double>();
}

Range rangeOf(const NetworkSpec &spec, Part part)
{
    const Range range = describe(part).range;
    return range == Range::bounded && spec.stateActivation == StateActivation::relu ? Range::unbounded : range;
}

} // namespace gatescope

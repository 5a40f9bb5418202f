// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "gpu/arithmetic/host_device.h"

#include <cmath>

namespace gatescope::gpu {

// core/model/squash.h, one number at a time: what stands between a sum a and the part y, and dy/da as a function of y.

/// What a cell's equations leave open.
struct CellOptions {
    GateActivation gate = GateActivation::sigmoid;
    StateActivation state = StateActivation::tanh;
    UpdateMeaning update = UpdateMeaning::keeps;
};

/// How steep a hard sigmoid is between its ends: y = min(max(steepness·a + ½, 0), 1)
template<typename T>
GATESCOPE_HOST_DEVICE T steepness(GateActivation activation)
{
    return activation == GateActivation::hardSigmoid ? T(1) / T(6) : T(0.2);
}

template<typename T>
GATESCOPE_HOST_DEVICE T squashed(GateActivation activation, T a)
{
    if (activation == GateActivation::sigmoid)
        return T(1) / (T(1) + std::exp(-a));
    // Neither min() nor max(): what is not a number must stay so, that the run fails.
    const T y = steepness<T>(activation) * a + T(0.5);
    return y < T(0) ? T(0) : y > T(1) ? T(1) : y;
}

template<typename T>
GATESCOPE_HOST_DEVICE T slope(GateActivation activation, T y)
{
    if (activation == GateActivation::sigmoid)
        return y * (T(1) - y);
    return y > T(0) && y < T(1) ? steepness<T>(activation) : T(0);
}

template<typename T>
GATESCOPE_HOST_DEVICE T squashed(StateActivation activation, T a)
{
    if (activation == StateActivation::tanh)
        return std::tanh(a);
    return a <= T(0) ? T(0) : a;
}

template<typename T>
GATESCOPE_HOST_DEVICE T slope(StateActivation activation, T y)
{
    if (activation == StateActivation::tanh)
        return T(1) - y * y;
    return y > T(0) ? T(1) : T(0);
}

} // namespace gatescope::gpu

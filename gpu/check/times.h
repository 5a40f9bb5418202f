// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "gpu/check/drawn_case.h"

#include <functional>
#include <string>
#include <vector>

namespace gatescope::trial {

/// The median of repeated calls, in ms, after a few that warm up.
double medianMilliseconds(const std::function<void()> &work);

/// One update on a backend, batch copied in and optimizer included.
Result<double> updateMilliseconds(const Backend &backend, const DrawnCase &drawn);

/// What cuDNN takes for forward, backward and weight gradients of one GRU layer, in single precision without TF32.
struct CudnnTime {
    std::string algorithm;
    double milliseconds;
};
/// One for each algorithm that takes such a shape; fails when there is no cuDNN or no device.
Result<std::vector<CudnnTime>> cudnnTimes(int units, int sequences, int steps);

} // namespace gatescope::trial

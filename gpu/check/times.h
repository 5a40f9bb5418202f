// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/backend.h"
#include "core/engine/product_precision.h"
#include "gpu/check/drawn_case.h"

#include <functional>
#include <string>
#include <vector>

namespace gatescope::trial {

/// The median time of what is enqueued, in ms, measured for about so many seconds after a warm-up. Short work is
/// enqueued several times before it is waited for, so that waiting is not what is measured.
double medianMilliseconds(const std::function<void()> &enqueue, const std::function<void()> &wait, double seconds);

/// One update on a backend, batch copied in and optimizer included.
Result<double> updateMilliseconds(const Backend &backend, const DrawnCase &drawn, double seconds);

/// What cuDNN takes for forward, backward (with dx, which it always computes) and weight gradients of one layer.
struct CudnnTime {
    std::string algorithm;
    double milliseconds;
};
/// For each algorithm that takes such a shape, launched and captured in a graph; fails when there is no cuDNN, no
/// device, or no algorithm.
Result<std::vector<CudnnTime>> cudnnTimes(ProductPrecision precision, const TimedLayer &layer, double seconds);

/// What our layer takes for the same without dx; in each way of computing that the device has for the shape.
struct OwnTime {
    std::string way; ///< "plain", "one kernel"
    double launched, graph;
    double forward;   ///< of the graph of the forward pass alone
    std::string note; ///< why there is no other way, or what is special
};
Result<std::vector<OwnTime>> ownTimes(ProductPrecision precision, const TimedLayer &layer, double seconds);

/// Our GRU step by step, and by each plan that the device has room for; all of them in graphs.
struct PlanTime {
    std::string plan;
    bool isTaken;
    double step, forward; ///< ms, as in OwnTime
};
Result<std::vector<PlanTime>> planTimes(ProductPrecision precision, const TimedLayer &layer, double seconds);

} // namespace gatescope::trial

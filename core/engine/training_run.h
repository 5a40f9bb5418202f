// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/batch.h"
#include "core/model/objective.h"
#include "core/model/parameters.h"
#include "core/ops/optimizer.h"

namespace gatescope {

struct TrainingSettings {
    OptimizerSettings optimizer;
    int threads = 1; ///< a backend may use fewer; for a number of threads results are the same bits every time
};

/// A network that learns, batch by batch. It has its own copy of the parameters and belongs to one thread.
class TrainingRun
{
public:
    virtual ~TrainingRun() = default;

    /// One update: forwards, the loss, backwards, the optimizer. Returns the loss before the update. Fails when
    /// batch or objective do not fit the network, and when the loss or a gradient is not finite; the parameters stay then.
    virtual Result<double> update(const Batch &batch, const Objective &objective) = 0;

    /// The loss of a batch with the parameters as they are.
    virtual Result<double> loss(const Batch &batch, const Objective &objective) = 0;

    /// A copy of what has been learned so far.
    virtual Parameters parameters() const = 0;
};

} // namespace gatescope

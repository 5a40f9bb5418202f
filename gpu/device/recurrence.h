// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/recurrence.h"

#include <cuda_runtime_api.h>

namespace gatescope::gpu {

/// Asks the device whether the kernels of this plan can run, forwards and backwards, with all blocks at
/// once; a plan that cannot is never started, for its blocks would wait for ever.
cudaError_t askWhetherItFits(RecurrentCell cell, const RecurrencePlan &plan, ProductPrecision precision,
                             const RecurrenceLimits &limits, bool &fits);

/// Queues all steps of a recurrence as one kernel behind what the stream has to do.
cudaError_t launch(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                   cudaStream_t stream);
cudaError_t launch(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                   cudaStream_t stream);

/// The same for one cell; each is compiled by itself, in recurrence_….cu.
template<typename Cell>
struct RecurrenceKernels {
    static cudaError_t ask(const RecurrencePlan &plan, ProductPrecision precision, const RecurrenceLimits &limits,
                           bool &fits);
    static cudaError_t launch(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                              cudaStream_t stream);
    static cudaError_t launch(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                              cudaStream_t stream);
};

} // namespace gatescope::gpu

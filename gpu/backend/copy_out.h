// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "gpu/backend/network_pass.h"

namespace gatescope::gpu {

/// What a pass left on the device, as the views have it. Both wait for the device and say what failed there.
Result<std::shared_ptr<Trace>> copiedTrace(Device &device, const NetworkPass &pass, const NetworkSpec &spec,
                                           std::shared_ptr<const Batch> batch);
Result<std::shared_ptr<GradientTrace>> copiedGradients(Device &device, const NetworkPass &pass, const FlatShape &shape,
                                                       const float *gradient);

/// Each layer's state after its last step, and cell state.
struct FinalStatesCopy {
    std::vector<Matrix> h, c;
};
Result<FinalStatesCopy> copiedFinalStates(Device &device, const NetworkPass &pass, const NetworkSpec &spec);

} // namespace gatescope::gpu

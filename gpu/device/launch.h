// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/work/work.h"

#include <cuda_runtime_api.h>

namespace gatescope::gpu {

/// Queues the work for the indices 0 … count−1 behind what the stream has to do.
cudaError_t launch(const Work &work, std::size_t count, cudaStream_t stream);

} // namespace gatescope::gpu

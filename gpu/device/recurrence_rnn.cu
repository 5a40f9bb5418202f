// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/recurrence_kernels.cuh"
#include "gpu/recurrence/rnn_cell.h"

namespace gatescope::gpu {

template struct RecurrenceKernels<RnnCell>;

} // namespace gatescope::gpu

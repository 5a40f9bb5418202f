// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/recurrence_kernels.cuh"
#include "gpu/recurrence/gru_cell.h"

namespace gatescope::gpu {

template struct RecurrenceKernels<GruCell>;

} // namespace gatescope::gpu

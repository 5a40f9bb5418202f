// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/recurrence.h"

namespace gatescope::gpu {

/// In which order blocks do what they do between two meetings. On a device it is any.
enum class BlockOrder { firstToLast, lastToFirst };

/// The kernels that take all steps at once, executed on this computer: what a thread does is the device's own code;
/// blocks take turns from meeting to meeting, and the tensor core's chunk, and what lanes hand to each other, are
/// loops. What lies in a block's shared memory begins as NaN.
void recurOnHost(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                 BlockOrder order);
void recurOnHost(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                 BlockOrder order);

} // namespace gatescope::gpu

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/recurrence.h"
#include "tests/gpu/host_grid.h"

namespace gatescope::gpu {

/// The kernels that take all steps at once, executed on this computer: what its threads do is the device's own code.
/// False: they wait for each other for ever.
[[nodiscard]] bool recurOnHost(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                               ThreadOrder order, const HostGrid::Mistake &mistake);
[[nodiscard]] bool recurOnHost(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                               ThreadOrder order, const HostGrid::Mistake &mistake);

} // namespace gatescope::gpu

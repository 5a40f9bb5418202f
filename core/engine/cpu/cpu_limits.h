// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/batch.h"

namespace gatescope {

/// Refuses the options of a network that the cpu backend does not compute.
Result<void> checkForCpu(const NetworkSpec &spec);

/// Refuses a batch that drops or holds: the cpu backend has neither masks nor pins.
Result<void> checkForCpu(const Batch &batch);

} // namespace gatescope

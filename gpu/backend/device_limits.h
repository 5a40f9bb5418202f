// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/batch.h"

namespace gatescope::gpu {

/// Refuses the options of a network that the backend does not compute.
Result<void> checkForDevice(const NetworkSpec &spec);

/// Refuses a batch in which values are held.
Result<void> checkForDevice(const Batch &batch);

} // namespace gatescope::gpu

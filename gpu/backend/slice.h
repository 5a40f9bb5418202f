// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"

namespace gatescope::gpu {

/// The sequences [first, first + rows) of a batch, padded to the same number of steps.
Batch sliceOf(const Batch &batch, int first, int rows);

/// What is wanted of these sequences.
Objective sliceOf(const Objective &objective, int first, int rows);

} // namespace gatescope::gpu

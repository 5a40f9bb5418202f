// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <initializer_list>

namespace gatescope {

/// What edits ask before they change something.

/// Whether 0 ≤ index < count.
Result<void> rowExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> columnExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> layerExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> unitExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> sequenceExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> stepExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> featureExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> classExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> outputExists(std::ptrdiff_t index, std::ptrdiff_t count);
Result<void> breakpointExists(std::ptrdiff_t index, std::ptrdiff_t count);

Result<void> isFinite(double value);
/// The first of these that failed.
Result<void> all(std::initializer_list<Result<void>> conditions);

} // namespace gatescope

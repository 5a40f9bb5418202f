// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"

#include <vector>

namespace gatescope {

/// Every backend of this build, the reference first.
std::vector<std::unique_ptr<Backend>> availableBackends();

/// "f64" or "f32".
std::string_view precisionName(TimeArray::Precision precision);

/// The backend of that name and precision ("f64", "f32"); either may be empty: the first that fits.
Result<std::unique_ptr<Backend>> backendFor(std::string_view name, std::string_view precision);

/// The backend of that name; otherwise a sentence that lists the names there are.
Result<std::unique_ptr<Backend>> backendNamed(std::string_view name);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"

#include <vector>

namespace gatescope {

/// Every backend of this build, the reference first.
std::vector<std::unique_ptr<Backend>> availableBackends();

/// The backend of that name; otherwise a sentence that lists the names there are.
Result<std::unique_ptr<Backend>> backendNamed(std::string_view name);

} // namespace gatescope

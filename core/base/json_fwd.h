// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace gatescope {

/// For headers that only name JSON: the library's own header costs every file that includes it a second of compiling.
using Json = nlohmann::ordered_json;

} // namespace gatescope

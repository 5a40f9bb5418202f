// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace gatescope {

/// For headers that only name JSON. Core and ui compile the library's own header once, ahead of all their sources; the
/// program and the tests do not, and each of their files that includes it takes a second longer.
using Json = nlohmann::ordered_json;

} // namespace gatescope

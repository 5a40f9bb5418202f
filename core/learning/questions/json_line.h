// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string_view>

namespace gatescope {

/// The line, from 1, on which a field of a JSON text stands: "cards[3].deed.survive". Where the last fields of the
/// place are missing, that of the nearest one around them. None for a text whose first field is not there.
std::optional<int> lineOfField(std::string_view json, std::string_view place);
/// The line of the field with which a sentence about a JSON text begins: "cards[3].deed: …".
std::optional<int> lineOfField(std::string_view json, const Error &error);
/// The same sentence with that line before it: "line 12: cards[3].deed: …".
Error withLine(std::string_view json, const Error &error);

} // namespace gatescope

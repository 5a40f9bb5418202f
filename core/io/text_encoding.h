// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace gatescope {

/// A text file's bytes as UTF-8 without byte order mark. Recognises UTF-16 by its mark; what is not
/// UTF-8 is taken for Latin-1, as older spreadsheets write it. Refuses broken UTF-16 and bytes of 0.
Result<std::string> toUtf8(std::string_view bytes);

} // namespace gatescope

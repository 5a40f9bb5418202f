// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace gatescope {

/// What the system says of a failure by its number (errno), in the language of the window where it is a usual one.
Argument systemReason(int number);

/// The bytes of a regular file of at most `limit` bytes.
Result<std::string> readFile(const std::filesystem::path &path, std::size_t limit);

/// Writes the whole file or leaves what was there: a temporary file beside it, flushed to disk, then
/// renamed over it. A symbolic link is followed and kept.
Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view bytes);

} // namespace gatescope

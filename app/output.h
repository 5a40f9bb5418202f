// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <string_view>

namespace gatescope {

/// Writes everything to the file, whole or not at all, or to standard output when `path` is empty.
ExitCode writeOutput(const std::filesystem::path &path, std::string_view bytes);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace gatescope {

/// Where the questions and lessons that come with the program lie.
std::filesystem::path learningResources();

} // namespace gatescope

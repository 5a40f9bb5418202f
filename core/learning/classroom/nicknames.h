// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace gatescope {

/// What phones are called that bring no name: animals, one word each in every language, marked for translation.
std::span<const char *const> nicknames();

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace gatescope {

/// What a file of numbers may hold, so that a mistaken or hostile one cannot fill the memory.
inline constexpr std::size_t largestNumberFile = 200'000'000; ///< bytes
inline constexpr std::size_t mostNumbers = 10'000'000;
inline constexpr std::size_t mostColumns = 100'000;
inline constexpr std::size_t mostSequences = 100'000;

} // namespace gatescope

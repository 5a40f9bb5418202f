// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace gatescope::ptx {

/// A line without what surrounds it, and without a remark.
std::string_view trimmed(std::string_view line);
/// Its first word, which it loses.
std::string_view takeWord(std::string_view &line);
/// What commas and braces separate: "{a, b}, [c+4]" is a, b and [c+4]; so does the bar of "a|p".
std::vector<std::string_view> operandsIn(std::string_view text);
/// A constant: 12, -3, 0x1F, 0f3F800000, 0d3FF0000000000000, the last two as the bits that they are.
std::optional<long long> numberIn(std::string_view text);

} // namespace gatescope::ptx

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// Without the blanks, tabs and line ends around it.
std::string_view stripped(std::string_view text);
std::string replacedAll(std::string_view text, std::string_view old, std::string_view by);
/// The lines that hold something, stripped.
std::vector<std::string> filledLines(std::string_view text);
/// "a", "a and b", "a, b and c"
Sentence listed(std::vector<Argument> words);
/// The fewest digits that are read back as the same number: "0.1", "-3".
std::string shortestText(double number);
/// The number that the whole text is, with a decimal point; none if it is no finite number.
std::optional<double> finiteNumberIn(std::string_view text);
/// Whether it begins as UTF-16 does, or holds a zero byte, as UTF-16 does and no text in UTF-8.
bool looksLikeUtf16(std::string_view text);
/// Without a byte order mark, with every line end as \n.
std::string plainLineEnds(std::string_view text);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// The places of a pattern as they stand in the text, in the pattern's order; none where it is not found. A pattern is
/// the text of a message with places in it; it begins with a text, and "|" stands between two wordings.
///
///     %n   a whole number               %1 … %9   a whole number other than that of this place
///     %N   a whole number from 1        %w   a word
///     %p   a name with points in it     %l   whole numbers with commas between them
///     %s   what ends at a blank, without a point at its end
///
/// and of these nothing is told:
///
///     %(   a bracket that opens         %)   one that closes, perhaps behind a comma
///     %,   words, each with a comma     %.   a name with points in it, as long as can be, or nothing
///     %*   anything, as short as can be
///
/// It takes no memory but for what it tells; a text of any length may be searched.
std::optional<std::vector<std::string>> placesIn(std::string_view text, std::string_view pattern);

} // namespace gatescope

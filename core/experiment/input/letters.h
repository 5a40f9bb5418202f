// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// The first character (code point) of a text; a byte that begins none counts as one.
std::string_view firstCharacter(std::string_view text);
int characterCount(std::string_view text);
/// The character that so many others stand before; there must be one.
std::string_view characterAt(std::string_view text, int place);

/// The characters of a UTF-8 text; a sentence with the place if it is not UTF-8.
Result<std::vector<std::string>> charactersOf(std::string_view text);

/// A letter as it can be shown: ␣, ⏎ and ⇥ stand for what has no ink.
std::string visibleLetter(std::string_view letter);

/// The place in the alphabet of every letter, [text][position]. Refuses an alphabet whose letters are
/// not one character each or not distinct, and a letter that is not in it, naming letter and place.
Result<std::vector<std::vector<int>>> letterRows(const std::vector<std::string> &alphabet,
                                                 const std::vector<std::string> &texts);

} // namespace gatescope

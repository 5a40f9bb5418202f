// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// The text of a file: UTF-8 without byte order mark, lines ending in \n. Refuses what is not UTF-8 and what holds
/// control characters, with the file's name and the place.
Result<std::string> readPlainText(const std::string &path);

/// Its characters, each as a text of its own.
std::vector<std::string> lettersOf(std::string_view utf8);

/// Its words in lower case, with "." where a sentence ends: at a stop, a question or exclamation mark, a semicolon, a
/// colon or an empty line. Words are letters, digits and inner apostrophes; other marks are left out. Never two "." in
/// a row; the last word is followed by one.
std::vector<std::string> wordsOf(std::string_view utf8);

/// Texts as numbers, and the names of these numbers.
struct Vocabulary {
    std::vector<std::string> names; ///< sorted
    std::vector<int> numbers;       ///< of each text, in their order
};

/// Numbers texts by the sorted list of those that occur. Where more than `most` differ, the rarest share `rare`.
Vocabulary numbered(const std::vector<std::string> &texts, std::size_t most, const std::string &rare);

} // namespace gatescope

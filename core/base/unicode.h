// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gatescope {

/// Bytes of the UTF-8 character that the text begins with; 0 if it begins with none. Overlong forms,
/// surrogates and values past U+10FFFF are no characters.
std::size_t utf8CharacterLength(std::string_view text);

/// Whether the whole text is UTF-8.
bool isUtf8(std::string_view text);

/// Writes a code point behind a text.
void appendUtf8(std::string &text, char32_t codePoint);

/// A place in a text as an editor counts it, from 1; columns are characters.
struct TextPlace {
    int line = 1;
    int column = 1;

    bool operator==(const TextPlace &) const = default;
};

/// The place of the byte at `offset`, or of the end of the text.
TextPlace placeIn(std::string_view text, std::size_t offset);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/controls.h"

#include "core/base/unicode.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Of one character in UTF-8: C0 and C1, line and paragraph separator, and what turns the direction of writing.
bool isControl(std::string_view character)
{
    if (character.size() == 1)
        return static_cast<unsigned char>(character[0]) < 0x20 || character[0] == 0x7F;
    if (character.size() == 2)
        return (character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0) || character == "\u061C";
    return (character >= "\u2028" && character <= "\u202E") || (character >= "\u2066" && character <= "\u2069")
        || character == "\u200E" || character == "\u200F";
}

} // namespace

std::string_view takeShown(std::string_view &text)
{
    const std::size_t bytes = utf8CharacterLength(text);
    const std::string_view character = text.substr(0, std::max<std::size_t>(bytes, 1));
    text.remove_prefix(character.size());
    return bytes == 0 || isControl(character) ? "?" : character;
}

std::string withoutControls(std::string_view text)
{
    std::string shown;
    while (!text.empty())
        shown += takeShown(text);
    return shown;
}

} // namespace gatescope

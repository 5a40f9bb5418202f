// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gatescope {

/// A word or sentence of a table, for translation tools to find; the window looks it up where it shows the table.
constexpr const char *marked(const char *text)
{
    return text;
}

/// What stands before an argument of a Sentence that is a marked text, and not somebody's name or letter.
inline constexpr char translatedArgument = '\x01';

/// A marked text as an argument of a Sentence: in another language it is translated too.
inline std::string asArgument(std::string_view marked)
{
    return translatedArgument + std::string(marked);
}

} // namespace gatescope

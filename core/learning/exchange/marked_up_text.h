// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What plain text can hold of a piece of HTML.
struct UnmarkedText {
    std::string text;                  ///< x<sub>2</sub> as "x_2", a picture as "[picture: name]", blocks as lines
    std::vector<std::string> pictures; ///< their names
    bool lostMarks = false;            ///< emphasis, links, tables, scripts: what was dropped but their words
};

/// Reads HTML as people write it: tags that are not known, a "<" that begins none and a "&" that begins no known entity
/// stand for themselves. With `keepLines` a line end is one; otherwise it is a blank, as browsers have it.
UnmarkedText withoutMarks(std::string_view html, bool keepLines);

} // namespace gatescope

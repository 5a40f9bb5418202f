// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gatescope {

/// Takes the first character away and says what may be shown of it: "?" for bytes that are not UTF-8 and for what a
/// terminal obeys instead of showing it (C0 and C1, line and paragraph separators, what turns the direction of
/// writing).
std::string_view takeShown(std::string_view &text);

/// A text of any length of which a terminal obeys nothing; see printable() for one that stands in a sentence.
std::string withoutControls(std::string_view text);

} // namespace gatescope

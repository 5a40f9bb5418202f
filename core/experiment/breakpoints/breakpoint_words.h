// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// One word of a condition: letters, a number, a sign, or a text in quotes.
struct BreakpointWord {
    enum class Kind { word, number, sign, quoted, end };

    Kind kind = Kind::end;
    std::string text;  ///< a word as it was typed; of a quoted text what stands between the quotes
    double number = 0; ///< of a number
    int character = 1; ///< where it begins, counted from 1

    /// Whether it is this word, in small letters or large, or this sign.
    bool is(std::string_view expected) const;
};

/// The words of a condition, closed by one of Kind::end. A letter that is no part of a word, as "ü" or "?", is a sign
/// by itself. Refuses what is not UTF-8, and a quote that is not closed.
Result<std::vector<BreakpointWord>> breakpointWords(std::string_view text);

} // namespace gatescope

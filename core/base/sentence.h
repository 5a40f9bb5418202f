// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatescope {

/// One sentence for a person: an English text with %1, %2, … and what to put in their places.
/// The engine knows no Qt, so it cannot translate; the window looks `text` up and fills in the
/// arguments. Write it as `sentence("Expected %1 values, got %2.", {a, b})`: translation tools find
/// the literal by the function's name.
struct Sentence {
    std::string text;
    std::vector<std::string> arguments;

    /// The text in English with the arguments in their places.
    std::string english() const;
};

inline Sentence sentence(const char *text, std::vector<std::string> arguments = {})
{
    return {text, std::move(arguments)};
}

/// Somebody else's text made fit to stand in a sentence of one line: control characters and bytes
/// that are not UTF-8 become "?", and what is longer than 80 characters is cut with "…".
std::string printable(std::string_view text);

} // namespace gatescope

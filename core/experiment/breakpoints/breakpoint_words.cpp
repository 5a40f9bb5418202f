// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/breakpoints/breakpoint_words.h"

#include "core/experiment/input/letters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gatescope {

namespace {

using Kind = BreakpointWord::Kind;
using Letters = std::vector<std::string>;

bool isLetter(const std::string &letter)
{
    return letter.size() == 1 && ((letter[0] >= 'a' && letter[0] <= 'z') || (letter[0] >= 'A' && letter[0] <= 'Z'));
}

bool isDigit(const std::string &letter)
{
    return letter.size() == 1 && letter[0] >= '0' && letter[0] <= '9';
}

bool isSpace(const std::string &letter)
{
    return letter == " " || letter == "\t" || letter == "\n" || letter == "\r" || letter == "\u00A0";
}

bool isMinus(const std::string &letter)
{
    return letter == "-" || letter == "−";
}

struct Quotes {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<Quotes, 4> quotes{{{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}}};

/// How many letters from `at` on pass the test.
template<typename Test>
std::size_t runOf(const Letters &letters, std::size_t at, Test test)
{
    std::size_t end = at;
    while (end < letters.size() && test(letters[end]))
        ++end;
    return end - at;
}

bool beginsNumber(const Letters &letters, std::size_t at)
{
    if (isMinus(letters[at]))
        ++at;
    if (at < letters.size() && letters[at] == ".")
        ++at;
    return at < letters.size() && isDigit(letters[at]);
}

/// A number as a computer writes it, with a point; "−" is as good as "-".
std::size_t takeNumber(const Letters &letters, std::size_t at, BreakpointWord &word)
{
    std::string digits;
    for (std::size_t i = at; i < letters.size() && i < at + 64; ++i)
        digits += isMinus(letters[i]) ? "-" : letters[i].size() == 1 ? letters[i] : " ";
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), word.number);
    const auto length = static_cast<std::size_t>(end - digits.data());
    word.kind = Kind::number;
    word.text = digits.substr(0, length);
    if (problem != std::errc())
        word.number = std::nan("");
    return length;
}

/// "<=" and its kin are one sign.
std::size_t takeSign(const Letters &letters, std::size_t at, BreakpointWord &word)
{
    word.kind = Kind::sign;
    word.text = letters[at];
    const bool isDouble = at + 1 < letters.size() && letters[at + 1] == "="
        && (word.is("<") || word.is(">") || word.is("=") || word.is("!"));
    if (isDouble)
        word.text += "=";
    return isDouble ? 2 : 1;
}

} // namespace

bool BreakpointWord::is(std::string_view expected) const
{
    if (kind != Kind::word)
        return kind == Kind::sign && text == expected;
    return std::ranges::equal(text, expected, [](char typed, char small) {
        return typed == small || (typed >= 'A' && typed <= 'Z' && typed - 'A' + 'a' == small);
    });
}

Result<std::vector<BreakpointWord>> breakpointWords(std::string_view text)
{
    const auto letters = charactersOf(text);
    if (!letters)
        return letters.error();
    std::vector<BreakpointWord> words;
    for (std::size_t at = 0; at < letters->size();) {
        if (isSpace((*letters)[at])) {
            ++at;
            continue;
        }
        BreakpointWord word;
        word.character = static_cast<int>(at) + 1;
        const auto quote = std::ranges::find(quotes, (*letters)[at], &Quotes::open);
        if (quote != quotes.end()) {
            const std::size_t inside
                = runOf(*letters, at + 1, [&](const std::string &letter) { return letter != quote->close; });
            if (at + 1 + inside == letters->size())
                return error("The quote at character %1 is not closed: expected %2 after the letter.",
                             {std::to_string(word.character), std::string(quote->close)});
            word.kind = Kind::quoted;
            for (std::size_t i = 0; i < inside; ++i)
                word.text += (*letters)[at + 1 + i];
            at += inside + 2;
        } else if (isLetter((*letters)[at])) {
            const std::size_t length = runOf(*letters, at, isLetter);
            word.kind = Kind::word;
            for (std::size_t i = 0; i < length; ++i)
                word.text += (*letters)[at + i];
            at += length;
        } else {
            at += beginsNumber(*letters, at) ? takeNumber(*letters, at, word) : takeSign(*letters, at, word);
        }
        words.push_back(std::move(word));
    }
    words.push_back({Kind::end, {}, 0, static_cast<int>(letters->size()) + 1});
    return words;
}

} // namespace gatescope

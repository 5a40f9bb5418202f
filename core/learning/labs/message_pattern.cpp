// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/message_pattern.h"

#include <algorithm>
#include <iterator>

namespace gatescope {

namespace {

using Places = std::vector<std::string>;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isName(char c)
{
    return isWord(c) || c == '.';
}

bool isOfAList(char c)
{
    return isDigit(c) || c == ',' || c == ' ';
}

bool isNoBlank(char c)
{
    return c != ' ';
}

/// How many letters of this kind the text begins with.
template<bool (*isOfIt)(char)>
std::size_t run(std::string_view text)
{
    return std::size_t(std::ranges::find_if_not(text, isOfIt) - text.begin());
}

std::size_t numberFromOne(std::string_view text)
{
    return text.starts_with('0') ? 0 : run<isDigit>(text);
}

std::size_t withoutPoint(std::string_view text)
{
    const std::size_t length = run<isNoBlank>(text);
    return length > 0 && text[length - 1] == '.' ? length - 1 : length;
}

std::size_t opening(std::string_view text)
{
    return text.starts_with('(') || text.starts_with('[');
}

std::size_t closing(std::string_view text)
{
    const std::size_t comma = text.starts_with(',');
    text.remove_prefix(comma);
    return text.starts_with(')') || text.starts_with(']') ? comma + 1 : 0;
}

std::size_t wordsWithCommas(std::string_view text)
{
    constexpr std::string_view comma = ", ";
    std::size_t length = 0;
    for (;;) {
        const std::size_t word = run<isWord>(text.substr(length));
        if (word == 0 || !text.substr(length + word).starts_with(comma))
            return length;
        length += word + comma.size();
    }
}

/// What may stand at a place.
struct PlaceKind {
    char letter;
    std::size_t (*longest)(std::string_view text); ///< that stands at its beginning; 0: nothing does
    bool isTold = true;
    bool mayBeEmpty = false;
};

constexpr PlaceKind kinds[]{
    {'n', run<isDigit>},   {'N', numberFromOne},  {'w', run<isWord>},
    {'p', run<isName>},    {'l', run<isOfAList>}, {'s', withoutPoint},
    {'(', opening, false}, {')', closing, false}, {',', wordsWithCommas, false, true},
};

bool standsAt(std::string_view text, std::string_view pattern, Places &places);

/// `%*`: where the text that follows it in the pattern stands next, or the next time.
bool standsBehindAnything(std::string_view text, std::string_view pattern, Places &places)
{
    const std::string_view next = pattern.substr(0, pattern.find('%'));
    for (std::size_t at = text.find(next); at != std::string_view::npos; at = text.find(next, at + 1))
        if (standsAt(text.substr(at), pattern, places))
            return true;
    return false;
}

/// `%.`: behind all of a name, or less of it.
bool standsBehindAName(std::string_view text, std::string_view pattern, Places &places)
{
    for (std::size_t length = run<isName>(text) + 1; length-- > 0;)
        if (standsAt(text.substr(length), pattern, places))
            return true;
    return false;
}

/// Whether the text begins as the pattern says. Calls itself once for each place.
bool standsAt(std::string_view text, std::string_view pattern, Places &places)
{
    const std::string_view words = pattern.substr(0, pattern.find('%'));
    if (!text.starts_with(words))
        return false;
    text.remove_prefix(words.size());
    pattern.remove_prefix(words.size());
    if (pattern.empty())
        return true;
    const char letter = pattern[1];
    pattern.remove_prefix(2);
    if (letter == '*')
        return standsBehindAnything(text, pattern, places);
    if (letter == '.')
        return standsBehindAName(text, pattern, places);
    const auto kind = std::ranges::find(kinds, isDigit(letter) ? 'n' : letter, &PlaceKind::letter);
    const std::size_t length = kind->longest(text);
    if (length == 0 && !kind->mayBeEmpty)
        return false;
    if (isDigit(letter) && places[std::size_t(letter - '1')] == text.substr(0, length))
        return false;
    const std::size_t before = places.size();
    if (kind->isTold)
        places.emplace_back(text.substr(0, length));
    if (standsAt(text.substr(length), pattern, places))
        return true;
    places.resize(before);
    return false;
}

} // namespace

std::optional<std::vector<std::string>> placesIn(std::string_view text, std::string_view pattern)
{
    while (!pattern.empty()) {
        const std::string_view wording = pattern.substr(0, pattern.find('|'));
        pattern.remove_prefix(std::min(wording.size() + 1, pattern.size()));
        const std::string_view first = wording.substr(0, wording.find('%'));
        for (std::size_t at = text.find(first); at != std::string_view::npos; at = text.find(first, at + 1))
            if (Places places; standsAt(text.substr(at), wording, places))
                return places;
    }
    return std::nullopt;
}

} // namespace gatescope

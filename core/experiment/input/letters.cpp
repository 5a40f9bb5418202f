// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/input/letters.h"

#include "core/base/unicode.h"

#include <algorithm>
#include <unordered_map>

namespace gatescope {

namespace {

/// The letters of an alphabet in one line.
std::string listed(const std::vector<std::string> &alphabet)
{
    constexpr std::size_t most = 64;
    std::string list;
    for (std::size_t i = 0; i < std::min(alphabet.size(), most); ++i)
        list += (i == 0 ? "" : " ") + visibleLetter(alphabet[i]);
    return alphabet.size() > most ? list + " …" : list;
}

Result<std::unordered_map<std::string, int>> alphabetRows(const std::vector<std::string> &alphabet)
{
    std::unordered_map<std::string, int> rows;
    for (const std::string &letter : alphabet) {
        const auto row = static_cast<int>(rows.size());
        if (letter.empty() || utf8CharacterLength(letter) != letter.size())
            return error("Letter %1 of the alphabet is not one character of UTF-8.", {std::to_string(row)});
        if (!rows.emplace(letter, row).second)
            return error("The letter “%1” stands twice in the alphabet.", {visibleLetter(letter)});
    }
    return rows;
}

} // namespace

std::string_view firstCharacter(std::string_view text)
{
    return text.substr(0, std::max<std::size_t>(1, utf8CharacterLength(text)));
}

int characterCount(std::string_view text)
{
    int characters = 0;
    for (; !text.empty(); text.remove_prefix(firstCharacter(text).size()))
        ++characters;
    return characters;
}

std::string_view characterAt(std::string_view text, int place)
{
    for (int before = 0; before < place; ++before)
        text.remove_prefix(firstCharacter(text).size());
    return firstCharacter(text);
}

std::string visibleLetter(std::string_view letter)
{
    if (letter == " ")
        return "␣";
    if (letter == "\n")
        return "⏎";
    return letter == "\t" ? "⇥" : std::string(letter);
}

Result<std::vector<std::string>> charactersOf(std::string_view text)
{
    std::vector<std::string> characters;
    for (std::size_t at = 0; at < text.size(); at += characters.back().size()) {
        const std::size_t length = utf8CharacterLength(text.substr(at));
        if (length == 0)
            return error("The text is not UTF-8 at byte %1, after %2 characters.",
                         {std::to_string(at), std::to_string(characters.size())});
        characters.emplace_back(text.substr(at, length));
    }
    return characters;
}

Result<std::vector<std::vector<int>>> letterRows(const std::vector<std::string> &alphabet,
                                                 const std::vector<std::string> &texts)
{
    const auto rowOf = alphabetRows(alphabet);
    if (!rowOf)
        return rowOf.error();
    std::vector<std::vector<int>> rows(texts.size());
    for (std::size_t n = 0; n < rows.size(); ++n) {
        const auto letters = charactersOf(texts[n]);
        if (!letters)
            return error("Text %1: %2", {std::to_string(n), letters.error()});
        for (const std::string &letter : *letters) {
            const auto found = rowOf->find(letter);
            if (found == rowOf->end())
                return error("Letter %1 of %2: “%3” is not in the network's alphabet, which is %4.",
                             {std::to_string(rows[n].size()),
                              texts.size() == 1 ? sentence("the text") : sentence("text %1", {std::to_string(n)}),
                              visibleLetter(letter), listed(alphabet)});
            rows[n].push_back(found->second);
        }
    }
    return rows;
}

} // namespace gatescope

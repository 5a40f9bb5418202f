// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/plain_text.h"

#include "core/base/file.h"
#include "core/base/unicode.h"

#include <algorithm>
#include <map>
#include <optional>

namespace gatescope {

namespace {

constexpr std::size_t largestText = 16u << 20;

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
}

/// Where the text stops to be plain.
std::optional<std::size_t> firstBadByte(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8CharacterLength(text.substr(at));
        if (length == 0 || isControl(text[at]))
            return at;
        at += length;
    }
    return std::nullopt;
}

std::string withPlainLineEnds(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            plain += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            plain += '\n';
    }
    return plain;
}

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

Result<std::string> readPlainText(const std::string &path)
{
    Result<std::string> bytes = readFile(path, largestText);
    if (!bytes)
        return bytes;
    std::string_view text = *bytes;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (const auto bad = firstBadByte(text)) {
        const TextPlace place = placeIn(text, *bad);
        return error("%1, line %2, column %3: this is no plain text; give a text file in UTF-8.",
                     {printable(path), std::to_string(place.line), std::to_string(place.column)});
    }
    return withPlainLineEnds(text);
}

std::vector<std::string> lettersOf(std::string_view utf8)
{
    std::vector<std::string> letters;
    for (; !utf8.empty(); utf8.remove_prefix(letters.back().size()))
        letters.emplace_back(utf8.substr(0, std::max<std::size_t>(1, utf8CharacterLength(utf8))));
    return letters;
}

std::vector<std::string> wordsOf(std::string_view utf8)
{
    constexpr std::string_view sentenceEnds = ".!?;:";
    std::vector<std::string> words;
    const auto endSentence = [&words] {
        if (!words.empty() && words.back() != ".")
            words.emplace_back(".");
    };
    std::string word;
    for (std::size_t i = 0; i <= utf8.size(); ++i) {
        const char c = i < utf8.size() ? utf8[i] : '.';
        const bool inner = c == '\'' && !word.empty() && i + 1 < utf8.size() && isWordByte(utf8[i + 1]);
        if (isWordByte(c) || inner) {
            word += lowerCase(c);
            continue;
        }
        if (!word.empty())
            words.push_back(std::exchange(word, {}));
        const bool emptyLine = c == '\n' && i > 0 && utf8[i - 1] == '\n';
        if (emptyLine || sentenceEnds.find(c) != std::string_view::npos)
            endSentence();
    }
    return words;
}

Vocabulary numbered(const std::vector<std::string> &texts, std::size_t most, const std::string &rare)
{
    std::map<std::string, int> counts;
    for (const std::string &text : texts)
        ++counts[text];
    std::vector<std::pair<std::string, int>> kept(counts.begin(), counts.end());
    if (kept.size() > most) {
        std::ranges::stable_sort(kept, std::ranges::greater(), &std::pair<std::string, int>::second);
        kept.resize(most - 1);
        kept.emplace_back(rare, 0);
        std::ranges::sort(kept);
    }
    Vocabulary vocabulary;
    std::map<std::string, int> numberOf;
    for (const auto &[name, count] : kept) {
        numberOf.emplace(name, static_cast<int>(vocabulary.names.size()));
        vocabulary.names.push_back(name);
    }
    for (const std::string &text : texts) {
        const auto found = numberOf.find(text);
        vocabulary.numbers.push_back(found != numberOf.end() ? found->second : numberOf.at(rare));
    }
    return vocabulary;
}

} // namespace gatescope

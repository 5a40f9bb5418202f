// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nested_sentence.h"

#include <charconv>

namespace gatescope {

namespace {

/// What stands before such an argument; no text for people has it. Then text and arguments, each after its length:
/// "\x02" "7:step %1" "1:3".
constexpr char sentenceArgument = '\x02';

std::string withLength(const std::string &piece)
{
    return std::to_string(piece.size()) + ":" + piece;
}

/// Takes the first piece away; none where there is no whole one.
std::optional<std::string> takePiece(std::string_view &pieces)
{
    std::size_t length = 0;
    const auto read = std::from_chars(pieces.data(), pieces.data() + pieces.size(), length);
    const auto begin = static_cast<std::size_t>(read.ptr - pieces.data()) + 1; // behind the colon
    if (read.ec != std::errc() || begin > pieces.size() || length > pieces.size() - begin)
        return std::nullopt;
    std::string piece(pieces.substr(begin, length));
    pieces.remove_prefix(begin + length);
    return piece;
}

} // namespace

std::string asArgument(const Sentence &inner)
{
    std::string argument = sentenceArgument + withLength(inner.text);
    for (const std::string &each : inner.arguments)
        argument += withLength(each);
    return argument;
}

std::optional<Sentence> innerSentence(std::string_view argument)
{
    if (!argument.starts_with(sentenceArgument))
        return std::nullopt;
    argument.remove_prefix(1);
    auto text = takePiece(argument);
    if (!text)
        return std::nullopt;
    Sentence inner{std::move(*text), {}};
    while (auto piece = takePiece(argument))
        inner.arguments.push_back(std::move(*piece));
    return inner;
}

Sentence joined(const std::vector<Sentence> &sentences, const std::string &between)
{
    Sentence whole;
    for (const Sentence &each : sentences) // two by two: a sentence has nine places
        whole = whole.text.empty() ? each : Sentence{"%1" + between + "%2", {asArgument(whole), asArgument(each)}};
    return whole;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/gift_comment.h"

#include "core/learning/exchange/words.h"

#include <algorithm>

namespace gatescope {

namespace {

/// What fits into the one line of a comment.
std::string inOneLine(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < ' '; }, ' ');
    return text;
}

/// "[tag:level:easy]": a comment has no escapes but that of the bracket that closes, so a blank parts a backslash at
/// the end from it.
std::string giftMark(std::string_view name, const std::string &value)
{
    const std::string inside = replacedAll(replacedAll(inOneLine(value), "[", "("), "]", "\\]");
    return "[" + std::string(name) + ":" + inside + (inside.ends_with('\\') ? " ]" : "]");
}

/// The values of "[id:…]" or "[tag:…]" in a comment.
std::vector<std::string> marksIn(std::string_view comment, std::string_view begin)
{
    std::vector<std::string> values;
    for (std::size_t at = comment.find(begin); at != std::string_view::npos; at = comment.find(begin, at)) {
        at += begin.size();
        std::string value;
        while (at < comment.size() && comment[at] != ']') {
            if (comment.substr(at).starts_with("\\]"))
                ++at;
            value += comment[at++];
        }
        values.emplace_back(stripped(value));
    }
    return values;
}

} // namespace

void writeGiftComments(const CourseQuestion &question, std::string &text)
{
    text += "// " + giftMark("id", question.id);
    for (const std::string &tag : question.tags)
        text += " " + giftMark("tag", tag);
    text += "\n";
    for (const std::string &hint : question.hints)
        text += "// hint: " + inOneLine(hint) + "\n";
}

void readGiftComment(std::string_view line, CourseQuestion &question)
{
    const std::string_view comment = stripped(line.substr(2));
    if (comment.starts_with("hint:")) {
        question.hints.emplace_back(stripped(comment.substr(5)));
        return;
    }
    for (const std::string &id : marksIn(comment, "[id:"))
        question.id = id;
    for (const std::string &tag : marksIn(comment, "[tag:"))
        question.tags.push_back(tag);
}

} // namespace gatescope

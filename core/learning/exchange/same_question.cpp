// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/same_question.h"

#include "core/learning/exchange/words.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr char partMark = '\x1f';

/// With one blank wherever there are several, or line ends.
std::string plainWords(std::string_view text)
{
    std::string words;
    for (const char c : replacedAll(text, "\u00a0", " ")) {
        const bool isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!isBlank)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    if (words.ends_with(' '))
        words.pop_back();
    return words;
}

bool isRightOption(const Question &question, int option)
{
    if (const auto *one = std::get_if<int>(&question.answer))
        return *one == option;
    const auto *list = std::get_if<std::vector<int>>(&question.answer);
    return list && std::ranges::find(*list, option) != list->end();
}

/// Each option with whether it is right; of an order, in the right one.
std::vector<std::string> optionContents(const Question &question)
{
    std::vector<std::string> contents;
    const auto *order = std::get_if<std::vector<int>>(&question.answer);
    if (question.kind == QuestionKind::order && order) {
        for (const int option : *order)
            if (option >= 0 && option < std::ssize(question.options))
                contents.push_back(plainWords(question.options[std::size_t(option)].english()));
        return contents;
    }
    for (int option = 0; option < std::ssize(question.options); ++option)
        contents.push_back((isRightOption(question, option) ? "+" : "-")
                           + plainWords(question.options[std::size_t(option)].english()));
    std::ranges::sort(contents);
    return contents;
}

} // namespace

std::string contentOf(const Question &question)
{
    std::string content = std::string(nameOf(question.kind)) + partMark + plainWords(question.text.english());
    for (const std::string &option : optionContents(question))
        content += partMark + option;
    if (const auto *number = std::get_if<double>(&question.answer))
        content += partMark + shortestText(*number);
    if (const auto *sizes = std::get_if<std::vector<int>>(&question.answer);
        sizes && question.kind == QuestionKind::shape)
        content += partMark + shapeText(*sizes);
    if (std::holds_alternative<PointAnswer>(question.answer)) {
        content += partMark + answerText(question, question.answer);
        if (!question.experiment.is_null()) // of another network the same words ask something else
            content += partMark + writeJson(question.experiment);
    }
    return content;
}

NewAndKnown partKnown(std::vector<Question> arriving, const std::vector<Question> &there)
{
    std::set<std::string> contents;
    for (const Question &question : there)
        contents.insert(contentOf(question));
    NewAndKnown parted;
    for (Question &question : arriving) {
        if (contents.insert(contentOf(question)).second)
            parted.fresh.push_back(std::move(question));
        else
            ++parted.known;
    }
    return parted;
}

} // namespace gatescope

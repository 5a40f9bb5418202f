// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/lettered_answer.h"

#include "core/learning/exchange/words.h"
#include "core/learning/questions/typed_number.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

constexpr std::string_view noOption = "none"; ///< chosen, of choices

std::optional<std::vector<int>> lettersIn(std::string_view text)
{
    std::vector<int> letters;
    for (const char c : text) {
        const char small = static_cast<char>(c | 0x20);
        if (small >= 'a' && small <= 'z')
            letters.push_back(small - 'a');
        else if (std::string_view(" ,;").find(c) == std::string_view::npos)
            return std::nullopt;
    }
    return letters;
}

std::optional<int> csvWhole(std::string_view text)
{
    const auto number = finiteNumberIn(text);
    if (!number || *number < 0 || *number > std::numeric_limits<int>::max() || *number != int(*number))
        return std::nullopt;
    return static_cast<int>(*number);
}

} // namespace

std::string letteredAnswer(const Question &question, const Answer &answer)
{
    if (const auto *option = std::get_if<int>(&answer))
        return {static_cast<char>('A' + *option)};
    if (const auto *number = std::get_if<double>(&answer))
        return shortestText(*number);
    const auto *list = std::get_if<std::vector<int>>(&answer);
    if (!list || question.kind == QuestionKind::shape)
        return answerText(question, answer);
    std::string text = list->empty() ? std::string(noOption) : "";
    for (const int option : *list)
        text.append(text.empty() ? "" : ", ") += static_cast<char>('A' + option);
    return text;
}

std::optional<double> oneNumberIn(std::string_view text)
{
    if (const auto number = finiteNumberIn(text))
        return number;
    const std::vector<double> meant = numbersMeant(text);
    return meant.size() == 1 ? std::optional(meant.front()) : std::nullopt;
}

Result<Answer> answerIn(std::string_view text, QuestionKind kind)
{
    text = stripped(text);
    if (kind == QuestionKind::choices && text == noOption)
        return Answer(std::vector<int>());
    const auto letters = lettersIn(text);
    if (kind == QuestionKind::choice && letters && letters->size() == 1)
        return Answer(letters->front());
    if ((kind == QuestionKind::choices || kind == QuestionKind::order) && letters && !letters->empty()) {
        std::vector<int> list = *letters;
        if (kind == QuestionKind::choices)
            std::ranges::sort(list);
        return Answer(list);
    }
    if (kind == QuestionKind::numeric)
        if (const auto number = oneNumberIn(text))
            return Answer(*number);
    if (kind == QuestionKind::shape)
        if (const auto sizes = sizesMeant(text))
            return Answer(*sizes);
    if (kind == QuestionKind::point && !text.empty()) {
        if (const auto step = text.starts_with("step ") ? csvWhole(text.substr(5)) : std::nullopt)
            return Answer(PointAnswer{{}, step, {}});
        if (const auto unit = text.starts_with("unit ") ? csvWhole(text.substr(5)) : std::nullopt)
            return Answer(PointAnswer{{}, {}, unit});
        return Answer(PointAnswer{std::string(text), {}, {}});
    }
    return error("\"%1\" is no answer to a question of the kind %2.", {printable(text), std::string(nameOf(kind))});
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/question.h"

#include "core/base/marked.h"
#include "core/learning/questions/answer_json.h"
#include "core/learning/questions/answer_sentence.h"
#include "core/learning/questions/marking.h"
#include "core/learning/questions/topics.h"
#include "core/learning/questions/typed_number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <set>

namespace gatescope {

namespace {

constexpr std::array kindNames{std::pair("choice", QuestionKind::choice),   std::pair("choices", QuestionKind::choices),
                               std::pair("numeric", QuestionKind::numeric), std::pair("shape", QuestionKind::shape),
                               std::pair("order", QuestionKind::order),     std::pair("point", QuestionKind::point)};
constexpr std::array levelNames{std::pair(marked("easy"), Level::easy), std::pair(marked("medium"), Level::medium),
                                std::pair(marked("hard"), Level::hard)};

bool hasOptions(QuestionKind kind)
{
    return kind == QuestionKind::choice || kind == QuestionKind::choices || kind == QuestionKind::order;
}

/// Lower case of the letters of ASCII: an option may begin a sentence or stand in one.
std::string small(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
    while (text.ends_with('.'))
        text.pop_back();
    return text;
}

bool isPermutation(std::vector<int> indices, std::size_t count)
{
    std::ranges::sort(indices);
    for (std::size_t i = 0; i < indices.size(); ++i)
        if (indices[i] != static_cast<int>(i))
            return false;
    return indices.size() == count;
}

bool areSortedIndices(const std::vector<int> &indices, std::size_t count)
{
    for (std::size_t i = 0; i < indices.size(); ++i)
        if (indices[i] < 0 || indices[i] >= static_cast<int>(count) || (i > 0 && indices[i] <= indices[i - 1]))
            return false;
    return true;
}

/// Whether this kind of question can be answered so at all.
bool fits(const Question &question, const Answer &answer)
{
    const std::size_t count = question.options.size();
    const auto *list = std::get_if<std::vector<int>>(&answer);
    switch (question.kind) {
    case QuestionKind::choice:
        return std::holds_alternative<int>(answer) && std::get<int>(answer) >= 0
            && std::get<int>(answer) < static_cast<int>(count);
    case QuestionKind::choices:
        return list && areSortedIndices(*list, count);
    case QuestionKind::numeric:
        return std::holds_alternative<double>(answer) && std::isfinite(std::get<double>(answer));
    case QuestionKind::shape:
        return list && !list->empty() && std::ranges::min(*list) >= 0;
    case QuestionKind::order:
        return list && isPermutation(*list, count);
    case QuestionKind::point:
        if (const auto *point = std::get_if<PointAnswer>(&answer))
            return int(!point->part.empty()) + int(point->step.has_value()) + int(point->unit.has_value()) == 1;
    }
    return false;
}

/// Wrong options must have their reasons: of a choice each wrong one, of choices each one that may be misjudged.
Result<void> checkReasons(const Question &question)
{
    for (int option = 0; option < std::ssize(question.options) && question.kind != QuestionKind::order; ++option) {
        Answer wrong = option;
        if (question.kind == QuestionKind::choices)
            wrong = withOptionJudgedOtherwise(std::get<std::vector<int>>(question.answer), option);
        else if (wrong == question.answer)
            continue;
        if (std::ranges::find(question.misconceptions, wrong, &Misconception::answer) == question.misconceptions.end())
            return error("misconceptions: option %1, \"%2\", has no reason.",
                         {std::to_string(option), printable(question.options[std::size_t(option)].english())});
    }
    if (question.misconceptions.empty())
        return error("misconceptions: none; name at least one typical wrong answer and why it is wrong.");
    for (std::size_t i = 0; i < question.misconceptions.size(); ++i) {
        const Misconception &one = question.misconceptions[i];
        const std::string place = "misconceptions[" + std::to_string(i) + "]";
        if (!fits(question, one.answer))
            return error("%1.answer is no answer to a question of the kind %2.",
                         {place, std::string(nameOf(question.kind))});
        if (one.why.text.empty())
            return error("%1.why is empty.", {place});
        if (mark(question, one.answer).verdict != MarkingVerdict::wrong)
            return error("%1.answer would be marked right.", {place});
    }
    return {};
}

Result<void> checkOptions(const Question &question)
{
    if (!hasOptions(question.kind))
        return question.options.empty()
            ? Result<void>()
            : error("options: a question of the kind %1 has none.", {std::string(nameOf(question.kind))});
    if (question.options.size() < 2)
        return error("options: %1, expected at least 2.", {std::to_string(question.options.size())});
    std::set<std::string> seen;
    for (const Sentence &option : question.options)
        if (option.text.empty() || !seen.insert(small(option.english())).second)
            return error("options: \"%1\" is empty or stands there twice.", {printable(option.english())});
    return {};
}

} // namespace

std::string_view nameOf(QuestionKind kind)
{
    return std::ranges::find(kindNames, kind, &std::pair<const char *, QuestionKind>::second)->first;
}

std::string_view nameOf(Level level)
{
    return std::ranges::find(levelNames, level, &std::pair<const char *, Level>::second)->first;
}

std::optional<QuestionKind> questionKindNamed(std::string_view name)
{
    const auto *found = std::ranges::find(kindNames, name, &std::pair<const char *, QuestionKind>::first);
    return found == kindNames.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Level> levelNamed(std::string_view name)
{
    const auto *found = std::ranges::find(levelNames, name, &std::pair<const char *, Level>::first);
    return found == levelNames.end() ? std::nullopt : std::optional(found->second);
}

std::string_view originOf(const Question &question)
{
    return std::string_view(question.id).substr(0, question.id.find(':'));
}

std::string numberText(double number)
{
    char text[64];
    const bool isTiny = std::abs(number) < 0.001 && std::abs(number) >= 0.5e-12;
    if (isTiny) { // "−4.10e−5", as gradients are written everywhere
        std::snprintf(text, sizeof text, "%.2e", std::abs(number)); // "4.10e-05"
        const std::string_view written(text);
        const std::size_t e = written.find('e');
        return (number < 0 ? "−" : "") + std::string(written.substr(0, e)) + "e−"
            + std::to_string(std::abs(std::atoi(text + e + 1)));
    }
    if (number == std::round(number) && std::abs(number) < 1e15)
        std::snprintf(text, sizeof text, "%.0f", std::abs(number));
    else
        std::snprintf(text, sizeof text, "%.4f", std::abs(number));
    const bool negative = number < 0 && std::string_view(text).find_first_not_of("0.") != std::string_view::npos;
    return (negative ? "−" : "") + std::string(text);
}

std::string shapeText(const std::vector<int> &sizes)
{
    std::string text = "(";
    for (std::size_t i = 0; i < sizes.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(sizes[i]);
    return text + (sizes.size() == 1 ? ",)" : ")");
}

std::string answerText(const Question &question, const Answer &answer)
{
    return answerSentence(question, answer).english();
}

Sentence answerSentence(const Question &question, const Answer &answer)
{
    if (const auto *index = std::get_if<int>(&answer))
        return question.options.at(static_cast<std::size_t>(*index));
    if (const auto *number = std::get_if<double>(&answer))
        return {numberText(*number), {}};
    if (const auto *point = std::get_if<PointAnswer>(&answer))
        return point->step ? sentence("step %1", {std::to_string(*point->step)})
            : point->unit  ? sentence("unit %1", {std::to_string(*point->unit)})
                           : Sentence{point->part, {}};
    const auto &list = std::get<std::vector<int>>(answer);
    if (question.kind == QuestionKind::shape)
        return {shapeText(list), {}};
    std::vector<Argument> options;
    for (const int index : list)
        options.push_back(question.options.at(static_cast<std::size_t>(index)));
    return joined(options, question.kind == QuestionKind::order ? " → " : "; ");
}

bool canAnswer(const Question &question, const Answer &answer)
{
    return fits(question, answer);
}

bool endsInAnswer(const Question &question)
{
    if (question.solution.empty())
        return false;
    const std::string last = question.solution.back().text.english();
    if (const auto *right = std::get_if<double>(&question.answer)) {
        const std::optional<double> said = lastNumberIn(last);
        return said && std::abs(*said - *right) <= 0.51e-4 * std::max(1.0, std::abs(*right) * 1e-3);
    }
    // Of options in an order each stands behind the one before; of several that apply the order says nothing.
    std::size_t from = 0;
    const std::string where = small(last);
    const auto follows = [&](const std::string &words) {
        const std::size_t at = where.find(small(words), from);
        from = at == std::string::npos || question.kind == QuestionKind::choices ? from : at + 1;
        return at != std::string::npos;
    };
    const auto *list = std::get_if<std::vector<int>>(&question.answer);
    if (!list || question.kind == QuestionKind::shape)
        return follows(answerText(question, question.answer));
    return std::ranges::all_of(*list,
                               [&](int index) { return follows(question.options[std::size_t(index)].english()); });
}

Result<void> check(const Question &question)
{
    if (question.id.empty())
        return error("id is empty.");
    if (!topicNamed(question.topic))
        return error("topic: there is no topic \"%1\".", {printable(question.topic)});
    if (question.lesson.empty())
        return error("lesson is empty.");
    if (question.text.text.empty())
        return error("text is empty.");
    if (question.hint.text.empty())
        return error("hint is empty.");
    if (const auto fine = checkOptions(question); !fine)
        return fine;
    if (!fits(question, question.answer))
        return error("answer is no answer to a question of the kind %1 with %2 options.",
                     {std::string(nameOf(question.kind)), std::to_string(question.options.size())});
    if (!(question.tolerance >= 0) || !std::isfinite(question.tolerance))
        return error("tolerance is no distance.");
    if (const auto fine = checkReasons(question); !fine)
        return fine;
    if (!endsInAnswer(question))
        return error("solution: its last step does not say the answer, %1.", {answerText(question, question.answer)});
    return {};
}

} // namespace gatescope

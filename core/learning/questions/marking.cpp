// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/marking.h"

#include "core/learning/questions/typed_number.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace gatescope {

namespace {

/// Two numbers as they are written may lie just outside a tolerance that they should reach.
constexpr double rounding = 1e-9;

/// The reason of a misconception that gives just this answer.
const Misconception *knownMistake(const Question &question, const Answer &answer)
{
    const auto found = std::ranges::find_if(
        question.misconceptions, [&](const Misconception &one) { return sameAnswer(question, one.answer, answer); });
    return found == question.misconceptions.end() ? nullptr : &*found;
}

/// What can be said of a wrong number that no misconception gives.
Sentence reasonOfNumber(const Question &question, double given)
{
    const double right = std::get<double>(question.answer);
    const auto gives = [&](double value) { return std::abs(given - value) <= question.tolerance + rounding; };
    if (right != 0 && gives(-right))
        return sentence("The size is right, the sign is not.");
    if (right != 0 && gives(100 * right))
        return sentence("That would be it in percent; a plain number is asked.");
    return question.hint;
}

/// Of several options that are misjudged, the first has its say.
Sentence reasonOfSet(const Question &question, const std::vector<int> &given)
{
    const auto &right = std::get<std::vector<int>>(question.answer);
    for (int option = 0; option < std::ssize(question.options); ++option)
        if (std::ranges::binary_search(given, option) != std::ranges::binary_search(right, option))
            if (const Misconception *known = knownMistake(question, withOptionJudgedOtherwise(right, option)))
                return known->why;
    return question.hint;
}

Sentence reasonOf(const Question &question, const Answer &given)
{
    if (const Misconception *known = knownMistake(question, given))
        return known->why;
    if (const auto *number = std::get_if<double>(&given); number && std::holds_alternative<double>(question.answer))
        return reasonOfNumber(question, *number);
    if (question.kind == QuestionKind::choices && std::holds_alternative<std::vector<int>>(given))
        return reasonOfSet(question, std::get<std::vector<int>>(given));
    return question.hint;
}

Marking unclear(Sentence what)
{
    return {MarkingVerdict::unclear, std::move(what), std::nullopt};
}

Marking markNumber(const Question &question, std::string_view typed)
{
    const std::vector<double> meant = numbersMeant(typed);
    if (meant.empty())
        return unclear(sentence("That is no number to me. Type digits, such as 0.75, 3/4 or 2e-3."));
    // Where a measured value is asked, a point is what it is everywhere in this program.
    const bool pointed = typed.find(',') == std::string_view::npos && question.tolerance > 0;
    if (meant.size() == 1 || pointed)
        return mark(question, meant[0]);
    return unclear(sentence("Do you mean %1 or %2? Type it without a comma or point between thousands.",
                            {numberText(meant[0]), numberText(meant[1])}));
}

/// The options that letters name, "A, c" or "CAB"; none if one names none or one comes twice.
std::optional<std::vector<int>> optionsMeant(const Question &question, std::string_view typed)
{
    std::vector<int> options;
    for (const char c : typed) {
        if (c == ' ' || c == ',' || c == ';' || c == '>' || c == '-' || c == '.' || c == ')')
            continue;
        const int option = (c >= 'a' && c <= 'z' ? c - 'a' : c - 'A');
        if (option < 0 || option >= std::ssize(question.options) || std::ranges::find(options, option) != options.end())
            return std::nullopt;
        options.push_back(option);
    }
    return options;
}

Marking markLetters(const Question &question, std::string_view typed)
{
    auto options = optionsMeant(question, typed);
    const std::string last(1, static_cast<char>('A' + question.options.size() - 1));
    if (!options || options->empty())
        return unclear(sentence("Type letters from A to %1.", {last}));
    if (question.kind == QuestionKind::choice)
        return options->size() == 1 ? mark(question, options->front())
                                    : unclear(sentence("Exactly one is right: type one letter from A to %1.", {last}));
    if (question.kind == QuestionKind::order && options->size() != question.options.size())
        return unclear(sentence("Type every letter from A to %1 once, in the right order.", {last}));
    if (question.kind == QuestionKind::choices)
        std::ranges::sort(*options);
    return mark(question, *options);
}

Marking markPoint(const Question &question, std::string_view typed)
{
    const auto &right = std::get<PointAnswer>(question.answer);
    std::string word(typed);
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
    std::erase(word, ' ');
    if (!right.part.empty()) {
        for (const CellDescription &cell : cells())
            for (const StepPart &part : cell.stepParts)
                if (word == part.name)
                    return mark(question, PointAnswer{word, {}, {}});
        return unclear(sentence("Type the name of a part: inputs, reset, update, candidate or blend."));
    }
    for (const std::string_view name : {"step", "unit"})
        if (word.starts_with(name))
            word.erase(0, name.size());
    const std::vector<double> meant = numbersMeant(word);
    if (meant.size() != 1 || meant[0] != std::round(meant[0]) || meant[0] < 0 || meant[0] > 1e6)
        return unclear(right.step ? sentence("Type the number of a step, counted from 0.")
                                  : sentence("Type the number of a unit, counted from 0."));
    PointAnswer given;
    (right.step ? given.step : given.unit) = static_cast<int>(meant[0]);
    return mark(question, given);
}

} // namespace

std::vector<int> withOptionJudgedOtherwise(std::vector<int> options, int option)
{
    if (std::erase(options, option) == 0)
        options.insert(std::ranges::lower_bound(options, option), option);
    return options;
}

bool sameAnswer(const Question &question, const Answer &one, const Answer &other)
{
    const auto *a = std::get_if<double>(&one);
    const auto *b = std::get_if<double>(&other);
    return a && b ? std::abs(*a - *b) <= question.tolerance + rounding : one == other;
}

Marking mark(const Question &question, const Answer &answer)
{
    if (sameAnswer(question, question.answer, answer))
        return {MarkingVerdict::right, sentence("Right."), answer};
    return {MarkingVerdict::wrong, reasonOf(question, answer), answer};
}

Marking markTyped(const Question &question, std::string_view typed)
{
    switch (question.kind) {
    case QuestionKind::numeric:
        return markNumber(question, typed);
    case QuestionKind::shape:
        if (auto sizes = sizesMeant(typed))
            return mark(question, *sizes);
        return unclear(sentence("Type sizes, such as (4, 7, 3)."));
    case QuestionKind::point:
        return markPoint(question, typed);
    default:
        return markLetters(question, typed);
    }
}

} // namespace gatescope

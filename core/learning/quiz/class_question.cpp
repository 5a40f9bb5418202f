// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/class_question.h"

#include "core/learning/questions/answer_sentence.h"
#include "core/learning/questions/marking.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace gatescope {

namespace {

constexpr std::size_t mostAnswers = 5;

/// The options as they stand; each is right where judging it as it is judged makes the answer right.
std::vector<ClassAnswer> optionsOf(const Question &question)
{
    std::vector<ClassAnswer> answers;
    for (int option = 0; option < std::ssize(question.options); ++option) {
        const auto *set = std::get_if<std::vector<int>>(&question.answer);
        const Answer taken = set ? Answer(withOptionJudgedOtherwise(*set, option)) : Answer(option);
        const Marking marking = mark(question, taken);
        const bool isRight = set ? std::ranges::binary_search(*set, option) : marking.verdict == MarkingVerdict::right;
        answers.push_back({question.options[std::size_t(option)], isRight,
                           marking.verdict == MarkingVerdict::wrong ? marking.why : Sentence()});
    }
    return answers;
}

/// By size where they have one, otherwise by their words.
bool standsBefore(const Question &question, const Answer &one, const Answer &other)
{
    if (const auto *a = std::get_if<double>(&one))
        return *a < std::get<double>(other);
    if (const auto *a = std::get_if<PointAnswer>(&one); a && a->part.empty()) {
        const auto &b = std::get<PointAnswer>(other);
        return std::pair(a->step, a->unit) < std::pair(b.step, b.unit);
    }
    return answerText(question, one) < answerText(question, other);
}

/// What stands there with the answer's own decimals, "9.77e−4" beside "0.0500" and "1", with four each: these are to be
/// compared at a glance. Numbers that would then look the same, and whole ones, stay as they are.
void alignDecimals(std::vector<ClassAnswer> &answers, const std::vector<Answer> &given)
{
    std::vector<std::string> aligned;
    bool isWhole = true;
    for (const Answer &one : given) {
        const double number = std::get<double>(one);
        isWhole = isWhole && number == std::round(number);
        char decimals[32];
        if (std::abs(number) >= 1e6)
            return;
        std::snprintf(decimals, sizeof decimals, "%.4f", std::abs(number));
        std::string text = (number < 0 ? "−" : "") + std::string(decimals);
        if (std::ranges::find(aligned, text) != aligned.end())
            return;
        aligned.push_back(std::move(text));
    }
    for (std::size_t i = 0; i < answers.size() && !isWhole; ++i)
        answers[i].text = {aligned[i], {}};
}

} // namespace

std::vector<ClassAnswer> classAnswers(const Question &question)
{
    if (question.kind == QuestionKind::choice || question.kind == QuestionKind::choices)
        return optionsOf(question);
    std::vector<Answer> given{question.answer};
    for (const Misconception &one : question.misconceptions)
        if (given.size() < mostAnswers)
            given.push_back(one.answer);
    std::ranges::sort(given, [&](const Answer &a, const Answer &b) { return standsBefore(question, a, b); });
    std::vector<ClassAnswer> answers;
    for (const Answer &one : given) {
        const Marking marking = mark(question, one);
        const bool isRight = marking.verdict == MarkingVerdict::right;
        answers.push_back({answerSentence(question, one), isRight, isRight ? Sentence() : marking.why, one});
    }
    if (question.kind == QuestionKind::numeric)
        alignDecimals(answers, given);
    return answers;
}

} // namespace gatescope

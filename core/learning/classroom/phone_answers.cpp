// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/classroom/phone_answers.h"

#include "core/learning/questions/marking.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t longestNumber = 40; ///< bytes

} // namespace

PhoneAnswers::PhoneAnswers(Question question, std::vector<ClassAnswer> answers)
    : m_question(std::move(question)), m_answers(std::move(answers))
{
    m_question.experiment = {}; // which nobody asks here
}

/// A number that is one of the rows counts there.
Result<PhoneAnswers::Given> PhoneAnswers::readNumber(const PhoneAnswer &answer) const
{
    if (!takesNumbers())
        return error("Nothing is typed here; choose an answer.");
    if (answer.typed.size() > longestNumber)
        return error("That is too long for a number.");
    const Marking marking = markTyped(m_question, answer.typed);
    if (marking.verdict == MarkingVerdict::unclear || !marking.answer)
        return Error{marking.why};
    Given given{answer, {}, {}, {marking.verdict == MarkingVerdict::right, marking.why}};
    if (given.verdict.isRight)
        given.verdict.why = {};
    for (int row = 0; row < int(m_answers.size()) && given.rows.empty(); ++row) {
        const ClassAnswer &one = m_answers[std::size_t(row)];
        if (one.isRight == given.verdict.isRight && one.answer && sameAnswer(m_question, *one.answer, *marking.answer))
            given.rows.push_back(row);
    }
    if (given.rows.empty())
        given.other = numberText(std::get<double>(*marking.answer));
    return given;
}

Result<PhoneAnswers::Given> PhoneAnswers::read(const PhoneAnswer &answer) const
{
    if (!answer.typed.empty())
        return readNumber(answer);
    std::vector<int> rows = answer.rows;
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    if (rows.empty() || rows.front() < 0 || rows.back() >= int(m_answers.size()))
        return error("There is no such answer.");
    if (takesSeveral()) {
        const Marking marking = mark(m_question, Answer(rows));
        const bool isRight = marking.verdict == MarkingVerdict::right;
        return Given{{rows, {}}, rows, {}, {isRight, isRight ? Sentence() : marking.why}};
    }
    if (rows.size() > 1)
        return error("One answer is asked for.");
    const ClassAnswer &taken = m_answers[std::size_t(rows.front())];
    return Given{{rows, {}}, rows, {}, {taken.isRight, taken.isRight ? Sentence() : taken.why}};
}

Result<void> PhoneAnswers::give(int phone, const PhoneAnswer &answer)
{
    auto given = read(answer);
    if (!given)
        return given.error();
    m_given[phone] = std::move(*given);
    return {};
}

const PhoneAnswer *PhoneAnswers::answerOf(int phone) const
{
    const auto found = m_given.find(phone);
    return found == m_given.end() ? nullptr : &found->second.answer;
}

PhoneVerdict PhoneAnswers::verdictOf(int phone) const
{
    const auto found = m_given.find(phone);
    return found == m_given.end() ? PhoneVerdict() : found->second.verdict;
}

std::vector<int> PhoneAnswers::tally() const
{
    std::vector<int> counts(m_answers.size(), 0);
    for (const auto &[phone, given] : m_given)
        for (const int row : given.rows)
            ++counts[std::size_t(row)];
    return counts;
}

std::map<std::string, int> PhoneAnswers::otherNumbers() const
{
    std::map<std::string, int> others;
    for (const auto &[phone, given] : m_given)
        if (!given.other.empty())
            ++others[given.other];
    return others;
}

std::vector<int> PhoneAnswers::phones() const
{
    std::vector<int> numbers;
    for (const auto &[phone, given] : m_given)
        numbers.push_back(phone);
    return numbers;
}

} // namespace gatescope

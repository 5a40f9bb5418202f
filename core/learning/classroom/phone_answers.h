// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/class_question.h"

#include <map>

namespace gatescope {

/// What a phone answers: rows of the class's answers, one, or all that apply where several may; or a number as typed.
struct PhoneAnswer {
    std::vector<int> rows;
    std::string typed; ///< empty: rows were taken

    bool operator==(const PhoneAnswer &) const = default;
};

/// What is said to a phone once the answer is shown.
struct PhoneVerdict {
    bool isRight = false;
    Sentence why; ///< of a wrong one; empty where there is nothing to say
};

/// The phones' answers to one question of a class. A phone may change its answer until all are shown, so that a slip of
/// a thumb costs nothing: its newest counts, and it counts once.
class PhoneAnswers
{
public:
    PhoneAnswers() = default;
    PhoneAnswers(Question question, std::vector<ClassAnswer> answers);

    /// Whether several rows may be taken.
    bool takesSeveral() const { return m_question.kind == QuestionKind::choices; }
    /// Whether a number may be typed that is none of the rows.
    bool takesNumbers() const { return m_question.kind == QuestionKind::numeric; }

    /// Refuses rows that are not there, more than one where one is asked, and what can be read as no number or as two;
    /// the answer before then stays.
    Result<void> give(int phone, const PhoneAnswer &answer);
    /// As if it had said nothing.
    void forget(int phone) { m_given.erase(phone); }

    int answered() const { return int(m_given.size()); }
    /// Null where this phone has said nothing.
    const PhoneAnswer *answerOf(int phone) const;
    PhoneVerdict verdictOf(int phone) const;
    /// For each row how many phones took it.
    std::vector<int> tally() const;
    /// Numbers that are none of the rows, as numberText writes them, with how many phones typed each.
    std::map<std::string, int> otherNumbers() const;
    std::vector<int> phones() const;

private:
    struct Given {
        PhoneAnswer answer;
        std::vector<int> rows; ///< that count; none of a number that is no row
        std::string other;
        PhoneVerdict verdict;
    };
    Result<Given> read(const PhoneAnswer &answer) const;
    Result<Given> readNumber(const PhoneAnswer &answer) const;

    Question m_question;
    std::vector<ClassAnswer> m_answers;
    std::map<int, Given> m_given;
};

} // namespace gatescope

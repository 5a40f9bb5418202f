// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/phone_answers.h"
#include "core/learning/quiz/quiz.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace gatescope {

/// A quiz from the front of the room: a question stands there while hands are counted, phones answer and a clock runs;
/// then it is revealed, its worked solution told, and the next one asked. A clicker's two keys drive all of it. In
/// recall the answers come once everybody has thought of one; a challenge has no hints and ends with the first question
/// that no more than half of the hands have right.
class ClassRound : public QObject
{
    Q_OBJECT
public:
    enum class Phase { asking, revealed, telling };
    /// What became of a question that was revealed. A phone counts as the hands that it stands for: one for each answer
    /// that it took.
    struct Outcome {
        int right = 0; ///< hands and phones for a right answer
        int hands = 0; ///< and phones

        bool isCounted() const { return hands > 0; }
        /// Of more than half of the hands.
        bool isRight() const { return 2 * right > hands; }
    };

    explicit ClassRound(QObject *parent = nullptr);

    /// `limit`: the seconds that a class has for each question; 0: as many as it likes.
    void begin(std::vector<Question> questions, int limit = 0, QuizMode mode = QuizMode::ladder);

    QuizMode mode() const { return m_mode; }

    int count() const { return static_cast<int>(m_questions.size()); }
    int number() const { return m_number; }
    bool isOver() const { return m_number >= count(); }
    const std::vector<Question> &questions() const { return m_questions; }
    /// While it is not over.
    const Question &question() const { return m_questions[std::size_t(m_number)]; }
    const std::vector<ClassAnswer> &answers() const { return m_answers; }
    /// Hands that were counted in the room, without the phones.
    const std::vector<int> &hands() const { return m_hands; }
    int allHands() const;
    /// Hands and phones, for each answer; to be shown once it is revealed.
    std::vector<int> votes() const;
    /// All of them, with the phones that typed a number which is none of the answers.
    int allVotes() const;
    /// What phones said to this question.
    const PhoneAnswers &phones() const { return m_phones; }
    /// How many questions a phone has answered, and how many of them right.
    struct PhoneScore {
        int right = 0, answered = 0;
    };
    PhoneScore scoreOf(int phone) const;
    /// Tells one asking from every other, also of the same question; what a phone answers bears it.
    int asking() const { return m_asking; }
    /// The wrong answer that most went to; none where all were right.
    std::optional<int> commonestMistake() const;
    Phase phase() const { return m_phase; }
    int told() const { return m_told; } ///< sentences of the worked solution
    bool hasHint() const { return !isOver() && m_mode != QuizMode::challenge; }
    bool isHintShown() const { return m_isHintShown; }
    bool areAnswersHidden() const { return m_areAnswersHidden; }
    int seconds() const; ///< since it was asked, until it was revealed
    /// How many of the limit are left, never below none; none where there is no limit.
    std::optional<int> secondsLeft() const;
    /// Of every question so far.
    const std::vector<Outcome> &outcomes() const { return m_outcomes; }
    /// How many questions were right for most of the hands.
    int right() const;

    /// One hand more or one fewer; counted only until it is revealed, and never below none.
    void raiseHand(int answer, int by = 1);
    void setHands(int answer, int hands);
    /// A phone answers, or answers anew, until the question is revealed; later, or to another question, it is too late
    /// and counts nothing. Refuses what is no answer.
    Result<void> answer(int phone, int asking, const PhoneAnswer &answer);
    /// What this phone said to this question was never said.
    void forgetPhone(int phone);
    /// There are no phones any more.
    void forgetPhones();
    void showHint();

    /// The clock stands still while nobody looks on.
    void pause();
    void resume();

    /// Shows the answers, reveals, tells the next sentence, asks the next question; over after the last.
    void on();
    /// One sentence fewer, back to the hands; not to the question before.
    void back();
    void reveal();

signals:
    void asked(); ///< another question, or none any more
    void changed();
    void ticked();
    void phoneAnswered(int phone);
    void revealed(); ///< the outcome of this question stands

private:
    void ask(int number);
    void scorePhones();

    std::vector<Question> m_questions;
    int m_limit = 0; ///< seconds
    QuizMode m_mode = QuizMode::ladder;
    int m_number = 0;
    std::vector<ClassAnswer> m_answers;
    std::vector<int> m_hands;
    PhoneAnswers m_phones;
    std::map<int, PhoneScore> m_scores;
    int m_asking = 0;
    Phase m_phase = Phase::asking;
    int m_told = 0;
    bool m_isHintShown = false, m_areAnswersHidden = false;
    std::vector<Outcome> m_outcomes;
    QElapsedTimer m_clock;
    qint64 m_before = 0; ///< milliseconds, until it was paused
    bool m_isPaused = false;
    int m_stoppedAt = 0; ///< seconds, once it is revealed
    QTimer m_tick;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/marking.h"
#include "core/learning/quiz/quiz.h"
#include "ui/document/record.h"

#include <QObject>
#include <QString>

#include <optional>

namespace gatescope {

class Learner;
class QuestionShelf;

/// What somebody wants to be asked.
struct QuizWish {
    QuizChoice choice;
    bool aboutTheScreen = false; ///< about the network that is open, and nothing else
    bool onlyOwn = false;        ///< the teacher's own questions, and nothing else
    QuizMode mode = QuizMode::ladder;
};

/// What those who make questions look at in a run.
Studied studied(const Record &record);

/// A rung of the ladder: a question that was asked, is asked, or is to come.
struct Rung {
    QString title;
    Level level = Level::easy;
    std::optional<bool> right = {}; ///< none while it is open
    bool returns = false;           ///< it was answered wrongly before
};

/// A round of questions as one learner walks it, from easy to hard: what is asked now, what became of it, and how far
/// its worked solution is told. Core marks; the learner's progress is told each first answer. A question that is due
/// again takes the place of the hardest one that is still to come, never two in a row. The other modes take none in; a
/// challenge ends with the first answer that is wrong.
class QuizRound : public QObject
{
    Q_OBJECT
public:
    QuizRound(const QuestionShelf &shelf, Learner &learner, QObject *parent = nullptr);

    /// Refuses a wish that gives no question. `screen` is the run of the network that is open, empty while it has none.
    Result<void> begin(const QuizWish &wish, const Record &screen);
    /// Asks just these, in this order.
    void ask(std::vector<Question> questions);
    /// Once more about the questions that were not right in this round: all of them, whatever else is due.
    void beginAgainWithWrongOnes();

    const QuizWish &wish() const { return m_wish; }
    int count() const { return static_cast<int>(m_questions.size()); }
    /// Which one is asked, from 0; count() once all are done.
    int number() const { return m_number; }
    bool isOver() const { return m_number >= count(); }
    /// Whether nothing comes after this one.
    bool isLast() const { return m_number + 1 >= count(); }
    /// While it is not over.
    const Question &question() const { return m_questions[std::size_t(m_number)]; }
    /// The network that the question is about, with its run if that was there already; without experiment: none.
    Record network() const;

    void answer(const Answer &answer) { take(mark(question(), answer)); }
    void answerTyped(const QString &typed) { take(markTyped(question(), typed.toStdString())); }
    /// What the newest answer is worth; none before the first, and unclear while it is asked again.
    const std::optional<Marking> &marking() const { return m_marking; }
    bool isMarked() const { return m_marking && m_marking->verdict != MarkingVerdict::unclear; }

    /// None in a challenge.
    bool hasHint() const { return !isOver() && m_wish.mode != QuizMode::challenge; }
    void showHint();
    bool isHintShown() const { return m_isHintShown; }

    /// Whether the options wait until one has thought of an answer: in recall.
    bool areOptionsHidden() const { return m_areOptionsHidden; }
    void showOptions();

    /// How many sentences of the worked solution are told; none before it is marked.
    int told() const { return m_told; }
    /// One more or one fewer; false at the end.
    bool tellMore();
    bool tellLess();

    /// Whether the same can be asked with other numbers.
    bool canComeAgain() const;
    void askAgain();
    /// Leaves the question, answered or not; the last one ends the round.
    void next();
    void end();

    const std::vector<Rung> &ladder() const { return m_ladder; }
    int right() const;
    int answered() const;
    /// The learner's longest challenge, this one among them.
    int longestChallenge() const;
    /// The lessons that explain what was wrong, in the order of the questions, each once.
    std::vector<std::string> lessonsOfWrongOnes() const;

signals:
    void asked();   ///< another question, or none any more
    void marked();  ///< an answer was taken, or is asked again
    void changed(); ///< hint, marking or solution of this one

private:
    void take(const Marking &marking);
    void walk(std::vector<Question> questions, bool takesInDue);
    void beginQuestion();
    void endHere();
    void goTo(int number);
    void takeInWhatIsDue();
    Rung rungOf(const Question &question, bool returns) const;
    std::uint64_t newSeed();

    const QuestionShelf &m_shelf;
    Learner &m_learner;
    QuizWish m_wish;
    Record m_run;                    ///< of the network on the screen; empty: it is not asked about
    std::optional<Studied> m_screen; ///< the same, for those who make questions
    std::vector<Question> m_questions;
    std::vector<Rung> m_ladder;
    bool m_takesInDue = false;
    int m_number = 0;
    std::optional<Marking> m_marking;
    bool m_isHintShown = false;
    bool m_areOptionsHidden = false;
    int m_told = 0;
    Random m_random{0};
};

} // namespace gatescope

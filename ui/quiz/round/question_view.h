// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"
#include "ui/quiz/round/quiz_round.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QScrollArea;

namespace gatescope {

class AnswerPanel;
class QuestionStage;
class SolutionPanel;

/// The question that a round asks: what is given and asked, where it is answered, what became of the answer and why,
/// the network that it is about, and the worked solution beside it.
class QuestionView : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionView(QuizRound &round, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    void setReducedMotion(bool reduced);

    /// Enter: gives the answer, or goes on after one.
    void enter();
    void takeDigit(int digit);
    QuestionStage &stage() { return *m_stage; }
    /// Who needs the keys to answer; null: the place's are enough.
    QWidget *focusTarget() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void follow();
    void showOptions();
    void sayVerdict();
    void takeMarking();
    void play();
    void fitFonts();
    void arrange();

    QuizRound &m_round;
    QuizLook m_look;
    QLabel *m_topic, *m_given, *m_asks, *m_how;
    QGridLayout *m_body;
    QWidget *m_answerBox; ///< the answer, and beside or under it what became of it
    QBoxLayout *m_answerRow;
    AnswerPanel *m_answer = nullptr;
    QWidget *m_verdictBox;
    QLabel *m_verdict, *m_why;
    SolutionPanel *m_solution;
    QScrollArea *m_solutionArea;
    QuestionStage *m_stage;
    bool m_isStageBeside = false;
    int m_shownTold = 0;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/answer_panel.h"

class QLabel;

namespace gatescope {

/// What is pointed at on the stage, in words.
class PointedAnswer : public AnswerPanel
{
    Q_OBJECT
public:
    PointedAnswer(const Question &question, QuestionStage &stage, QWidget *parent = nullptr);

    void setLook(const QuizLook &look) override;
    void submit() override;
    void takeDigit(int digit) override;
    void showMarking(const Marking &marking) override;
    QWidget *focusTarget() override;

private:
    void follow();

    const Question m_question;
    QuestionStage &m_stage;
    QLabel *m_title, *m_words, *m_how;
};

} // namespace gatescope

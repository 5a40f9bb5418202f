// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/answer_panel.h"

class QLabel;
class QListWidget;

namespace gatescope {

/// Options to be put in order: dragged, or moved with Shift and the arrows, or put at a place with its digit.
class OrderAnswer : public AnswerPanel
{
    Q_OBJECT
public:
    explicit OrderAnswer(const Question &question, QWidget *parent = nullptr);

    void setLook(const QuizLook &look) override;
    void submit() override;
    void takeDigit(int digit) override;
    void showMarking(const Marking &marking) override;
    QWidget *focusTarget() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveChosenTo(int place);
    std::vector<int> order() const;

    const Question m_question;
    QuizLook m_look;
    QLabel *m_how;
    QListWidget *m_list;
};

} // namespace gatescope

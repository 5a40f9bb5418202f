// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/answer_panel.h"

class QLabel;
class QLineEdit;

namespace gatescope {

/// A number or sizes, typed. What was typed stays for whoever is asked again.
class TypedAnswer : public AnswerPanel
{
    Q_OBJECT
public:
    explicit TypedAnswer(const Question &question, QWidget *parent = nullptr);

    void setLook(const QuizLook &look) override;
    void submit() override;
    void showMarking(const Marking &marking) override;
    QWidget *focusTarget() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_isShape;
    QuizLook m_look;
    QLabel *m_title;
    QLineEdit *m_field;
    QLabel *m_sign;
};

} // namespace gatescope

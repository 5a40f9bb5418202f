// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/answer_panel.h"

namespace gatescope {

class OptionRow;

/// Options of which one is right, or all and only some. A digit, or a click, chooses.
class OptionAnswer : public AnswerPanel
{
    Q_OBJECT
public:
    explicit OptionAnswer(const Question &question, QWidget *parent = nullptr);

    void setLook(const QuizLook &look) override;
    void submit() override;
    void takeDigit(int digit) override;
    void showMarking(const Marking &marking) override;

private:
    void choose(int option);
    std::vector<int> chosen() const;

    const Question m_question;
    const std::vector<int> m_keys; ///< the digit of each option
    bool m_isOneOfSeveral;
    QList<OptionRow *> m_rows;
};

} // namespace gatescope

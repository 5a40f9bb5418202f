// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/marking.h"
#include "ui/quiz/asking/quiz_look.h"

#include <QWidget>

namespace gatescope {

class QuestionStage;

/// Where an answer is given, one widget for each kind of question. It shows what became of an answer and never judges.
class AnswerPanel : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setLook(const QuizLook &look) = 0;
    /// Gives what is chosen or typed; where there is nothing yet, asks for it.
    virtual void submit() = 0;
    /// A digit key while this panel has not the focus.
    virtual void takeDigit(int) { }
    /// What the answer is worth; after one that is unclear it goes on asking.
    virtual void showMarking(const Marking &marking) = 0;
    /// Who is to have the keys while it asks; null: the place.
    virtual QWidget *focusTarget() { return nullptr; }

signals:
    void given(const gatescope::Answer &answer);
    void typed(const QString &text);
    void missing(const QString &whatToDo); ///< there is nothing to mark yet
    void hintRequested();
};

/// The panel for the question's kind. The stage is where one points.
AnswerPanel *makeAnswerPanel(const Question &question, QuestionStage &stage);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"
#include "ui/common/form_fields.h"
#include "ui/quiz/own/question_reading.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace gatescope {

/// Where a question is written: a field for each thing that it needs, and under a field what is wrong with it.
class QuestionForm : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionForm(const std::vector<Lesson> &lessons, QWidget *parent = nullptr);

    /// Shows a question, complete or not.
    void setQuestion(const Question &question);
    /// What is written, and everything that is wrong with it. An id that is left empty is made of the text.
    ReadQuestion read() const;
    /// Everything that is written, to tell whether it was changed.
    QString state() const;

    /// Puts the sentences under their fields; none takes those away that are there.
    void showFaults(const std::vector<FieldFault> &faults);
    /// Moves the keys into the first field that is to be mended.
    void goToFault();
    /// The faults that are shown, each behind the name of its field; empty: none.
    QString problem() const { return m_problem; }
    QString inWords(const std::vector<FieldFault> &faults) const;
    /// The field that a sentence of the question's check begins with.
    std::string fieldOf(const Error &problem) const;
    void focusText();

signals:
    void edited();

private:
    void followKind();
    QuestionKind kind() const;
    void sortMistakes(Question &question) const;
    void readSolution(Question &question) const;

    Question m_base; ///< what the form does not show stays
    QFormLayout *m_layout;
    FormFields m_fields;
    QPlainTextEdit *m_text, *m_solution;
    QComboBox *m_kind, *m_topic, *m_lesson, *m_level;
    LinesGrid *m_options, *m_mistakes;
    QLineEdit *m_answer, *m_tolerance, *m_hint, *m_source, *m_id;
    QLabel *m_how;
    QString m_problem;
};

} // namespace gatescope

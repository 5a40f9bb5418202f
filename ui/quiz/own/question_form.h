// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lesson.h"
#include "core/learning/question.h"
#include "ui/common/form_fields.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace gatescope {

class LinesGrid;

/// Where a question is written: a field for each thing that it needs, and under a field what is wrong with it.
class QuestionForm : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionForm(const std::vector<Lesson> &lessons, QWidget *parent = nullptr);

    /// Shows a question, complete or not.
    void setQuestion(const Question &question);
    /// What is written. Refuses what cannot be read, as an answer that is no number; the sentence begins with the
    /// field, as those of check() do. An id that is left empty is made of the text.
    Result<Question> question() const;
    /// Everything that is written, to tell whether it was changed.
    QString state() const;

    /// Puts the sentence under the field that it begins with; none takes the last one away.
    void showProblem(const std::optional<Error> &problem);
    /// Moves the keys into the field that the last problem is about.
    void goToProblem();
    QString problem() const;
    void focusText();

signals:
    void edited();

private:
    void followKind();
    QuestionKind kind() const;
    Result<void> readOptions(Question &question) const;
    Result<void> readMistakes(Question &question) const;
    void sortMistakes(Question &question) const;
    void readSolution(Question &question) const;
    std::string fieldOf(const std::string &sentence) const;

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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/worksheet/worksheet_order.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace gatescope {

class NamesField;
struct QuizWish;

/// The rows in which a class's sheets are ordered: what about, how hard, how many questions, for whom, and what comes
/// with them.
class WorksheetFields : public QWidget
{
    Q_OBJECT
public:
    /// The shelf outlives it. Begins with what is wished for on the quiz's first page.
    WorksheetFields(const QuestionShelf &shelf, const QuizWish &wish, const std::string &names,
                    QWidget *parent = nullptr);

    Result<WorksheetOrder> order() const;
    bool hasKey() const;
    bool hasSolutions() const;
    NamesField &names() { return *m_names; }

signals:
    void changed();

private:
    void fillAbout(const QuizWish &wish);
    void layOut();
    void connectParts();

    const QuestionShelf &m_shelf;
    QLineEdit *m_title;
    QComboBox *m_about, *m_level;
    QSpinBox *m_count, *m_students, *m_seed;
    NamesField *m_names;
    QCheckBox *m_differ, *m_key, *m_solutions;
};

} // namespace gatescope

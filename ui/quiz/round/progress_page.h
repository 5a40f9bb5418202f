// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace gatescope {

class Learner;
class QuestionShelf;

/// How a learner stands in each topic, what comes again, the longest challenge, what recall would ask now, and how to
/// forget it all.
class ProgressPage : public QWidget
{
    Q_OBJECT
public:
    ProgressPage(const QuestionShelf &shelf, Learner &learner, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    QTableWidget &table() { return *m_table; }
    QListWidget &recall() { return *m_recall; }
    /// The learner's results as CSV; says what came of it.
    void saveResults(const QString &path);

signals:
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void fillRecall();
    void askAndErase();
    void askAndSave();
    /// How many of these questions are of the topic.
    int countOf(std::string_view topic, const std::vector<std::string> &origins) const;

    const QuestionShelf &m_shelf;
    Learner &m_learner;
    QuizLook m_look;
    QLabel *m_title, *m_who, *m_recallTitle;
    QTableWidget *m_table;
    QListWidget *m_recall;
    QPushButton *m_back, *m_save, *m_erase;
};

} // namespace gatescope

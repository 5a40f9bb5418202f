// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatescope {

class QuestionShelf;
class QuizRound;

/// What came of a round: how many were right, which lessons say more, and what to do next.
class ResultPage : public QWidget
{
    Q_OBJECT
public:
    ResultPage(const QuizRound &round, const QuestionShelf &shelf, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    void showResult();
    void focusAgain();

signals:
    void againRequested();     ///< another round of the same wish
    void wrongOnesRequested(); ///< those that were not right
    void startRequested();     ///< back to where one chooses
    void progressRequested();
    void lessonRequested(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QuizRound &m_round;
    const QuestionShelf &m_shelf;
    QuizLook m_look;
    QLabel *m_title, *m_words;
    QPushButton *m_again, *m_wrong, *m_start, *m_progress;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"
#include "ui/quiz/round/quiz_round.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatescope {

class LadderPanel;

/// Beside the question: the ladder, the hint once it was asked for, and what can be done now.
class SidePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SidePanel(QuizRound &round, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);

signals:
    void answerRequested(); ///< gives the answer, or goes on after one
    void endRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QuizRound &m_round;
    QuizLook m_look;
    LadderPanel *m_ladder;
    QLabel *m_hintTitle, *m_hint, *m_foot;
    QPushButton *m_hintButton, *m_again, *m_on, *m_end;
};

} // namespace gatescope

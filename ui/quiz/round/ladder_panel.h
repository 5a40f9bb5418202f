// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"
#include "ui/quiz/round/quiz_round.h"

#include <QWidget>

namespace gatescope {

/// The round as a ladder that grows upwards from easy to hard, each rung with what became of it.
class LadderPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LadderPanel(QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    void setRound(const QuizRound &round);

    QSize minimumSizeHint() const override { return {180, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawRung(QPainter &painter, const QPointF &at, int rung, double pitch) const;

    QuizLook m_look;
    std::vector<Rung> m_ladder;
    int m_number = 0;
    QString m_score;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"
#include "ui/quiz/asking/quiz_look.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace gatescope {

/// The worked solution, row by row: what is told already is full, the row that plays is on a wash, the rest is quiet.
class SolutionPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SolutionPanel(QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    void setSolution(const std::vector<SolutionStep> &solution);
    /// So many rows are told.
    void setTold(int told);
    /// Only the row that plays, where the room is for the stage.
    void setOnlyTheRowThatPlays(bool only);

signals:
    void rowChosen(int row); ///< by a click

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void fill();

    QuizLook m_look;
    std::vector<SolutionStep> m_solution;
    int m_told = 0;
    bool m_hasOnlyThatRow = false;
    QLabel *m_title, *m_count, *m_key;
    QGridLayout *m_grid;
    QList<QLabel *> m_numbers, m_rows;
};

} // namespace gatescope

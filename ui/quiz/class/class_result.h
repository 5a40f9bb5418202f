// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace gatescope {

class ClassRound;

/// How a class's quiz went: a line for each question with the share of the hands that were right. The worst come first,
/// or all as they were asked.
class ClassResult : public QWidget
{
    Q_OBJECT
public:
    explicit ClassResult(const ClassRound &round, QWidget *parent = nullptr);

    void setLook(double pixels);
    /// Shows what there is, or nothing while questions are asked.
    void setOver(bool isOver);
    QTableWidget &table() { return *m_table; }
    /// What the hands said to each question, as CSV; says what came of it.
    void saveResults(const QString &path);

private:
    void fill();
    void sort();
    void askAndSave();

    const ClassRound &m_round;
    QTableWidget *m_table;
    QPushButton *m_worst, *m_save;
    QLabel *m_said;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/record.h"
#include "ui/quiz/asking/quiz_look.h"
#include "ui/quiz/class/class_round.h"

#include <QWidget>

class QLabel;
class QTimer;
class QGridLayout;

namespace gatescope {

class ClassPhones;
class ClassResult;
class HandsRow;
class KeyLine;
class QuestionShelf;
class QuestionStage;
class SolutionPanel;

/// A class's question, read from the last row.
class ClassView : public QWidget
{
    Q_OBJECT
public:
    /// Of `phones` it says how many have answered, never what.
    ClassView(ClassRound &round, const QuestionShelf &shelf, const ClassPhones &phones, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    void setReducedMotion(bool reduced);
    /// The network on the screen, where the questions are about it; empty: each brings its own.
    void setScreen(Record screen) { m_screen = std::move(screen); }
    /// How many are in the class; 0: nobody has said.
    void setClassSize(int size);
    /// How it went, once all is over.
    ClassResult &result() { return *m_result; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask();
    void follow();
    void sayTime();
    void fit();
    void placeRows();
    void openStage();
    QString underneath() const;
    void sayNumber();

    ClassRound &m_round;
    const QuestionShelf &m_shelf;
    const ClassPhones &m_phones;
    Record m_screen;
    QuizLook m_look; ///< of the place
    QuizLook m_large;
    QLabel *m_topic, *m_number, *m_clock, *m_given, *m_asks, *m_how, *m_under;
    KeyLine *m_keyLine;
    QWidget *m_handsBox;
    QGridLayout *m_handsGrid;
    QList<HandsRow *> m_rows;
    std::vector<int> m_keys; ///< the digit of each row
    ClassResult *m_result;
    int m_classSize = 0;
    SolutionPanel *m_solution;
    QuestionStage *m_stage;
    QTimer *m_saying; ///< of phones there may be hundreds in a moment
    int m_shownTold = 0;
    bool m_isStageOpen = false; ///< for this question
};

} // namespace gatescope

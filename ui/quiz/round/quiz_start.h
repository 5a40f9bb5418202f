// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/quiz_look.h"
#include "ui/quiz/round/quiz_round.h"

#include <QWidget>

#include <initializer_list>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSpacerItem;
class QSpinBox;
class QVBoxLayout;

namespace gatescope {

class Learner;
class LearnerChoice;
class QuestionShelf;
class TopicBoard;

/// Where a quiz begins: about what, how hard, how many, from which seed, and as whom; alone or with a class.
class QuizStart : public QWidget
{
    Q_OBJECT
public:
    QuizStart(const QuestionShelf &shelf, Learner &learner, QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    /// What the network on the screen is called; empty: there is none to ask about.
    void setScreen(const QString &network);
    void chooseChapter(int number);
    /// What there is of a class's quiz to go back to.
    enum class ClassLeft { nothing, question, result };
    void setClassLeft(ClassLeft left);
    /// How many names the class list has.
    void setClassSize(int names);
    /// How many phones are there; none: phones cannot join.
    void setPhones(std::optional<int> phones);
    /// A sentence on why it could not begin; an empty one goes away.
    void setMessage(const QString &message);

    QuizWish wish() const;
    QComboBox &about() { return *m_about; }
    QComboBox &mode() { return *m_mode; }
    QComboBox &level() { return *m_level; }
    /// How many seconds a class has for a question; 0: as many as it likes.
    int classSeconds() const;
    QComboBox &clock() { return *m_clock; }
    QSpinBox &count() { return *m_count; }
    QSpinBox &seed() { return *m_seed; }
    /// The teacher's own questions are others now.
    void followShelf();
    /// Other questions than last time.
    void newSeed();

signals:
    void startRequested();
    void classRequested();
    void goOnRequested(); ///< with the class that was left
    void classListRequested();
    void phonesRequested();
    void progressRequested();
    void worksheetRequested();
    void ownQuestionsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dressWords();
    void fillAbout();
    void fillModes();
    void fillChoices();
    void layOut();
    void connectParts();
    void sayWhatIsRefused();
    void sayHowFar();
    void makeRoom();
    void addHeading(QVBoxLayout &column, const QString &words);
    static void addButtons(QVBoxLayout &column, const QList<QPushButton *> &buttons);
    QLabel *addRow(QVBoxLayout &column, const QString &words, QWidget *field, QWidget *beside = nullptr);

    const QuestionShelf &m_shelf;
    const Learner &m_progressOf;
    bool m_isAboutChosen = false; ///< by hand: then nothing else is proposed
    QuizLook m_look;
    QString m_screen;
    QLabel *m_title, *m_lead, *m_message, *m_refused, *m_standing;
    QWidget *m_line;    ///< between what is asked and whom
    QSpacerItem *m_gap; ///< between alone and a class
    TopicBoard *m_board;
    QComboBox *m_about, *m_mode, *m_level, *m_clock;
    QSpinBox *m_count, *m_seed;
    LearnerChoice *m_learner;
    QPushButton *m_start, *m_class, *m_goOn, *m_progress, *m_worksheet, *m_own, *m_names, *m_phones;
    QList<QLabel *> m_words, m_headings;
};

} // namespace gatescope

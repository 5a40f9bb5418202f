// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/asking/quiz_look.h"
#include "ui/quiz/class/class_memory.h"
#include "ui/quiz/class/class_round.h"
#include "ui/quiz/class/phone_show.h"
#include "ui/quiz/round/quiz_round.h"

#include <QWidget>

class QStackedWidget;

namespace gatescope {

class ClassPhones;
class ClassView;
class Document;
class Learner;
class OwnQuestionsWindow;
class Player;
class ProgressPage;
class QuestionView;
class QuizStart;
class ResultPage;
class SidePanel;

/// The place where one is asked: alone, on a ladder from easy to hard, or as a class from the front of the room. It
/// asks about the network that is open elsewhere, or about small ones of its own; it changes neither.
class QuizPlace : public QWidget
{
    Q_OBJECT
public:
    /// `ownFolder`: where a teacher's own questions are kept, `classFolder`: what is known of the class; empty:
    /// nowhere. `phones`: with which a class answers, shared with the other places.
    QuizPlace(const Document &document, const Player &player, Learner &learner, ClassPhones &phones,
              const std::filesystem::path &resources, const std::filesystem::path &ownFolder = {},
              const std::filesystem::path &classFolder = {}, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setClassroom(bool classroom);
    void setReducedMotion(bool reduced);

    /// What is open here: "Quiz", or what the round is about and how far it has come.
    QString title() const;
    QStringList words() const;
    bool isPresenting() const;

    QuizRound &round() { return m_round; }
    ClassRound &classRound() { return m_classRound; }
    ClassPhones &phones() { return m_phones; }
    ClassMemory &classMemory() { return m_classMemory; }
    QuizStart &start() { return *m_start; }
    QuestionView &question() { return *m_question; }
    ProgressPage &progress() { return *m_progress; }
    QWidget *page() const;

    /// The page where one chooses, with the chapter chosen; a round that is under way stays.
    void offerChapter(int number);
    void begin();
    /// The same wish, with other questions.
    void beginAnother();
    /// Asks just these.
    void ask(std::vector<Question> questions);
    void beginClass();
    void followClassSize();
    void openClassList();
    /// How phones get in, and who is there; nothing while one is asked alone.
    void openPhones();
    void openWorksheet();
    void openOwnQuestions();
    /// The same, to write a new one at once.
    void writeOwnQuestion();
    /// Questions of a teacher's own may have come with a lesson.
    void readOwnAgain();

    // What keys do; each page knows what that means for it.
    void on();    ///< Space: tells the next row; for a class the next of all there is
    void back();  ///< tells one row fewer
    void enter(); ///< gives the answer, or goes on
    void hint();
    void next();
    void again(); ///< the same with other numbers
    void leave(); ///< out of a class's quiz, a result or the progress, to where one chooses

    QSize minimumSizeHint() const override { return {880, 540}; }

signals:
    void titleChanged();
    /// A class looks at it: nothing else should be in the picture.
    void presentingChanged(bool presenting);
    /// A lesson, by its name, that explains what was wrong.
    void lessonRequested(const QString &name);
    /// A teacher has written, imported or deleted questions.
    void ownQuestionsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void layOut();
    void connectParts();
    void applyLook();
    OwnQuestionsWindow *showOwnQuestions();
    void goTo(QWidget *page);
    void followRound();
    void giveKeys();
    void noteHands();
    void followPhones();
    void followSight();
    Record screen() const;
    QString screenInWords() const;

    const Document &m_document;
    const Player &m_player;
    const Learner &m_learner;
    ClassPhones &m_phones;
    ClassMemory m_classMemory;
    QuestionShelf m_shelf;
    QuizRound m_round;
    ClassRound m_classRound;
    PhoneShow m_phoneShow;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    QStackedWidget *m_pages, *m_middle;
    QuizStart *m_start;
    QWidget *m_walk; ///< question or result, and the side panel
    QuestionView *m_question;
    ResultPage *m_result;
    SidePanel *m_side;
    ProgressPage *m_progress;
    ClassView *m_class;
};

} // namespace gatescope

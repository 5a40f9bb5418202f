// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/quiz/open_quiz.h"

#include "core/learning/lessons/chapters.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/learn/learn_place.h"
#include "ui/quiz/asking/answer_panel.h"
#include "ui/quiz/asking/question_stage.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/progress_page.h"
#include "ui/quiz/round/question_view.h"
#include "ui/quiz/round/quiz_start.h"
#include "ui/quiz/round/topic_entry.h"
#include "ui/window/places.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

using namespace gatescope;

class QuizPlaceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenQuiz> m_open; ///< one window for all, for each takes its time to open

private slots:
    void initTestCase() { m_open = std::make_unique<OpenQuiz>(); }
    void cleanupTestCase() { m_open.reset(); }
    void init() { m_open->beginAnew(); }

    void aRoundBeginsAndEndsByKeysAlone();
    void enterOnTheResultsBeginsAnotherRound();
    void theLastQuestionHasOneWayToTheResults();
    void whoComesFromALessonIsAskedAboutItsChapter();
    void theSolutionPlaysRowByRow();
    void theKnobOfAWrongBlendStandsBesideTheRightOne();
    void theStageHasMoreRoomOnceItIsAnswered();
    void whatIsStillToComeOfASolutionCanBeRead();
    void theHintIsShownAlsoWhileAFieldIsEmpty();
    void theBeginningSaysHowFarOneHasCome();
    void aTopicThatIsClickedIsAskedAbout();
    void inRecallTheOptionsComeAfterEnter();
    void aChallengeEndsAtTheFirstMistake();
    void theSameComesAgainWithOtherNumbers();
    void aWrongOneReturnsAfterThreeOthers();
    void aLessonOfTheResultsOpensAtAClick();
    void theNetworkOnTheScreenIsAskedAbout();
    void theRunOfTheScreenIsShownAndNotComputedAgain();
    void progressIsCountedByTopicAndErased();
};

void QuizPlaceTest::aRoundBeginsAndEndsByKeysAlone()
{
    OpenQuiz &open = *m_open;
    open.place.start().seed().setValue(3);
    open.place.start().count().setValue(2);
    open.press(Qt::Key_Return);
    QCOMPARE(open.round.count(), 2);
    QVERIFY(open.place.page() == &open.place.question());
    for (int i = 0; i < 2; ++i) {
        open.round.answer(open.round.question().answer);
        open.press(Qt::Key_N);
    }
    QVERIFY(open.round.isOver());
    QCOMPARE(open.place.findChild<QLabel *>(QStringLiteral("quizResult"))->text(), QStringLiteral("2 of 2 right"));
    open.press(Qt::Key_Escape);
    QVERIFY(open.place.page() == &open.place.start());
}

void QuizPlaceTest::enterOnTheResultsBeginsAnotherRound()
{
    OpenQuiz &open = *m_open;
    open.ask({written("order-bag")});
    open.round.answer(open.round.question().answer);
    open.press(Qt::Key_Return);
    QVERIFY(open.round.isOver());
    open.press(Qt::Key_Return);
    QVERIFY(!open.round.isOver());
    QVERIFY(open.place.page() == &open.place.question());
    QCOMPARE(open.round.count(), 10);
}

void QuizPlaceTest::theLastQuestionHasOneWayToTheResults()
{
    OpenQuiz &open = *m_open;
    open.ask({written("order-bag"), written("layer-1920")});
    const auto isEndOffered = [&] {
        const auto buttons = open.place.findChildren<QPushButton *>();
        return std::ranges::any_of(buttons, [](const QPushButton *each) {
            return each->text() == "End and see results" && each->isVisible();
        });
    };
    for (int i = 0; i < 2; ++i) {
        QVERIFY(isEndOffered());
        open.round.answer(open.round.question().answer);
        QCOMPARE(isEndOffered(), i == 0);
        open.press(Qt::Key_N);
    }
}

void QuizPlaceTest::whoComesFromALessonIsAskedAboutItsChapter()
{
    OpenQuiz &open = *m_open;
    QCOMPARE(open.place.start().about().currentText(), QStringLiteral("everything"));
    open.window.learner().reachCard("a-game-of-keep-and-erase", 0);
    open.window.goTo(0);
    open.window.goTo(placeNamed("quiz"));
    const auto chapter = std::ranges::find_if(
        chapters(), [](const Chapter &each) { return each.firstLesson <= 6 && each.lastLesson >= 6; });
    QVERIFY(open.place.start().about().currentText().startsWith(QStringLiteral("chapter %1:").arg(chapter->number)));
    QVERIFY(!open.place.start().wish().choice.lessons.empty());
}

void QuizPlaceTest::theSolutionPlaysRowByRow()
{
    OpenQuiz &open = *m_open;
    const Question question = generated("blend-by-hand");
    open.ask({question});
    open.press(Qt::Key_Space);
    QCOMPARE(open.round.told(), 0); // nothing before it is answered
    open.type("77");
    open.press(Qt::Key_Return);
    QCOMPARE(open.verdict(), MarkingVerdict::wrong);
    for (int row = 0; row < int(question.solution.size()); ++row) {
        open.press(Qt::Key_Space);
        QCOMPARE(open.round.told(), row + 1);
        if (const auto &place = question.solution[std::size_t(row)].place) {
            const PlayheadState at = open.stage().playhead().state();
            QCOMPARE(at.step, place->step);
            QCOMPARE(at.unit, place->unit.value_or(0));
            QCOMPARE(std::string(describe(CellKind::gru).stepParts[std::size_t(at.part)].name), place->part);
        }
    }
    open.press(Qt::Key_Space);
    QCOMPARE(open.round.told(), int(question.solution.size()));
    open.press(Qt::Key_PageUp);
    QCOMPARE(open.round.told(), int(question.solution.size()) - 1);
}

void QuizPlaceTest::theKnobOfAWrongBlendStandsBesideTheRightOne()
{
    OpenQuiz &open = *m_open;
    const Question question = generated("blend-by-hand");
    const auto said = [&] {
        open.stage().grab();
        QStringList all;
        for (const HitArea &area : open.stage().hitAreas())
            all += area.says();
        return all.join(u'\n');
    };
    const StagePlace made = *question.solution.back().place;
    const auto answer = [&](const QString &typed) {
        open.ask({question});
        open.round.answerTyped(typed);
        QVERIFY(!said().contains("your answer has the knob"));
        while (open.round.tellMore())
            ;
        QCOMPARE(open.stage().playhead().state().unit, *made.unit);
    };
    // Three quarters of the old state and one of the candidate.
    const Record &record = open.stage().document().record();
    answer("77");
    const LayerTrace &trace = record.trace->at(0, Direction::forward);
    const double old = made.step > 0 ? trace[Part::state](made.step - 1, 0, *made.unit) : 0;
    const double guess = 0.75 * old + 0.25 * trace[Part::candidate](made.step, 0, *made.unit);
    QVERIFY(!said().contains("your answer has the knob")); // 77 lies beyond both ends
    answer(QString::number(guess, 'f', 9));
    QVERIFY2(said().contains("your answer has the knob here: 0.7500 of the old value stays"), qPrintable(said()));
    answer(QString::number(std::get<double>(question.answer), 'f', 9));
    QVERIFY(!said().contains("your answer has the knob"));
    open.ask({generated("compute-update-gate")}); // a wrong gate is no state
    open.round.answerTyped("0.123");
    while (open.round.tellMore())
        ;
    QVERIFY(!said().contains("your answer has the knob"));
}

void QuizPlaceTest::theStageHasMoreRoomOnceItIsAnswered()
{
    OpenQuiz &open = *m_open;
    for (const char *name : {"blend-by-hand", "gate-closes", "unit-that-keeps", "candidate-by-hand"}) {
        const Question question = generated(name);
        open.ask({question});
        QTest::qWait(20);
        QWidget &stage = open.place.question().stage();
        const int before = stage.height();
        open.round.answer(question.misconceptions.front().answer);
        open.round.tellMore();
        QTest::qWait(20);
        QVERIFY2(stage.height() > before, name);
        QVERIFY2(stage.width() > open.place.question().width() / 2, name);
    }
}

/// A row that is still to come is quiet, but not lost on a projector.
void QuizPlaceTest::whatIsStillToComeOfASolutionCanBeRead()
{
    OpenQuiz &open = *m_open;
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast}) {
        open.place.setTheme(theme(name));
        open.ask({generated("blend-by-hand")});
        open.round.answer(1.0);
        auto *row = open.place.findChild<QLabel *>(QStringLiteral("solutionRow"));
        QVERIFY(row && row->isVisible());
        QVERIFY(contrastRatio(row->palette().color(QPalette::WindowText), theme(name).panel) >= 3);
        open.round.tellMore();
        QVERIFY(contrastRatio(row->palette().color(QPalette::WindowText), theme(name).panel) >= 7);
    }
    open.place.setTheme(theme(ThemeName::light));
}

void QuizPlaceTest::theHintIsShownAlsoWhileAFieldIsEmpty()
{
    OpenQuiz &open = *m_open;
    open.ask({written("layer-1920"), written("order-bag")});
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!open.round.isHintShown());
        open.press(Qt::Key_H);
        QVERIFY(open.round.isHintShown());
        QVERIFY(open.place.findChild<QLabel *>(QStringLiteral("hint"))->isVisible());
        open.round.answer(open.round.question().answer);
        open.press(Qt::Key_N);
    }
}

void QuizPlaceTest::theBeginningSaysHowFarOneHasCome()
{
    OpenQuiz &open = *m_open;
    const auto *standing = open.place.start().findChild<QLabel *>(QStringLiteral("standing"));
    QVERIFY(standing->isVisible());
    QVERIFY2(standing->text().startsWith("Nothing was answered yet"), qPrintable(standing->text()));
    for (const char *id : {"order-bag", "gates-range", "order-weights"})
        open.window.learner().note(written(id), true);
    open.window.learner().note(written("step-tanh"), false);
    QCOMPARE(standing->text(), QStringLiteral("Answers so far: 4, right: 3, to come again now: 0."));
    const auto entries = open.place.start().findChildren<TopicEntry *>();
    const auto gates = std::ranges::find(entries, QStringLiteral("gates"), &TopicEntry::topic);
    QVERIFY(gates != entries.end());
    QCOMPARE((*gates)->accessibleDescription(), QStringLiteral("1 of 1 right"));
    QCOMPARE(entries.last()->accessibleDescription(), QStringLiteral("never asked"));
}

void QuizPlaceTest::aTopicThatIsClickedIsAskedAbout()
{
    OpenQuiz &open = *m_open;
    QuizStart &start = open.place.start();
    const auto entries = start.findChildren<TopicEntry *>();
    entries.at(1)->setFocus();
    open.press(Qt::Key_Right);
    QVERIFY(entries.at(2)->hasFocus());
    QTest::keyClick(entries.at(2), Qt::Key_Space);
    QCOMPARE(start.wish().choice.topic, entries.at(2)->topic().toStdString());
    QCOMPARE(start.about().currentText(), entries.at(2)->text());
}

void QuizPlaceTest::inRecallTheOptionsComeAfterEnter()
{
    OpenQuiz &open = *m_open;
    QuizStart &start = open.place.start();
    start.mode().setCurrentIndex(start.mode().findData(int(QuizMode::recall)));
    open.press(Qt::Key_Return);
    QVERIFY(open.place.page() == &start); // nothing was asked yet, and it says so
    QVERIFY(start.findChild<QLabel *>(QStringLiteral("quizMessage"))->text().contains("begin with a quiz"));

    open.window.learner().note(written("order-bag"), false);
    open.press(Qt::Key_Return);
    QCOMPARE(open.round.question().id, std::string("order-bag"));
    const auto *answer = open.place.question().findChildren<AnswerPanel *>().last();
    QVERIFY(answer->isHidden());
    QVERIFY(open.words("how").contains("Enter"));
    open.choose(0); // a digit answers nothing that is not to be seen
    open.press(Qt::Key_Return);
    QVERIFY(!open.round.isMarked());
    QVERIFY(answer->isVisible());
    open.choose(0);
    open.press(Qt::Key_Return);
    QVERIFY(open.round.isMarked());
}

void QuizPlaceTest::aChallengeEndsAtTheFirstMistake()
{
    OpenQuiz &open = *m_open;
    QuizStart &start = open.place.start();
    start.mode().setCurrentIndex(start.mode().findData(int(QuizMode::challenge)));
    open.press(Qt::Key_Return);
    QCOMPARE(open.round.question().level, Level::hard);
    for (const QPushButton *button : open.place.findChildren<QPushButton *>())
        QVERIFY(button->text() != "Hint" || !button->isVisible());
    open.round.answer(open.round.question().answer);
    open.press(Qt::Key_N);
    open.round.answer(open.round.question().misconceptions.front().answer);
    open.press(Qt::Key_N);
    QCOMPARE(open.place.findChild<QLabel *>(QStringLiteral("quizResult"))->text(), QStringLiteral("1 right in a row"));
    QVERIFY(
        open.place.findChild<QLabel *>(QStringLiteral("quizLessons"))->text().startsWith("Your longest challenge: 1."));
}

void QuizPlaceTest::theSameComesAgainWithOtherNumbers()
{
    OpenQuiz &open = *m_open;
    const Question question = generated("compute-update-gate");
    open.ask({question});
    open.press(Qt::Key_R);
    QVERIFY(open.round.question().id == question.id); // not before it is answered, and R is no number
    open.round.answerTyped("0,5");
    open.press(Qt::Key_R);
    QVERIFY(open.round.question().id != question.id);
    QVERIFY(open.round.question().id.starts_with("compute-update-gate:"));
    QVERIFY(!open.round.isMarked());
    QCOMPARE(open.round.count(), 1);
}

void QuizPlaceTest::aWrongOneReturnsAfterThreeOthers()
{
    OpenQuiz &open = *m_open;
    const std::vector<Question> questions{written("order-bag"),     written("order-rnn-reads"), written("gates-range"),
                                          written("order-weights"), written("step-tanh"),       written("layer-1920")};
    open.ask(questions);
    open.round.answer(wrongOption(questions[0]));
    open.press(Qt::Key_N);
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(open.round.question().id, questions[std::size_t(i)].id);
        open.round.answer(questions[std::size_t(i)].answer);
        open.press(Qt::Key_N);
    }
    QCOMPARE(open.round.question().id, std::string("order-bag"));
    QVERIFY(open.round.ladder()[4].returns);
    QCOMPARE(open.round.count(), int(questions.size()));
}

void QuizPlaceTest::aLessonOfTheResultsOpensAtAClick()
{
    OpenQuiz &open = *m_open;
    const Question question = written("gates-range");
    open.ask({question});
    open.round.answer(wrongOption(question));
    open.press(Qt::Key_N);
    QVERIFY(open.round.isOver());
    auto *lessons = open.place.findChild<QLabel *>(QStringLiteral("quizLessons"));
    QVERIFY2(lessons->text().contains(QStringLiteral("<a href=\"%1\"").arg(QString::fromStdString(question.lesson))),
             qPrintable(lessons->text()));
    for (int i = 0; i < 40 && !lessons->hasFocus(); ++i)
        open.press(Qt::Key_Tab);
    QVERIFY(lessons->hasFocus());
    open.press(Qt::Key_Tab); // to its first link
    open.press(Qt::Key_Return);
    LearnPlace &learn = open.window.learn();
    QVERIFY(learn.isVisible() && learn.isInLesson());
    QCOMPARE(learn.lessonPlace()->lesson, question.lesson);
    open.window.goTo(placeNamed("quiz"));
}

void QuizPlaceTest::theNetworkOnTheScreenIsAskedAbout()
{
    OpenQuiz &open = *m_open;
    askAboutTheScreen(open);
    QVERIFY(open.round.count() >= 5);
    QCOMPARE(open.place.title(), QStringLiteral("The network on the screen"));
    for (; !open.round.isOver(); open.round.next()) {
        QVERIFY(open.round.question().id.find(":screen:") != std::string::npos);
        if (playsOnTheStage(open.round.question()))
            QVERIFY(open.round.network().experiment == open.document.sharedExperiment());
    }
}

/// A very large network would keep everybody waiting.
void QuizPlaceTest::theRunOfTheScreenIsShownAndNotComputedAgain()
{
    OpenQuiz &open = *m_open;
    askAboutTheScreen(open);
    int shown = 0;
    for (; !open.round.isOver(); open.round.next()) {
        if (!open.place.question().stage().hasNetwork())
            continue;
        ++shown;
        QCOMPARE(open.stage().document().record().trace, open.document.record().trace);
    }
    QVERIFY(shown >= 3);
    open.ask({generated("blend-by-hand")}); // and after it one of its own
    QVERIFY(open.stage().document().record().trace != open.document.record().trace);
    QVERIFY(open.stage().document().isRecordCurrent());
}

void QuizPlaceTest::progressIsCountedByTopicAndErased()
{
    OpenQuiz &open = *m_open;
    const Question question = written("order-bag");
    open.ask({question, written("order-rnn-reads")});
    open.round.answer(wrongOption(question));
    open.round.next();
    open.round.answer(open.round.question().answer);
    QTableWidget &table = open.place.progress().table();
    QCOMPARE(table.item(0, 1)->text(), QStringLiteral("1"));
    QCOMPARE(table.item(0, 2)->text(), QStringLiteral("1"));
    QCOMPARE(table.item(0, 3)->text(), QStringLiteral("easy"));
    QCOMPARE(table.item(1, 1)->text(), QStringLiteral("–"));
    whenDialogOpens(&open.place, [](QDialog &dialog) {
        for (QAbstractButton *button : static_cast<QMessageBox &>(dialog).buttons())
            if (button->text().contains("Erase"))
                button->click();
    });
    for (QPushButton *button : open.place.progress().findChildren<QPushButton *>())
        if (button->text().startsWith("Erase"))
            button->click();
    QCOMPARE(open.window.learner().progress().answered(), 0);
    QCOMPARE(table.item(0, 1)->text(), QStringLiteral("–"));
}

QTEST_MAIN(QuizPlaceTest)
#include "quiz_place_test.moc"

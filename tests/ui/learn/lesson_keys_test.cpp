// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_entry.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/try_strip.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>

#include <algorithm>

using namespace gatescope;

namespace {

/// What a person types for the right answer.
QString typedFor(const Question &question)
{
    if (const auto *number = std::get_if<double>(&question.answer))
        return QString::number(*number, 'g', 12);
    QStringList parts;
    for (const int each : std::get<std::vector<int>>(question.answer))
        parts += question.kind == QuestionKind::shape ? QString::number(each) : QString(QChar('A' + each));
    return question.kind == QuestionKind::shape ? u'(' + parts.join(u", "_qs) + u')' : parts.join(u", "_qs);
}

void answerByKeys(OpenWindow &open, LessonView &view)
{
    const CommitmentPanel &asked = view.panel().commitment();
    if (!asked.question() || asked.isAnswered())
        return;
    if (const auto *option = std::get_if<int>(&asked.question()->answer))
        return open.press(Qt::Key(Qt::Key_1 + *option));
    QTest::keyClicks(QApplication::focusWidget(), typedFor(*asked.question()));
    open.press(Qt::Key_Return);
}

QScrollBar &barOf(LessonView &view)
{
    return *view.panel().findChild<QScrollArea *>()->verticalScrollBar();
}

/// Reads a card to its end where it is longer than the window, and leaves it.
void leaveByKey(OpenWindow &open, LessonView &view, Qt::Key key)
{
    for (int pages = 0; pages < 9 && barOf(view).value() < barOf(view).maximum(); ++pages)
        open.press(key);
    open.press(key);
}

/// Walks to the step, or takes the slider with Tab and moves it, until the deed is done.
void doByKeys(OpenWindow &open, LessonView &view)
{
    const auto isDone = [&] { return view.judgement() && view.judgement()->done; };
    if (!view.shownCard().deed || isDone())
        return;
    if (std::holds_alternative<StepSearch>(*view.shownCard().deed)) {
        for (int i = 0; i < 40 && !isDone(); ++i)
            open.press(Qt::Key_Left, Qt::ShiftModifier);
        return;
    }
    QCoreApplication::processEvents(); // the strip comes into view
    const auto slider = [] { return qobject_cast<QSlider *>(QApplication::focusWidget()); };
    for (int i = 0; i < 30 && !slider(); ++i)
        open.press(Qt::Key_Tab);
    if (!slider())
        return;
    open.press(Qt::Key_Home);
    while (!isDone() && slider()->value() < slider()->maximum()) {
        for (int i = 0; i < 4; ++i)
            open.press(Qt::Key_Up);
        view.stage().document().waitForRecord();
    }
    open.press(Qt::Key_Escape); // out of the slider
}

} // namespace

/// Lessons in the real window, by keys alone.
class LessonKeysTest : public QObject
{
    Q_OBJECT
private slots:
    void aWholeLessonIsWalkedByKeys()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(open.window.learn().isVisible());
        open.press(Qt::Key_Space); // begins
        LessonView *view = open.window.learn().lesson();
        QVERIFY(open.window.learn().isInLesson());
        const Lesson &lesson = open.window.learn().lessons()[0];
        const Qt::Key ways[]{Qt::Key_Space, Qt::Key_Right, Qt::Key_PageDown};
        for (std::size_t card = 0; card < lesson.cards.size(); ++card) {
            QCOMPARE(view->card(), int(card));
            const CommitmentPanel &asked = view->panel().commitment();
            if (asked.question()) {
                open.press(Qt::Key(Qt::Key_1 + std::get<int>(asked.question()->answer)));
                QVERIFY(asked.isAnswered());
            }
            leaveByKey(open, *view, ways[card % 3]);
        }
        QVERIFY(open.window.learner().progress().lesson(lesson.name).finished);
        QCOMPARE(view->lesson(), 1);
        open.press(Qt::Key_Left);
        QVERIFY(!open.window.learn().isInLesson());
    }

    /// Whatever a card asks, from the first lesson to the last: options, numbers, sizes, letters, sliders and steps.
    void allLessonsAreWalkedByKeys()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().setReducedMotion(true);
        open.press(Qt::Key_Space);
        LessonView &view = *open.window.learn().lesson();
        int walked = 0;
        while (open.window.learn().isInLesson()) {
            const Lesson &lesson = open.window.learn().lessons()[std::size_t(view.lesson())];
            const int card = view.card();
            answerByKeys(open, view);
            doByKeys(open, view);
            QVERIFY2(open.window.learner().progress().lesson(lesson.name).done.contains(card),
                     qPrintable(view.panel().accessibleName() + ' ' + view.panel().inWords()));
            leaveByKey(open, view, Qt::Key_PageDown);
            QVERIFY(view.card() != card || !open.window.learn().isInLesson()
                    || &lesson != &open.window.learn().lessons()[std::size_t(view.lesson())]);
            ++walked;
        }
        QVERIFY(walked >= 26 * 5);
        for (const Lesson &lesson : open.window.learn().lessons())
            QVERIFY2(open.window.learner().progress().lesson(lesson.name).finished, lesson.name.c_str());
    }

    void theOpeningCardLeadsToTheFirstLesson()
    {
        OpenWindow open;
        open.window.explore().showOpeningCard();
        const auto buttons = open.window.explore().findChildren<QPushButton *>();
        const auto learn = std::ranges::find(buttons, tr("Learn from the start"), &QPushButton::text);
        QVERIFY(learn != buttons.end() && (*learn)->isVisible());
        (*learn)->click();
        QVERIFY(open.window.learn().isVisible() && open.window.learn().isInLesson());
        QCOMPARE(open.window.learn().lesson()->lesson(), 0);
        QVERIFY(!open.window.explore().dismissOpeningCard()); // it has gone
    }

    void anAnswerIsTypedByKeysToo()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(1, 5);
        LessonView *view = open.window.learn().lesson();
        const CommitmentPanel &asked = view->panel().commitment();
        QCOMPARE(asked.question()->kind, QuestionKind::numeric);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())); // one types at once
        QTest::keyClicks(QApplication::focusWidget(), "1/1024");
        open.press(Qt::Key_Return);
        QVERIFY(asked.isAnswered());
        QCOMPARE(view->card(), 5); // Enter has answered, and not gone on
        open.press(Qt::Key_Return);
        QCOMPARE(view->card(), 6);
        open.press(Qt::Key_Escape);
        QVERIFY(!open.window.learn().isInLesson());
        open.press(Qt::Key_Return);
        QVERIFY(open.window.learn().isInLesson());
    }

    /// Where a field was, none is at the second visit; the keys stay the lesson's.
    void aCardThatWasAnsweredIsPassedByKeys()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(1, 5);
        LessonView *view = open.window.learn().lesson();
        QTest::keyClicks(QApplication::focusWidget(), "1/1024");
        open.press(Qt::Key_Return);
        open.window.learn().openLesson(1, 3);
        open.window.learn().openLesson(1, 5);
        QVERIFY(open.window.learn().isAncestorOf(QApplication::focusWidget()));
        leaveByKey(open, *view, Qt::Key_Space);
        QCOMPARE(view->card(), 6);
        open.window.learn().openLesson(1, 5);
        leaveByKey(open, *view, Qt::Key_Return);
        QCOMPARE(view->card(), 6);
    }

    void aLongCardIsReadToItsEndBeforeSpaceGoesOn()
    {
        OpenWindow open;
        open.window.resize(1100, 620);
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(3, 7);
        LessonView &view = *open.window.learn().lesson();
        QTRY_VERIFY(barOf(view).maximum() > 0);
        open.press(Qt::Key_Space);
        QCOMPARE(view.card(), 7);
        QVERIFY2(view.panel().notice().isEmpty(), "it was read on, not left");
        QVERIFY(barOf(view).value() > 0);
        answerByKeys(open, view);
        QTRY_VERIFY(barOf(view).maximum() > 0);
        barOf(view).setValue(0);
        int pages = 0;
        for (; pages < 9 && view.card() == 7; ++pages)
            open.press(Qt::Key_Space);
        QCOMPARE(view.card(), 8);
        QVERIFY(pages > 1);
    }

    void leavingACardWithAFieldLeavesTheKeysToTheLesson()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(1, 5);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        open.window.learn().openLesson(1, 1);
        QVERIFY(open.window.learn().isAncestorOf(QApplication::focusWidget())
                || QApplication::focusWidget() == &open.window.learn());
        open.press(Qt::Key_Space);
        QCOMPARE(open.window.learn().lesson()->card(), 2);
    }

    /// A slider has no use for Space, whoever gave it the focus.
    void spaceGoesOnAfterASliderWasMoved()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(3, 6);
        LessonView *view = open.window.learn().lesson();
        open.press(Qt::Key_Tab); // the window is used by keys
        QCoreApplication::processEvents();
        QSlider *slider = view->strip().slider("update-bias");
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 4, slider->height() / 2));
        QCOMPARE(QApplication::focusWidget(), slider);
        slider->setValue(slider->maximum());
        view->stage().document().waitForRecord();
        QVERIFY(view->judgement()->done);
        open.press(Qt::Key_Space);
        QCOMPARE(view->card(), 7);
    }

    void theTabKeyComesToWhatACardAsksBeforeTheList()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(3, 6);
        int tabs = 0;
        while (!qobject_cast<QSlider *>(QApplication::focusWidget()) && ++tabs < 40)
            open.press(Qt::Key_Tab);
        QVERIFY2(tabs <= 8, qPrintable(QString::number(tabs)));
    }

    void theListOfLessonsIsWalkedByArrows()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        const auto entry = [] { return qobject_cast<LessonEntry *>(QApplication::focusWidget()); };
        QVERIFY(!entry());
        open.press(Qt::Key_Down);
        QVERIFY(entry()); // without a walk through all buttons above it
        const QString first = entry()->text();
        open.press(Qt::Key_Down);
        QVERIFY(entry() && entry()->text() != first);
        open.press(Qt::Key_Up);
        QVERIFY(entry() && entry()->text() == first);
    }

    void theRailLeadsFromALessonToTheList()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(5, 3);
        QAbstractButton *learn = nullptr;
        for (QAbstractButton *each : open.window.findChildren<QAbstractButton *>())
            if (each->text() == tr("Learn") && each->isVisible())
                learn = each;
        QVERIFY(learn);
        QTest::mouseClick(learn, Qt::LeftButton);
        QVERIFY(open.window.learn().isVisible() && !open.window.learn().isInLesson());
    }

    /// As everywhere: first a hint, then the answer, then the next card.
    void enterGoesOnFromAFieldInWhichNothingIsTyped()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(1, 5);
        LessonView *view = open.window.learn().lesson();
        open.press(Qt::Key_Return);
        QVERIFY(view->panel().notice().startsWith("Guess first"));
        QVERIFY(!view->panel().commitment().isAnswered());
        open.press(Qt::Key_Return);
        QVERIFY(view->panel().commitment().isAnswered());
        open.press(Qt::Key_Return);
        QCOMPARE(view->card(), 6);
    }

    void escapeLeavesTheFieldAndThenTheLesson()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(1, 5);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        open.press(Qt::Key_Escape);
        QVERIFY(open.window.learn().isInLesson());
        QVERIFY(!qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        open.press(Qt::Key_Escape);
        QVERIFY(!open.window.learn().isInLesson());
    }
};

QTEST_MAIN(LessonKeysTest)
#include "lesson_keys_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/document/learner.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace gatescope;

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
            open.press(ways[card % 3]);
        }
        QVERIFY(open.window.learner().progress().lesson(lesson.name).finished);
        QCOMPARE(view->lesson(), 1);
        open.press(Qt::Key_Left);
        QVERIFY(!open.window.learn().isInLesson());
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

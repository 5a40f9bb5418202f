// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "core/learning/lessons/chapters.h"
#include "ui/common/settings.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/quiz_start.h"
#include "ui/window/places.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QTemporaryDir>

using namespace gatescope;

/// Lessons and what else the window holds.
class LessonWindowTest : public QObject
{
    Q_OBJECT
    static QAbstractButton *shownButton(QWidget &place, const QString &words)
    {
        for (QAbstractButton *button : place.findChildren<QAbstractButton *>())
            if (button->text() == words && button->isVisible())
                return button;
        return nullptr;
    }
private slots:
    void theStageIsWalkedByKeysAndWhatIsOpenInExploreIsLeftAlone()
    {
        OpenWindow open;
        const Experiment mine = open.document.experiment();
        const PlayheadState looked = open.at();
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(0, 4);
        PlayedStage &stage = open.window.learn().lesson()->stage();
        const PlayheadState before = stage.playhead().state();
        open.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(stage.playhead().state().step, before.step + 1);
        open.press(Qt::Key_Down);
        QCOMPARE(stage.playhead().state().unit, before.unit + 1);
        open.press(Qt::Key_P);
        QCOMPARE(stage.playhead().state().step, before.step);
        open.window.learn().openLesson(3, 6); // another network, with a slider
        open.press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(open.document.experiment() == mine);
        QCOMPARE(open.at(), looked);
        QVERIFY(!open.window.isWindowModified());
    }

    void freePlayHasTheLessonsNetworkAndTheCardIsKept()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(5, 4);
        const Experiment shown = open.window.learn().lesson()->stage().document().experiment();
        open.press(Qt::Key_E);
        QVERIFY(open.window.explore().isVisible());
        QVERIFY(open.document.experiment().parameters == shown.parameters);
        open.document.waitForRecord();
        QCOMPARE(open.at().step, 12);
        QCOMPARE(open.at().unit, 1);
        open.press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(open.window.learn().isInLesson());
        QCOMPARE(open.window.learn().lesson()->card(), 4);
    }

    void aChapterEndsWithAQuizOnIt()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        LearnPlace &learn = open.window.learn();
        for (const Chapter &chapter : chapters()) {
            const int last = chapter.lastLesson - 1;
            const int cards = int(learn.lessons()[std::size_t(last)].cards.size());
            const QString words = QStringLiteral("Quiz on chapter %1").arg(chapter.number);
            learn.openLesson(last, cards - 2);
            QVERIFY(!shownButton(learn, words));
            learn.openLesson(last, cards - 1);
            QAbstractButton *button = shownButton(learn, words);
            QVERIFY2(button, qPrintable(words));
            button->click();
            QVERIFY(open.window.quiz().isVisible());
            const QString about = open.window.quiz().start().about().currentText();
            QVERIFY2(about.startsWith(QStringLiteral("chapter %1:").arg(chapter.number)), qPrintable(about));
            open.press(Qt::Key_4, Qt::AltModifier);
            learn.openLesson(chapter.firstLesson - 1, 0);
            QVERIFY(!shownButton(learn, words));
        }
    }

    void freePlayIsCalledAsItsLesson()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        for (int lesson = 0; lesson < int(open.window.learn().lessons().size()); ++lesson) {
            open.window.learn().openLesson(lesson, 0);
            open.window.learn().lesson()->tryInExplore(); // a card that asks for a number takes E as a letter
            const QString title = QString::fromStdString(open.document.experiment().title);
            QVERIFY(!title.isEmpty());
            QVERIFY2(open.window.windowTitle().startsWith(title), qPrintable(open.window.windowTitle() + "; " + title));
            open.press(Qt::Key_4, Qt::AltModifier);
        }
    }

    void freePlayAsksBeforeUnsavedWorkIsLost()
    {
        OpenWindow open;
        Experiment changed = open.document.experiment();
        changed.parameters.layers[0].bIn[0] += 1;
        QVERIFY(open.document.edit("x", changed).ok());
        open.press(Qt::Key_4, Qt::AltModifier);
        open.window.learn().openLesson(0, 0);
        bool asked = false;
        whenDialogOpens(&open.window, [&asked](QDialog &dialog) {
            asked = true;
            dialog.reject();
        });
        open.press(Qt::Key_E);
        QVERIFY(asked);
        QVERIFY(open.document.experiment() == changed);
        QVERIFY(open.window.learn().isVisible());
    }

    void theThemeButtonSaysWhichThemeItIs()
    {
        OpenWindow open;
        open.press(Qt::Key_4, Qt::AltModifier);
        auto *button = open.named<QAbstractButton>(QStringLiteral("Theme: Light"));
        QVERIFY(button && button->isVisible());
        button->click();
        QCOMPARE(button->accessibleName(), QStringLiteral("Theme: Dark"));
        QVERIFY(button->toolTip().startsWith(QStringLiteral("Theme: Dark")));
    }

    void progressIsThereAfterARestart()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        for (const bool again : {false, true}) {
            Document document(std::make_unique<ReferenceBackend>());
            Playhead playhead;
            Player player(document, playhead);
            MainWindow window(document, playhead, player, &settings);
            if (again) {
                QCOMPARE(window.learner().progress().lastLesson(), std::string("two-gates-one-notebook"));
                QCOMPARE(window.learner().progress().lesson("two-gates-one-notebook").card, 2);
            } else {
                window.show();
                window.goTo(placeNamed("learn"));
                window.learn().openLesson(2, 2);
            }
        }
    }
};

int main(int argc, char **argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    LessonWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "lesson_window_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/screens.h"

#include "ui/common/numbers.h"
#include "ui/explore/inspector/inspector_panel.h"
#include "ui/window/notes_window.h"
#include "ui/window/presenter.h"

#include <QAction>
#include <QScreen>

using namespace gatescope;

/// With a second screen the one who presents has notes there.
class NotesTest : public QObject
{
    Q_OBJECT

private slots:
    void theNotesStandOnTheOtherScreen();
    void theyFollowTheClass();
    void theyGoWithThePresentation();
};

void NotesTest::theNotesStandOnTheOtherScreen()
{
    OpenWindow open;
    QVERIFY(!open.window.findChild<QAction *>("present")->toolTip().contains("left out"));
    open.press(Qt::Key_F5);
    NotesWindow *notes = open.window.presenter().notes();
    QVERIFY(notes && notes->isVisible());
    QVERIFY(notes->screen() != open.window.screen());
    QVERIFY(notes->screen()->geometry().contains(notes->geometry().center()));
    QCOMPARE(QApplication::activeWindow(), &open.window); // whose keys they are
}

void NotesTest::theyFollowTheClass()
{
    OpenWindow open;
    open.press(Qt::Key_F5);
    NotesWindow *notes = open.window.presenter().notes();
    QVERIFY(notes);
    const Trace &trace = *open.document.record().trace;
    open.press(Qt::Key_PageDown); // reset
    const double r = trace.at(0, Direction::forward)[Part::reset](open.at().step, 0, open.at().unit);
    QVERIFY2(notes->now().contains(inInspector(r)), qPrintable(notes->now()));
    QVERIFY2(notes->next().contains("update"), qPrintable(notes->next()));
    QVERIFY(plainText(notes->inspector().explanation()).contains(inInspector(r)));
    open.press(Qt::Key_End);
    open.press(Qt::Key_PageUp);
    open.press(Qt::Key_PageDown);
    QVERIFY2(notes->next().contains("end"), qPrintable(notes->next()));
}

void NotesTest::theyGoWithThePresentation()
{
    OpenWindow open;
    open.press(Qt::Key_F5);
    const QPointer<NotesWindow> notes = open.window.presenter().notes();
    QVERIFY(notes);
    open.press(Qt::Key_Escape);
    QVERIFY(!notes);
    QVERIFY(!open.window.presenter().notes());
}

int main(int argc, char **argv)
{
    const Screens screens({{1920, 1080}, {1280, 800}});
    QApplication application(argc, argv);
    NotesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "notes_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "core/experiment/files/experiment_text.h"
#include "ui/document/edits/edits.h"
#include "ui/document/learner.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/learn/learn_place.h"
#include "ui/quiz/quiz_place.h"
#include "ui/window/exchange.h"

#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gatescope;

/// What one person's window gives to another's: a line of text, a file with a lesson's place.
class ExchangeTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsCopiedInOneWindowIsPastedIntoAnother();
    void pastingAsksAboutUnsavedWork();
    void pastingIntoAFieldIsForTheField();
    void damagedTextChangesNothingAndSaysWhy();
    void whatIsRefusedLeavesOneWhereOneIs();
    void anEmptyClipboardSaysWhatWasExpected();
    void droppedTextOpens();
    void aTooLargeExperimentLeavesTheClipboardAlone();
    void aFileTakesTheLessonsPlaceAlong();
    void aTextTakesTheLessonsPlaceAlong();
    void anUnknownLessonIsSaid();

private:
    static QString said(OpenWindow &open) { return open.window.findChild<MessageBar *>()->message(); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
};

void ExchangeTest::whatIsCopiedInOneWindowIsPastedIntoAnother()
{
    OpenWindow one;
    const auto changed = withParameter(one.document.experiment(), {"weight_hh_l0", 3, 1}, 2.5);
    QVERIFY(one.document.edit("Change a weight", *changed).ok());
    one.document.waitForRecord();
    PlayheadState there = one.at();
    there.step = 5;
    there.unit = 3;
    one.playhead.moveTo(there);
    one.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(clipboard().startsWith("gatescope:1:"));
    QVERIFY(said(one).contains("Copied as a text of"));

    OpenWindow other;
    other.window.goTo(1); // in Train
    other.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other.window));
    other.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(other.document.experiment().parameters.layers.front().U(3, 1), 2.5);
    QCOMPARE(other.at().step, 5);
    QCOMPARE(other.at().unit, 3);
    QVERIFY(other.window.explore().isVisible());
    QVERIFY(other.document.path().isEmpty());
}

void ExchangeTest::pastingAsksAboutUnsavedWork()
{
    OpenWindow open;
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(*writeExperimentText(*openDemo("latch"), demoNetworks())));
    const auto changed = withParameter(open.document.experiment(), {"weight_hh_l0", 0, 0}, 2.5);
    QVERIFY(open.document.edit("Change a weight", *changed).ok());
    int asked = 0;
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        ++asked;
        dialog.reject();
    });
    open.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(asked, 1);
    QCOMPARE(open.document.experiment().parameters.layers.front().U(0, 0), 2.5);
}

void ExchangeTest::pastingIntoAFieldIsForTheField()
{
    OpenWindow open;
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(*writeExperimentText(*openDemo("latch"), demoNetworks())));
    const auto before = open.document.sharedExperiment();
    auto *field = new QLineEdit(&open.window);
    field->show();
    field->setFocus();
    open.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field->text(), clipboard());
    QCOMPARE(open.document.sharedExperiment(), before);
}

void ExchangeTest::damagedTextChangesNothingAndSaysWhy()
{
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    const std::string text = *writeExperimentText(*openDemo("latch"), demoNetworks());
    QGuiApplication::clipboard()->setText(QString::fromStdString(text.substr(0, text.size() / 2)));
    open.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(said(open).contains("This text is not whole"));
    QCOMPARE(open.document.sharedExperiment(), before);
}

void ExchangeTest::whatIsRefusedLeavesOneWhereOneIs()
{
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    const std::string text = *writeExperimentText(*openDemo("latch"), demoNetworks());
    open.window.learn().openLesson(1, 2);
    for (const QString &pasted : {QString::fromStdString(text.substr(0, text.size() / 2)), QStringLiteral("hello")}) {
        for (const int place : {3, 4}) {
            open.window.goTo(place);
            QGuiApplication::clipboard()->setText(pasted);
            open.press(Qt::Key_V, Qt::ControlModifier);
            QVERIFY(!open.window.explore().isVisible());
            QCOMPARE(open.window.learn().isVisible(), place == 3);
            QCOMPARE(open.window.quiz().isVisible(), place == 4);
            auto *why = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(why);
            QVERIFY2(why->text().contains(pasted == "hello" ? "begins with “gatescope:1:”" : "This text is not whole"),
                     qPrintable(why->text()));
            why->accept();
            QTRY_VERIFY(!QApplication::activeModalWidget());
        }
    }
    QCOMPARE(open.window.learn().lessonPlace()->card, 2);
    QCOMPARE(open.document.sharedExperiment(), before);
}

void ExchangeTest::anEmptyClipboardSaysWhatWasExpected()
{
    OpenWindow open;
    QGuiApplication::clipboard()->clear();
    open.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(said(open).contains("begins with “gatescope:1:”"));
}

void ExchangeTest::droppedTextOpens()
{
    OpenWindow open;
    QMimeData data;
    data.setText("Try this: " + QString::fromStdString(*writeExperimentText(*openDemo("latch"), demoNetworks())));
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &drop);
    QCOMPARE(open.document.experiment().title, openDemo("latch")->title);

    QMimeData words;
    words.setText("Nothing but words");
    QDragEnterEvent passing({100, 100}, Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    passing.ignore();
    QApplication::sendEvent(&open.window, &passing);
    QVERIFY(!passing.isAccepted());
}

void ExchangeTest::aTooLargeExperimentLeavesTheClipboardAlone()
{
    OpenWindow open;
    NetworkSpec spec;
    spec.hiddenSize = 40;
    QVERIFY(open.window.files().show(experimentFor(spec, Experiment(), 4711)));
    QGuiApplication::clipboard()->setText("what was there");
    open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard(), "what was there");
    QVERIFY(said(open).contains("such texts end at 4095: save it as a file"));
}

void ExchangeTest::aFileTakesTheLessonsPlaceAlong()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("there.gatescope");
    QString lesson;
    {
        OpenWindow open;
        open.window.learn().openLesson(2, 3);
        lesson = open.window.learn().title();
        QVERIFY(open.document.save(path, toView(open.at()), open.window.learn().lessonPlace()).ok());
        QVERIFY(open.opens(path));
        QVERIFY(open.window.files().save()); // as the window itself writes it
    }
    OpenWindow another;
    QVERIFY(!another.window.learn().isInLesson());
    QVERIFY(another.opens(path));
    QCOMPARE(another.window.learn().title(), lesson);
    QCOMPARE(another.window.learn().lessonPlace()->card, 3);
    QVERIFY(another.window.learner().progress().lastLesson().empty()); // it says where somebody else was
    QVERIFY2(said(another).contains("card 4 of the lesson “" + lesson), qPrintable(said(another)));
    QVERIFY(!another.document.isModified());

    another.window.learn().showStart();
    QVERIFY(another.window.files().save());
    OpenWindow third;
    QVERIFY(third.opens(path));
    QVERIFY(!third.window.learn().isInLesson());
}

void ExchangeTest::aTextTakesTheLessonsPlaceAlong()
{
    OpenWindow open;
    open.window.learn().openLesson(1, 2);
    open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    open.window.learn().showStart();
    open.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(open.window.learn().isInLesson());
    QCOMPARE(open.window.learn().lessonPlace()->card, 2);
    open.press(Qt::Key_Right); // the stage has the keys, not the lesson
    QCOMPARE(open.window.learn().lessonPlace()->card, 2);
}

void ExchangeTest::anUnknownLessonIsSaid()
{
    OpenWindow open;
    Experiment experiment = *openDemo("latch");
    experiment.lesson = LessonPlace{"of another program", 1};
    QVERIFY(open.window.files().show(experiment));
    QVERIFY(said(open).contains("“of another program”, which this Gatescope does not have"));
    QCOMPARE(open.document.experiment().title, experiment.title);
}

QTEST_MAIN(ExchangeTest)
#include "exchange_test.moc"

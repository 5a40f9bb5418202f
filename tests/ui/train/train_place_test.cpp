// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_train.h"

#include "ui/document/training/training.h"
#include "ui/document/training/training_sample.h"
#include "ui/train/history_bar.h"
#include "ui/train/sample_panel.h"
#include "ui/train/story_dialog.h"
#include "ui/train/story_rows.h"
#include "ui/train/train_place.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace gatescope;

/// The place Train in the real window, by mouse and keys.
class TrainPlaceTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewUserTrainsAddingToSolvedWithTwoKeys();
    void theRunGoesOnWhileOneLooksElsewhere();
    void keysOfExploreDoNothingInTrain();
    void lookingBackMovesToAnEarlierNetworkAndEndComesBack();
    void theTrainedNetworkOpensInExplore();
    void closingAsksWhileARunGoesOn();
    void returnChoosesInAnOpenList();
    void theNetworkBeforeTheFirstUpdateStandsBesideTheNewestByOneKey();
    void whatIsLookedBackAtStandsBesideTheNewest();
    void oneWeightGoesWhereTheNextUpdateIsSaidToBringIt();
    void decayThatIsTakenOffTheWeightIsToldOnce();
    void aLearningRateOf100IsDoubtedBeforeTheStart();
    void spaceInAWordTypedIntoAClosedListStartsNothing();
    void tabGoesThroughTheFormFromTopToBottom();
    void aLengthThatIsBeingSteppedMakesTheTaskOnceAtItsEnd();
    void theWheelChangesNothingOnItsWayOverTheForm();
};

void TrainPlaceTest::aNewUserTrainsAddingToSolvedWithTwoKeys()
{
    OpenWindow open;
    open.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(open.window.train().isVisible());
    open.press(Qt::Key_Space);
    Training &training = open.window.train().training();
    QVERIFY(training.isRunning());
    QVERIFY(comes([&] { return training.solvedAt().has_value(); }));
    QVERIFY(comes([&] { return !training.isRunning(); }));
    training.reset();
}

void TrainPlaceTest::theRunGoesOnWhileOneLooksElsewhere()
{
    OpenTrain open;
    open.training.setPace(50);
    open.press(Qt::Key_Space);
    QVERIFY(comes([&] { return open.training.updates() > 2; }));
    open.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(!open.window.train().isVisible());
    const int before = open.training.updates();
    QVERIFY(comes([&] { return open.training.updates() > before + 5; }));
    open.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(open.training.isRunning());
}

void TrainPlaceTest::keysOfExploreDoNothingInTrain()
{
    OpenTrain open;
    const PlayheadState before = open.at();
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_1, Qt::Key_3, Qt::Key_B, Qt::Key_Home})
        open.press(key);
    QVERIFY(open.at() == before);
    open.press(Qt::Key_Right); // here it is one update
    QVERIFY(comes([&] { return open.training.updates() == 1; }));
    QVERIFY(open.at() == before);
    open.press(Qt::Key_1, Qt::AltModifier);
    open.press(Qt::Key_Right);
    QCOMPARE(open.training.updates(), 1);
    QVERIFY(!(open.at() == before));
}

void TrainPlaceTest::lookingBackMovesToAnEarlierNetworkAndEndComesBack()
{
    OpenTrain open;
    QVERIFY(open.runTo(40));
    HistoryBar &history = open.window.train().history();
    history.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&history, Qt::Key_Home);
    QCOMPARE(history.shown(), 0);
    QTest::keyClick(&history, Qt::Key_Right);
    QCOMPARE(history.shown(), 1);
    QTest::keyClick(&history, Qt::Key_End);
    QCOMPARE(history.shown(), open.training.updates());
}

void TrainPlaceTest::theTrainedNetworkOpensInExplore()
{
    OpenTrain open;
    QVERIFY(open.runTo(20));
    QPushButton *button = nullptr;
    for (QPushButton *each : open.window.train().findChildren<QPushButton *>())
        if (each->text() == "Open in Explore")
            button = each;
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(open.window.explore().isVisible());
    const Experiment &shown = open.document.experiment();
    QVERIFY(QString::fromStdString(shown.title).contains(QString::number(open.training.updates())));
    QVERIFY(shown.parameters == *open.training.session()->newest().parameters);
}

void TrainPlaceTest::closingAsksWhileARunGoesOn()
{
    OpenTrain open;
    open.training.setPace(20);
    open.training.start();
    QTRY_VERIFY(open.training.updates() > 0); // before there is nothing to lose
    bool asked = false;
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        asked = true;
        dialog.reject();
    });
    QVERIFY(!open.window.close());
    QVERIFY(asked);
    QVERIFY(open.training.isRunning());
    open.training.pause();
    asked = false;
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        asked = true;
        dialog.reject();
    });
    QVERIFY(!open.window.close());
    QVERIFY(asked); // it is paused, and no file keeps it
    open.training.setKeptAt(open.training.updates());
    QVERIFY(open.window.close());
}

void TrainPlaceTest::returnChoosesInAnOpenList()
{
    OpenTrain open;
    QComboBox &cell = boxNamed(open.window.train(), QStringLiteral("Cell"));
    cell.showPopup();
    QTest::keyClick(cell.view(), Qt::Key_Down);
    QTest::keyClick(cell.view(), Qt::Key_Return);
    QCOMPARE(cell.currentIndex(), 1);
    QCOMPARE(open.training.planned().plan().network.cell, CellKind(cell.currentData().toInt()));
}

void TrainPlaceTest::theNetworkBeforeTheFirstUpdateStandsBesideTheNewestByOneKey()
{
    OpenTrain open;
    QVERIFY(open.runTo(40));
    TrainPlace &place = open.window.train();
    QVERIFY(!place.before());
    open.window.setFocus();
    open.press(Qt::Key_B);
    QVERIFY(place.showsBefore());
    QVERIFY(comes([&] { return place.before() && place.sample()->update == open.training.updates(); }));
    QCOMPARE(place.before()->update, 0);
    QVERIFY(place.before()->shown->batch.x == place.sample()->shown->batch.x); // the same sequence
    QVERIFY(*place.before()->parameters == *open.training.session()->keptNear(0).parameters);
    const auto *panel = place.findChild<SamplePanel *>();
    QVERIFY2(panel->accessibleDescription().contains(QStringLiteral("Before: Update 0")),
             qPrintable(panel->accessibleDescription()));
    auto *button = place.findChild<QPushButton *>(QStringLiteral("beforeAndAfter"));
    QVERIFY(button->isVisible() && button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!place.showsBefore() && !place.before());
}

void TrainPlaceTest::whatIsLookedBackAtStandsBesideTheNewest()
{
    OpenTrain open;
    QVERIFY(open.runTo(30));
    TrainPlace &place = open.window.train();
    place.showBefore(true);
    place.history().lookAt(12);
    QVERIFY(comes([&] { return place.before() && place.before()->update == 12; }));
    QVERIFY(comes([&] { return place.sample()->update == open.training.updates(); }));
    open.training.reset();
    QVERIFY(comes([&] { return place.before() && place.before()->update == 0; })); // another run: from its beginning
    place.history().lookAt({});
    place.showBefore(false);
    QVERIFY(open.runTo(8));
    place.history().lookAt(3);
    QVERIFY(comes([&] { return place.sample()->update == 3; })); // one network, as it was
}

void TrainPlaceTest::oneWeightGoesWhereTheNextUpdateIsSaidToBringIt()
{
    OpenTrain open;
    StoryDialog &dialog = open.window.train().tellOfOneWeight();
    QCOMPARE(open.training.updates(), 0); // it can be looked at before the first update
    QVERIFY(comes([&] { return dialog.story().has_value(); }));
    QCOMPARE(dialog.story()->update, 1);
    open.training.updateOnce();
    QVERIFY(comes([&] { return dialog.story() && dialog.story()->update == 2; }));
    QVERIFY2(dialog.outcome().contains(QStringLiteral("as was said")), qPrintable(dialog.outcome()));
    QComboBox &tensor = boxNamed(dialog, QStringLiteral("Weight of"));
    tensor.setCurrentText(QStringLiteral("head.bias"));
    emit tensor.activated(tensor.currentIndex());
    QVERIFY(comes([&] { return dialog.story() && dialog.place().tensor == "head.bias"; }));
    dialog.close();
}

void TrainPlaceTest::decayThatIsTakenOffTheWeightIsToldOnce()
{
    OptimizerSettings settings;
    settings.kind = OptimizerKind::adamw;
    settings.weightDecay = 0.1;
    UpdateStory story;
    story.kind = settings.kind;
    story.before = 0.5;
    story.decay = 0.0005;
    story.change = -0.0105;
    story.after = 0.4895;
    const QList<StoryRow> rows = storyRows(story, settings);
    QVERIFY(std::abs(rows[rows.size() - 2].value + 0.01) < 1e-12);
    QCOMPARE(rows.last().numbers, QStringLiteral("0.4995 − 0.01"));
    QCOMPARE(rows.last().value, story.after);
}

void TrainPlaceTest::aLearningRateOf100IsDoubtedBeforeTheStart()
{
    OpenTrain open;
    TrainingPlan plan = open.training.planned().plan();
    QVERIFY(!doubtOf(plan));
    plan.settings.training.optimizer.learningRate = 100;
    open.training.setPlan(plan);
    const auto labels = open.window.train().findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("never settles; 0.005 is usual"));
    }));
}

void TrainPlaceTest::spaceInAWordTypedIntoAClosedListStartsNothing()
{
    OpenTrain open;
    QComboBox &task = boxNamed(open.window.train(), QStringLiteral("Task"));
    task.setFocus(Qt::MouseFocusReason);
    for (const char letter : QByteArray("Next l"))
        QTest::keyClick(&task, letter);
    QCOMPARE(task.currentText(), QStringLiteral("Next letter"));
    QVERIFY(!open.training.isRunning());
    QVERIFY(!QApplication::activePopupWidget());
}

void TrainPlaceTest::tabGoesThroughTheFormFromTopToBottom()
{
    OpenTrain open;
    QWidget *field = &boxNamed(open.window.train(), QStringLiteral("Task"));
    field->setFocus(Qt::TabFocusReason);
    int last = -1, passed = 0;
    while (QWidget *form = field->parentWidget()->parentWidget()) {
        const int place = field->mapTo(form, QPoint(0, 0)).y();
        QVERIFY2(place > last, qPrintable(field->accessibleName()));
        last = place;
        ++passed;
        if (field->accessibleName() == QStringLiteral("Computes on"))
            break;
        QTest::keyClick(field, Qt::Key_Tab);
        field = QApplication::focusWidget();
        QVERIFY(field && form->isAncestorOf(field));
    }
    QVERIFY(passed > 12);
}

void TrainPlaceTest::aLengthThatIsBeingSteppedMakesTheTaskOnceAtItsEnd()
{
    OpenTrain open;
    QSpinBox *length = nullptr;
    for (QSpinBox *box : open.window.train().findChildren<QSpinBox *>())
        if (box->accessibleName() == QLatin1String("Length"))
            length = box;
    QVERIFY(length);
    const int before = length->value();
    QSignalSpy plans(&open.training, &Training::planChanged);
    length->setFocus();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(length, Qt::Key_Up);
    QCOMPARE(length->value(), before + 5);
    QCOMPARE(plans.count(), 0);
    QTRY_COMPARE(open.training.planned().plan().options.length, before + 5);
    QCOMPARE(plans.count(), 1);
    QTest::keyClick(length, Qt::Key_Up);
    QTest::keyClick(length, Qt::Key_Return); // whoever is done need not wait
    QCOMPARE(open.training.planned().plan().options.length, before + 6);
    QTest::keyClick(length, Qt::Key_Up);
    open.training.start(); // nor who starts
    open.training.pause();
    QCOMPARE(open.training.run()->options.length, before + 7);
}

void TrainPlaceTest::theWheelChangesNothingOnItsWayOverTheForm()
{
    OpenTrain open;
    TrainPlace &place = open.window.train();
    const auto turn = [](QWidget &over) {
        const QPointF at = over.rect().center();
        QWheelEvent event(at, over.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&over, &event);
    };
    QComboBox &method = boxNamed(place, "Method");
    QCOMPARE(method.focusPolicy(), Qt::StrongFocus); // nor does the wheel give it the focus
    const int before = method.currentIndex();
    turn(method);
    QCOMPARE(method.currentIndex(), before);
    method.setFocus();
    turn(method);
    QVERIFY(method.currentIndex() != before);
}

int main(int argc, char **argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    TrainPlaceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "train_place_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/document/training.h"
#include "ui/train/history_bar.h"
#include "ui/train/train_place.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

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
    void aTableWithGapsIsLearnedOnceItIsSaidWhatBecomesOfThem();
};

namespace {

bool comes(const std::function<bool()> &holds)
{
    return QTest::qWaitFor(holds, 50'000);
}

QComboBox &boxNamed(QWidget &place, const QString &name)
{
    for (QComboBox *box : place.findChildren<QComboBox *>())
        if (box->accessibleName() == name)
            return *box;
    qFatal("There is no box %s", qPrintable(name));
}

/// The window with the place Train in it, as fast as it can.
struct OpenTrain : OpenWindow {
    Training &training = window.train().training();

    OpenTrain()
    {
        training.setPace(0);
        press(Qt::Key_2, Qt::AltModifier);
    }
    ~OpenTrain() { training.reset(); } // so that nothing asks at the end
    bool runTo(int update)
    {
        training.start();
        const bool came = comes([&] { return training.updates() >= update; });
        training.pause();
        QTest::qWait(100); // for the update that was being made
        return came;
    }
};

} // namespace

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
    bool asked = false;
    whenDialogOpens(&open.window, [&](QDialog &dialog) {
        asked = true;
        dialog.reject();
    });
    QVERIFY(!open.window.close());
    QVERIFY(asked);
    QVERIFY(open.training.isRunning());
    open.training.pause();
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

void TrainPlaceTest::aTableWithGapsIsLearnedOnceItIsSaidWhatBecomesOfThem()
{
    const QTemporaryDir folder;
    QFile table(folder.filePath(QStringLiteral("gaps.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("day,level\n");
    for (int row = 0; row < 200; ++row)
        table.write(
            QStringLiteral("2024-01-01,%1\n").arg(row % 9 == 4 ? QString() : QString::number(row % 7)).toUtf8());
    table.close();
    OpenTrain open;
    TrainingPlan plan = open.training.planned().plan();
    plan.task = "table";
    plan.options = {.file = table.fileName().toStdString()};
    open.training.setPlan(plan);
    QVERIFY(open.training.planned().problem());
    QComboBox &gaps = boxNamed(open.window.train(), QStringLiteral("Empty cells"));
    QVERIFY(gaps.isVisible());
    gaps.setCurrentIndex(1);
    emit gaps.activated(1);
    QVERIFY(!open.training.planned().problem());
    QVERIFY(open.runTo(3));
}

int main(int argc, char **argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    TrainPlaceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "train_place_test.moc"

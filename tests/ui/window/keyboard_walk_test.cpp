// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/compare/compare_place.h"
#include "ui/compare/races.h"
#include "ui/explore/builder/builder_panel.h"
#include "ui/explore/builder/numbers_form.h"
#include "ui/quiz/quiz_place.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/places.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace gatescope;

/// Everything that a person does can be done with the keyboard alone.
class KeyboardWalkTest : public QObject
{
    Q_OBJECT

private slots:
    void opensOnTheFirstLAtItsInputs();
    void goingOnAndBackComesToTheSamePicture();
    void stepsAndEnds();
    void clickerDrivesIt();
    void backwardPassContinuesTowardsTheBeginning();
    void upAndDownFollowTheUnits();
    void keysGoNearerAndFarther();
    void spaceBeginsInComparesPlaceAndInQuizsAsInTrains();
    void theNetworkIsWalkedByStepsAndLayers();
    void buildAnotherNetworkAndTakeItBack();
    void undoInANumberBoxTakesTheEditBack();
    void undoInTheTextFieldTakesTheEditBack();
    void editAWeightAndTakeItBack();
    void saveAndReopen();
    void typingInAFieldMovesNothing();
    void spaceOnAReachedButtonPressesIt();
    void classroomThemeAndKeys();
    void noTwoActionsOfAPlaceShareAKey();
};

void KeyboardWalkTest::opensOnTheFirstLAtItsInputs()
{
    OpenWindow open;
    QCOMPARE(open.at().step, 2);
    QCOMPARE(open.at().part, 0);
    QCOMPARE(open.at().pass, Pass::forward);
    QCOMPARE(QString::fromStdString(stepLabel(open.document.experiment().input, 0, 2)), QStringLiteral("l"));
    QVERIFY(open.window.windowTitle().contains("hello world"));
}

void KeyboardWalkTest::goingOnAndBackComesToTheSamePicture()
{
    OpenWindow open;
    const int parts = int(describe(open.document.experiment().spec.cell).stepParts.size());
    QList<QImage> pictures{open.stage()};
    for (int i = 0; i < parts + 1; ++i) {
        open.press(Qt::Key_Space);
        pictures.append(open.stage());
        QVERIFY(pictures[i] != pictures[i + 1]);
    }
    QCOMPARE(open.at().step, 3);
    QCOMPARE(open.at().part, 1);
    for (int i = parts; i >= 0; --i) {
        open.press(Qt::Key_Left);
        QCOMPARE(open.stage(), pictures[i]);
    }
    QCOMPARE(open.at().step, 2);
}

void KeyboardWalkTest::stepsAndEnds()
{
    OpenWindow open;
    const QImage before = open.stage();
    open.press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(open.at().step, 3);
    open.press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(open.at().step, 2);
    QCOMPARE(open.stage(), before);
    open.press(Qt::Key_End);
    QCOMPARE(open.at().step, 10);
    const PlayheadState end = open.at();
    open.press(Qt::Key_Space);
    QCOMPARE(open.at(), end);
    open.press(Qt::Key_Home);
    QCOMPARE(open.at().step, 0);
    QCOMPARE(open.at().part, 0);
}

void KeyboardWalkTest::clickerDrivesIt()
{
    OpenWindow open;
    open.press(Qt::Key_PageDown);
    QCOMPARE(open.at().part, 1);
    open.press(Qt::Key_PageUp);
    QCOMPARE(open.at().part, 0);
}

void KeyboardWalkTest::backwardPassContinuesTowardsTheBeginning()
{
    OpenWindow open;
    const QImage forward = open.stage();
    open.press(Qt::Key_B);
    QCOMPARE(open.at().pass, Pass::backward);
    QVERIFY(open.stage() != forward);
    open.press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(open.at().step, 1);
    open.press(Qt::Key_Left, Qt::ShiftModifier);
    open.press(Qt::Key_B);
    QCOMPARE(open.at().pass, Pass::forward);
    QCOMPARE(open.stage(), forward);
}

void KeyboardWalkTest::upAndDownFollowTheUnits()
{
    OpenWindow open;
    const int unit = open.at().unit;
    open.press(Qt::Key_Down);
    QCOMPARE(open.at().unit, unit + 1);
    open.press(Qt::Key_Up);
    QCOMPARE(open.at().unit, unit);
    for (int i = 0; i < 20; ++i)
        open.press(Qt::Key_Down);
    QCOMPARE(open.at().unit, 7);
}

void KeyboardWalkTest::spaceBeginsInComparesPlaceAndInQuizsAsInTrains()
{
    OpenWindow open;
    open.press(Qt::Key_3, Qt::AltModifier);
    auto *compare = open.window.findChild<ComparePlace *>();
    for (const int key : {Qt::Key_Space, Qt::Key_Return}) {
        open.press(Qt::Key(key));
        QVERIFY(compare->races().isRunning());
        open.press(Qt::Key(key)); // no slip of a finger ends a race
        QVERIFY(compare->races().isRunning() && !compare->races().isStopping());
        compare->races().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!compare->races().isRunning(), 30000);
    }
    open.press(Qt::Key_5, Qt::AltModifier);
    const QString before = open.window.quiz().words().join(' ');
    open.press(Qt::Key_Space);
    QVERIFY(open.window.quiz().words().join(' ') != before);
}

void KeyboardWalkTest::keysGoNearerAndFarther()
{
    OpenWindow open;
    const QImage cell = open.stage();
    open.press(Qt::Key_Minus);
    QCOMPARE(open.at().level, 0.0);
    const QImage network = open.stage();
    QVERIFY(network != cell);
    QVERIFY(open.window.explore().stage().accessibleDescription().startsWith("The network."));
    open.press(Qt::Key_Minus);
    QCOMPARE(open.stage(), network);
    open.press(Qt::Key_Plus);
    QCOMPARE(open.at().level, 1.0);
    QCOMPARE(open.stage(), cell);
    QVERIFY(open.window.explore().stage().accessibleDescription().startsWith("A cell."));
    open.press(Qt::Key_1);
    QCOMPARE(open.stage(), network);
    open.press(Qt::Key_2);
    QCOMPARE(open.stage(), cell);
}

void KeyboardWalkTest::theNetworkIsWalkedByStepsAndLayers()
{
    OpenWindow open;
    NetworkSpec spec = open.document.experiment().spec;
    spec.layers = 2;
    spec.bidirectional = true;
    open.window.files().show(experimentFor(spec, open.document.experiment(), 3));
    open.document.waitForRecord();
    open.press(Qt::Key_1);
    open.press(Qt::Key_Home);
    open.press(Qt::Key_Space);
    QCOMPARE(open.at().step, 0); // its state, at last
    open.press(Qt::Key_Space);
    QCOMPARE(open.at().step, 1);
    open.press(Qt::Key_Left);
    QCOMPARE(open.at().step, 0);
    const int unit = open.at().unit;
    open.press(Qt::Key_Up);
    QCOMPARE(open.at().layer, 0);
    QCOMPARE(open.at().direction, Direction::backward);
    open.press(Qt::Key_Up);
    QCOMPARE(open.at().layer, 1);
    QCOMPARE(open.at().direction, Direction::forward);
    open.press(Qt::Key_Down);
    QCOMPARE(open.at().layer, 0);
    QCOMPARE(open.at().unit, unit);
    open.press(Qt::Key_2);
    open.press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(open.at().layer, 1);
    open.press(Qt::Key_Down);
    QCOMPARE(open.at().unit, unit + 1);
}

void KeyboardWalkTest::buildAnotherNetworkAndTakeItBack()
{
    OpenWindow open;
    const Experiment before = open.document.experiment();
    open.press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(open.window.explore().isBuilderOpen());
    auto *hidden = open.named<QSpinBox>("Hidden size");
    QVERIFY(hidden && hidden->isVisible());
    hidden->setFocus();
    open.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(hidden, "5");
    open.press(Qt::Key_Return);
    open.document.waitForRecord();
    QCOMPARE(open.document.experiment().spec.hiddenSize, 5);
    QCOMPARE(open.document.record().spec().hiddenSize, 5);
    QVERIFY(open.window.isWindowModified());

    open.window.explore().stage().setFocus();
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(open.document.experiment() == before);
    open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.document.experiment().spec.hiddenSize, 5);
}

void KeyboardWalkTest::undoInANumberBoxTakesTheEditBack()
{
    OpenWindow open;
    const Experiment before = open.document.experiment();
    open.press(Qt::Key_B, Qt::ControlModifier);
    auto *hidden = open.named<QSpinBox>("Hidden size");
    hidden->setFocus();
    open.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(hidden, "16");
    open.press(Qt::Key_Z, Qt::ControlModifier); // not taken yet: only the typing goes
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(open.document.undoStack().count(), 0);

    open.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(hidden, "16");
    open.press(Qt::Key_Return);
    QCOMPARE(open.document.experiment().spec.hiddenSize, 16);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(hidden->value(), 8);
    open.press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(hidden->value(), 16);
}

void KeyboardWalkTest::undoInTheTextFieldTakesTheEditBack()
{
    OpenWindow open;
    const Experiment before = open.document.experiment();
    auto *field = open.named<QLineEdit>("Type your own text");
    field->setFocus();
    open.press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, "low");
    open.press(Qt::Key_Return);
    open.document.waitForRecord();
    QVERIFY(!(open.document.experiment() == before));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    open.document.waitForRecord();
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(field->text(), QStringLiteral("hello world"));
}

void KeyboardWalkTest::editAWeightAndTakeItBack()
{
    OpenWindow open;
    const double before = open.document.experiment().parameters.layers[0].U(0, 0);
    const QImage stage = open.stage();
    open.press(Qt::Key_B, Qt::ControlModifier);
    BuilderPanel &builder = open.window.explore().builder();
    builder.showNumbers();
    builder.numbers().showSource("weight_hh_l0");
    QTableView &table = builder.numbers().table();
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClicks(&table, "3"); // typing begins to edit
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.document.experiment().parameters.layers[0].U(0, 0), 3.0);
    open.document.waitForRecord();

    open.press(Qt::Key_B, Qt::ControlModifier);
    open.window.explore().stage().setFocus();
    QVERIFY(open.stage() != stage);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    open.document.waitForRecord();
    QCOMPARE(open.document.experiment().parameters.layers[0].U(0, 0), before);
    QVERIFY(!open.window.isWindowModified());
}

void KeyboardWalkTest::saveAndReopen()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("mine.gatescope");
    OpenWindow open;
    open.press(Qt::Key_Space);
    open.press(Qt::Key_Down);
    const PlayheadState looked = open.at();
    whenDialogOpens(&open.window, [path](QDialog &dialog) {
        dialog.findChild<QLineEdit *>("fileNameEdit")->setText(path);
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    open.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFile::exists(path));
    QCOMPARE(open.document.path(), path);
    const Experiment saved = open.document.experiment();

    open.press(Qt::Key_End);
    QVERIFY(open.window.files().openDemo("latch"));
    QVERIFY(open.opens(path));
    QCOMPARE(open.document.experiment().parameters, saved.parameters);
    QCOMPARE(open.at(), looked);
    QCOMPARE(open.document.path(), path);
    QVERIFY(!open.window.isWindowModified());
}

void KeyboardWalkTest::typingInAFieldMovesNothing()
{
    OpenWindow open;
    open.press(Qt::Key_B, Qt::ControlModifier);
    auto *hidden = open.named<QSpinBox>("Hidden size");
    hidden->setFocus();
    const PlayheadState before = open.at();
    for (const Qt::Key key :
         {Qt::Key_Space, Qt::Key_B, Qt::Key_P, Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_PageDown})
        open.press(key);
    QCOMPARE(open.at(), before);
    QVERIFY(!open.player.isPlaying());
}

void KeyboardWalkTest::spaceOnAReachedButtonPressesIt()
{
    OpenWindow open;
    const PlayheadState before = open.at();
    auto *build = open.named<QAbstractButton>("Build");
    QVERIFY(build);
    for (int i = 0; i < 60 && QApplication::focusWidget() != build; ++i)
        open.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), build);
    open.press(Qt::Key_Space);
    QVERIFY(open.window.explore().isBuilderOpen());
    QCOMPARE(open.at(), before);
}

void KeyboardWalkTest::classroomThemeAndKeys()
{
    OpenWindow open;
    const QImage usual = open.stage();
    open.press(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(open.window.look().isClassroom());
    QVERIFY(open.stage() != usual);
    open.press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(open.stage(), usual);
    open.press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(open.window.look().theme().name, ThemeName::dark);
    QVERIFY(open.stage() != usual);
    open.press(Qt::Key_F1);
    auto *keys = open.window.findChild<KeysDialog *>();
    QVERIFY(keys && keys->isVisible());
    const QSize needed = keys->sizeHint();
    QVERIFY2(needed.width() <= 1280 && needed.height() <= 760,
             qPrintable(u"%1 × %2"_qs.arg(needed.width()).arg(needed.height())));
    QStringList shown;
    for (const QLabel *label : keys->findChildren<QLabel *>())
        shown.append(label->text());
    for (const QAction *action : open.window.actions())
        QVERIFY2(shown.contains(action->text()), qPrintable(action->text()));
}

void KeyboardWalkTest::noTwoActionsOfAPlaceShareAKey()
{
    OpenWindow open;
    for (int place = 0; place < int(placeTable().size()); ++place) {
        open.window.goTo(place);
        QSet<QString> keys;
        for (const QAction *action : open.window.actions()) {
            QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
            if (!action->isVisible())
                continue; // another place's
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!key.isEmpty() && !keys.contains(key.toString()), qPrintable(action->text()));
                keys.insert(key.toString());
            }
        }
    }
}

int main(int argc, char **argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    KeyboardWalkTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "keyboard_walk_test.moc"

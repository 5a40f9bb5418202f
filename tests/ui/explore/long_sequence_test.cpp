// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_place.h"

#include "ui/explore/controls/step_view.h"
#include "ui/explore/dialogs/stretches_dialog.h"
#include "ui/explore/dialogs/units_dialog.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_overview_bar.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QComboBox>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

/// A network that reads two features of so many steps.
Experiment listening(int hidden, int steps)
{
    Experiment experiment;
    experiment.spec.inputSize = 2;
    experiment.spec.hiddenSize = hidden;
    experiment.parameters = initialParameters(experiment.spec, 4);
    NumberInput numbers;
    Random random(6);
    numbers.features = {"a", "b"};
    numbers.sequences.push_back(Matrix::NullaryExpr(steps, 2, [&random] { return random.uniform(-1, 1); }));
    experiment.input.source = numbers;
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    return experiment;
}

struct Long : Open {
    explicit Long(int steps, int hidden = 5) : Open(listening(hidden, steps)) { }
    explicit Long(Experiment experiment) : Open(std::move(experiment)) { }

    TimelineCanvas &canvas() { return place.timeline().canvas(); }
    TimelineOverviewBar &strip() { return place.timeline().overview(); }
    TimelineGeometry steps() { return *canvas().stepView().steps(); }
    void turnWheel(QWidget &widget, int notches, double x, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF at(x, widget.height() / 2.0);
        for (int i = 0; i < std::abs(notches); ++i) {
            QWheelEvent turn(at, widget.mapToGlobal(at), {}, {0, notches > 0 ? 120 : -120}, Qt::NoButton, modifiers,
                             Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&widget, &turn);
        }
        paint();
    }
};

} // namespace

class LongSequenceTest : public QObject
{
    Q_OBJECT
private slots:
    void theWheelScrollsAndWithCtrlZoomsAndThePlayheadStays()
    {
        Long open(3000);
        open.playhead.moveTo({.step = 40, .part = 2, .unit = 3});
        const PlayheadState before = open.playhead.state();
        const TimelineGeometry first = open.steps();
        QImage picture = open.canvas().grab().toImage();
        const auto isAnother = [&] { return std::exchange(picture, open.canvas().grab().toImage()) != picture; };
        open.turnWheel(open.canvas(), -20, 700);
        QVERIFY(open.steps().firstStep > first.firstStep + 100);
        QCOMPARE(open.steps().stepWidth, first.stepWidth);
        QVERIFY(isAnother());
        const int pointed = *open.steps().stepAt(700);
        open.turnWheel(open.canvas(), 3, 700, Qt::ControlModifier);
        QVERIFY(open.steps().stepWidth > first.stepWidth);
        QVERIFY(std::abs(*open.steps().stepAt(700) - pointed) <= 1);
        QVERIFY(isAnother());
        open.turnWheel(open.canvas(), -60, 700, Qt::ControlModifier);
        QCOMPARE(open.steps().shownSteps, 3000);
        QVERIFY(isAnother());
        QCOMPARE(open.playhead.state(), before);
    }

    void whatIsShownGoesAlongWithThePlayhead()
    {
        Long open(3000);
        StepView &steps = open.canvas().stepView();
        steps.zoomBy(2);
        open.player.stepOn();
        for (int i = 0; i < 300; ++i) {
            open.player.stepOn();
            const int step = open.playhead.state().step;
            QVERIFY(step >= open.steps().firstStep && step < open.steps().endStep());
        }
        QVERIFY(open.steps().firstStep > 0);
        steps.scrollTo(2500); // somebody looks elsewhere
        const int elsewhere = open.steps().firstStep;
        PlayheadState part = open.playhead.state();
        part.part = 3;
        open.playhead.moveTo(part);
        QCOMPARE(open.steps().firstStep, elsewhere);
        open.player.stepOn();
        QVERIFY(open.playhead.state().step < open.steps().endStep());
    }

    void aStripOfAllStepsStandsUnderALongSequenceAlone()
    {
        Long open(8);
        QVERIFY(!open.strip().isVisible());
        QVERIFY(!open.canvas().stepView().isLong());
        Long longer(3000);
        QVERIFY(longer.strip().isVisible());
        const int y = longer.strip().height() / 2;
        QTest::mousePress(&longer.strip(), Qt::LeftButton, {}, {longer.strip().width() / 2, y});
        const int middle = longer.steps().firstStep + longer.steps().shownSteps / 2;
        QVERIFY(std::abs(middle - 1500) < 150);
        QTest::mouseMove(&longer.strip(), {longer.strip().width() - 80, y});
        QVERIFY(longer.steps().endStep() > 2700);
        QTest::mouseMove(&longer.strip(), {longer.strip().width() * 3, y});
        QCOMPARE(longer.steps().endStep(), 3000);
        QTest::mouseRelease(&longer.strip(), Qt::LeftButton, {}, {10, y});
        QCOMPARE(longer.playhead.state().step, 0);
        longer.canvas().stepView().leaveAlone();
        QCOMPARE(longer.steps().firstStep, 0);
    }

    void aShortSequenceCanBeLookedAtCloserAndAllOfItAgain()
    {
        Long open(60);
        StepView &steps = open.canvas().stepView();
        const TimelineGeometry before = open.steps();
        open.turnWheel(open.canvas(), -5, 600); // there is nowhere to go
        QCOMPARE(open.steps(), before);
        steps.zoomBy(3);
        open.paint();
        QVERIFY(open.steps().shownSteps < 60 && open.strip().isVisible());
        steps.showAll();
        open.paint();
        QCOMPARE(open.steps(), before);
        QVERIFY(!steps.window().isGiven() && !open.strip().isVisible());
    }

    void theMiddleButtonPullsWhatIsShown()
    {
        Long open(3000);
        const int first = open.steps().firstStep;
        const double width = open.steps().stepWidth;
        QTest::mousePress(&open.canvas(), Qt::MiddleButton, {}, {900, 60});
        QTest::mouseMove(&open.canvas(), {600, 60});
        QCOMPARE(open.steps().firstStep, first + int(300 / width));
        QTest::mouseRelease(&open.canvas(), Qt::MiddleButton, {}, {600, 60});
        QTest::mouseMove(&open.canvas(), {300, 60});
        QCOMPARE(open.steps().firstStep, first + int(300 / width));
        QCOMPARE(open.playhead.state().step, 0);
    }

    void whatTakesLongIsSummedUpOnceOnTheSide()
    {
        Long open(4000, 130);
        StepView &steps = open.canvas().stepView();
        steps.showAll();
        const Scene scene{open.document.record(), open.playhead.state(), theme(ThemeName::light)};
        QTRY_VERIFY(!steps.viewOf(scene).awaitsSummary);
        const auto summary = steps.viewOf(scene).summary;
        QVERIFY(summary);
        QCOMPARE(summary->subject.steps(), 4000);
        open.paint();
        const QImage all = open.canvas().grab().toImage();
        steps.zoomBy(4);
        open.paint();
        QVERIFY(open.canvas().grab().toImage() != all);
        steps.scrollTo(3000);
        QCOMPARE(steps.viewOf(scene).summary, summary);
        // Of a run that comes later there is another.
        QVERIFY(open.document.edit(u"Another input"_qs, listening(130, 3500)).ok());
        open.document.waitForRecord();
        const Scene later{open.document.record(), open.playhead.state(), theme(ThemeName::light)};
        QTRY_VERIFY(!steps.viewOf(later).awaitsSummary);
        QCOMPARE(steps.viewOf(later).summary->subject.trace, open.document.record().trace);
    }

    void unitsStandInTheOrderThatIsChosen()
    {
        Long few(50, 5);
        QVERIFY(!few.child<QComboBox>("Order of the units")->isVisible());
        Long open(50, 40);
        auto *chooser = open.child<QComboBox>("Order of the units");
        QVERIFY(chooser && chooser->isVisible());
        open.playhead.moveTo({.step = 20});
        const QImage byNumber = open.canvas().grab().toImage();
        const Trace &trace = *open.document.record().trace;
        for (int i = 0; i < chooser->count(); ++i) {
            chooser->setCurrentIndex(i);
            emit chooser->activated(i);
            const UnitOrder order = open.canvas().stepView().order();
            const Scene scene{open.document.record(), open.playhead.state(), theme(ThemeName::light)};
            const TimelineView view = open.canvas().stepView().viewOf(scene);
            QCOMPARE(view.order, unitsInOrder(order, trace, open.playhead.state().moment()));
            QCOMPARE(open.canvas().grab().toImage() == byNumber, i == 0);
        }
        QCOMPARE(open.canvas().stepView().order().step, 20); // the last is by the state at the step
        QVERIFY(chooser->currentText().endsWith(u"step 20"_qs));
        open.playhead.moveTo({.step = 30});
        QCOMPARE(open.canvas().stepView().order().step, 20);
    }

    void unitsThatAreOnHereAndOffThereAreListedAndLedTo()
    {
        Long open(30, 40);
        open.playhead.moveTo({.step = 7});
        open.place.timeline().showUnits();
        UnitsDialog &units = open.place.timeline().units();
        QCOMPARE(units.asked()[0].step, 7);
        const std::array<UnitCondition, 2> wanted{UnitCondition{Part::state, true, 0.01, 7},
                                                  UnitCondition{Part::update, false, 0.5, 12}};
        units.ask(wanted);
        QCOMPARE(units.asked(), wanted);
        const auto expected = unitsWhere(wanted, *open.document.record().trace, open.playhead.state().moment());
        QVERIFY(!expected.empty() && expected.size() < 40);
        auto *list = units.findChild<QListWidget *>();
        QCOMPARE(list->count(), int(expected.size()));
        list->setCurrentRow(list->count() - 1);
        QCOMPARE(open.playhead.state().unit, expected.back());
        QCOMPARE(open.playhead.state().step, 7);
        QVERIFY(list->item(list->count() - 1)->text().startsWith(u"unit %1:"_qs.arg(expected.back())));
        units.close();
    }

    void stretchesInWhichItGoesAlikeAreListedAndLedTo()
    {
        Experiment experiment = listening(8, 400);
        Matrix &numbers = std::get<NumberInput>(experiment.input.source).sequences[0];
        numbers.middleRows(250, 40) = numbers.middleRows(80, 40); // what is read twice is soon the same state
        Long open(std::move(experiment));
        open.playhead.moveTo({.step = 100, .unit = 2});
        open.place.timeline().showStretches();
        StretchesDialog &stretches = open.place.timeline().stretches();
        QTRY_VERIFY(stretches.isAnswered() && !stretches.found().empty());
        QCOMPARE(stretches.found()[0].first, 270);
        QVERIFY(stretches.found()[0].distance < 0.05 && stretches.found()[1].distance > 0.2);
        auto *list = stretches.findChild<QListWidget *>();
        QCOMPARE(list->count(), 20);
        QVERIFY2(list->item(0)->text().startsWith("steps 270 to 279: 0.0"), qPrintable(list->item(0)->text()));
        list->setCurrentRow(0);
        QCOMPARE(open.playhead.state().step, 270);
        QCOMPARE(open.playhead.state().unit, 2);

        QVERIFY(open.document.open(listening(4, 15)).ok());
        QCOMPARE(list->count(), 0); // until there is a run to be asked
        open.document.waitForRecord();
        QTRY_VERIFY(stretches.isAnswered());
        QCOMPARE(list->count(), 0); // 10 of 15 steps have no other beside them
        stretches.findChildren<QSpinBox *>()[1]->setValue(5);
        QTRY_COMPARE(list->count(), 2);
    }

    /// The list stays open, and hidden, over networks that come and go.
    void aShorterRunIsAskedOnlyOfTheStepsThatItHas()
    {
        Long open(300, 40);
        open.place.timeline().showUnits();
        UnitsDialog &units = open.place.timeline().units();
        const std::array<UnitCondition, 2> late{UnitCondition{Part::state, true, -1, 250},
                                                UnitCondition{Part::state, true, -1, 290}};
        units.ask(late);
        auto *list = units.findChild<QListWidget *>();
        QCOMPARE(list->count(), 40);
        units.hide();
        QVERIFY(open.document.open(listening(4, 11)).ok());
        QCOMPARE(list->count(), 0); // until there is a run to be asked
        open.place.timeline().showUnits();
        QVERIFY(!units.isVisible());
        open.document.waitForRecord();
        open.paint();
        for (const UnitCondition &one : units.asked())
            QCOMPARE(one.step, 10);
        QCOMPARE(list->count(), 4);
    }

    void anotherNetworkIsShownFromItsBeginning()
    {
        Long open(3000);
        open.canvas().stepView().scrollTo(2000);
        QVERIFY(open.document.open(listening(4, 2500)).ok());
        open.document.waitForRecord();
        open.paint();
        QVERIFY(!open.canvas().stepView().window().isGiven());
        QCOMPARE(open.steps().firstStep, 0);
    }
};

QTEST_MAIN(LongSequenceTest)
#include "long_sequence_test.moc"

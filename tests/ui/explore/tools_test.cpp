// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_report.h"
#include "tests/ui/explore/open_place.h"
#include "ui/common/numbers.h"
#include "ui/document/edits.h"
#include "ui/document/predictions.h"
#include "ui/document/stops.h"
#include "ui/document/what_if.h"
#include "ui/drawing/timeline_input.h"
#include "ui/explore/beside/second_network.h"
#include "ui/explore/beside/stage_pair.h"
#include "ui/explore/dialogs/itemised_dialog.h"
#include "ui/explore/dialogs/report_dialog.h"
#include "ui/explore/dialogs/stops_dialog.h"
#include "ui/explore/influences.h"
#include "ui/explore/inspector/clipping_view.h"
#include "ui/explore/inspector/explanation.h"
#include "ui/explore/option_button.h"
#include "ui/explore/prediction_bar.h"
#include "ui/explore/remembering.h"
#include "ui/explore/stage_panel.h"
#include "ui/explore/timeline_canvas.h"
#include "ui/explore/timeline_panel.h"
#include "ui/explore/what_if_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

const Otherness &otherness(const char *name)
{
    return *std::ranges::find_if(othernesses(), [&](const Otherness &row) { return std::string(row.name) == name; });
}

} // namespace

/// What one can do in the place beside walking: predict, ask what if, stop, be told what stands out, compare.
class ToolsTest : public QObject
{
    Q_OBJECT
private slots:
    void predictingAsksWithADigitForEachAnswer()
    {
        Open open(spelling({.hiddenSize = 3}));
        auto *bar = open.place.findChild<PredictionBar *>();
        QVERIFY(bar->isHidden());
        open.place.predictions().setOn(true);
        QVERIFY(open.place.settings().predicting && !bar->isHidden());
        open.player.partOn();
        const auto options = bar->findChildren<OptionButton *>();
        QCOMPARE(options.size(), 4);
        QCOMPARE(options[2]->shortcut(), QKeySequence("3"));
        options[2]->click();
        QCOMPARE(open.playhead.state().part, 1);
        QCOMPARE(open.place.predictions().answered(), 1);
        QVERIFY(!options[0]->isEnabled());
    }

    void handsAreTypedInAndShown()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.predictions().setOn(true);
        auto *bar = open.place.findChild<PredictionBar *>();
        bar->setCounting(true);
        open.player.partOn();
        const auto hands = bar->findChildren<QSpinBox *>();
        QCOMPARE(hands.size(), 4);
        for (int i = 0; i < 4; ++i)
            hands[i]->setValue(i + 5);
        open.withText<QPushButton>("Show, hands: 26")->click();
        QCOMPARE(open.place.predictions().answers(), (std::vector<int>{5, 6, 7, 8}));
        QCOMPARE(open.playhead.state().part, 1);
    }

    void aHeldValueShowsTheBarAndLettingGoHidesIt()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        auto *bar = open.place.findChild<WhatIfBar *>();
        QVERIFY(bar->isHidden());
        open.playhead.moveTo({.step = 1, .part = 2});
        open.place.whatIf().holdHere(1);
        open.document.waitForRecord();
        QVERIFY(!bar->isHidden());
        QVERIFY(open.place.timeline().findChild<TimelineCanvas *>());
        open.place.whatIf().letGo();
        open.document.waitForRecord();
        QVERIFY(bar->isHidden());
    }

    void theBarChangesValueAndSteps()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        open.playhead.moveTo({.step = 1, .part = 2});
        open.place.whatIf().holdHere(1);
        open.document.waitForRecord();
        open.child<QDoubleSpinBox>("Held at")->setValue(0.5);
        open.document.waitForRecord();
        open.child<QSpinBox>("Held from step")->setValue(0);
        open.document.waitForRecord();
        const auto &pins = open.document.experiment().pins;
        QCOMPARE(pins.size(), std::size_t(1));
        QCOMPARE(pins[0].value, 0.5);
        QCOMPARE(pins[0].firstStep, 0);
        QCOMPARE(pins[0].lastStep, 1);
    }

    void aDragOnTheStageMovesTheValueUnderIt()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        open.playhead.moveTo({.step = 1, .part = 2, .unit = 1});
        open.paint();
        const double made = *open.place.whatIf().valueAt(open.playhead.state());
        StagePanel &stage = open.place.stage();
        const auto area = std::ranges::find_if(stage.hitAreas(), [](const HitArea &one) {
            return one.says().startsWith("update gate z, unit 1");
        });
        QVERIFY(area != stage.hitAreas().end());
        const QPoint at = area->where.center().toPoint();
        QTest::mousePress(&stage, Qt::LeftButton, {}, at);
        const int up = made > 0.5 ? -30 : 30;
        for (const int y : {up / 2, up}) {
            QMouseEvent move(QEvent::MouseMove, at - QPoint(0, y), stage.mapToGlobal(at - QPoint(0, y)), Qt::NoButton,
                             Qt::LeftButton, {});
            QCoreApplication::sendEvent(&stage, &move);
        }
        QTest::mouseRelease(&stage, Qt::LeftButton, {}, at - QPoint(0, up));
        QCOMPARE(open.document.experiment().pins.size(), std::size_t(1));
        QVERIFY(std::abs(open.document.experiment().pins[0].value - (made + up / 100.0)) < 1e-9);
        open.document.undoStack().undo();
        QVERIFY2(open.document.experiment().pins.empty(), "a drag is one edit");
    }

    void aDragOnAnInputMovesWhatIsRead()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        open.playhead.moveTo({.step = 1, .part = 0, .unit = 1});
        open.paint();
        StagePanel &stage = open.place.stage();
        const auto area = std::ranges::find_if(
            stage.hitAreas(), [](const HitArea &one) { return one.term == Term{u"x"_qs, 1}; });
        QVERIFY(area != stage.hitAreas().end());
        const GivenPlace place{GivenPlace::What::input, 0, 1, 0, 1};
        const double before = givenValue(open.document.experiment(), place);
        const QPoint at = area->where.center().toPoint();
        QTest::mousePress(&stage, Qt::LeftButton, {}, at);
        const QPoint there = at - QPoint(0, 40);
        QMouseEvent move(QEvent::MouseMove, there, stage.mapToGlobal(there), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&stage, &move);
        QTest::mouseRelease(&stage, Qt::LeftButton, {}, there);
        QVERIFY(std::abs(givenValue(open.document.experiment(), place) - (before + 0.4)) < 1e-9);
        QVERIFY(open.document.experiment().pins.empty());
    }

    void theBarNamesWhatIsReadOtherwiseAndLetsItGo()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        open.playhead.moveTo({.step = 1, .part = 0, .unit = 1});
        const GivenPlace place{GivenPlace::What::input, 0, 1, 0, 1};
        const double before = givenValue(open.document.experiment(), place);
        open.place.whatIf().setGiven(place, before + 0.5);
        open.document.waitForRecord();
        const auto *bar = open.place.findChild<WhatIfBar *>();
        QVERIFY(!bar->isHidden());
        const QList<QLabel *> labels = bar->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->text().contains(u"at step 1, not %1 but"_qs.arg(inInspector(before)));
        }));
        auto *value = open.child<QDoubleSpinBox>("Held at");
        value->setValue(2);
        open.document.waitForRecord();
        QCOMPARE(givenValue(open.document.experiment(), place), 2.0);
        open.withText<QPushButton>("Let go")->click();
        open.document.waitForRecord();
        QCOMPARE(givenValue(open.document.experiment(), place), before);
        QVERIFY(bar->isHidden());
    }

    void whatCanBeDraggedShowsItUnderThePointer()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        open.playhead.moveTo({.step = 1, .part = 2, .unit = 1});
        open.paint();
        StagePanel &stage = open.place.stage();
        const auto cursorOver = [&](const QString &words) {
            const auto area = std::ranges::find_if(stage.hitAreas(),
                                                   [&](const HitArea &one) { return one.says().startsWith(words); });
            if (area == stage.hitAreas().end())
                return Qt::BlankCursor;
            const QPointF at = area->where.center();
            QMouseEvent move(QEvent::MouseMove, at, stage.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(&stage, &move);
            return stage.cursor().shape();
        };
        QCOMPARE(cursorOver("update gate z, unit 1"), Qt::SizeVerCursor);
        QCOMPARE(cursorOver("reset gate r, unit 0"), Qt::SizeVerCursor);
        QCOMPARE(cursorOver("the past u, unit 0"), Qt::PointingHandCursor); // it is made of what can be
    }

    void theQuestionWhenSomethingIsForgottenLeadsThere()
    {
        Open open(spelling({.hiddenSize = 3}));
        Remembering &remembering = open.place.remembering();
        open.playhead.moveTo({.step = 2, .part = 0, .level = 1});
        open.withText<QPushButton>("When is “h” forgotten?")->click();
        QTRY_VERIFY(remembering.finding());
        const Record &record = open.document.record();
        const auto expected = forgettingOf(open.document.backend(), *record.experiment, *record.trace, {});
        QVERIFY(expected && expected->loss);
        QCOMPARE(remembering.current()->left, expected->left);
        QCOMPARE(open.playhead.state().step, expected->loss->step);
        QCOMPARE(open.playhead.state().unit, expected->loss->unit);
        QVERIFY(open.place.timeline().answer().contains(u"“h”, read at step 0"_qs));
        auto *ask = open.withText<QPushButton>("When is “h” forgotten?");
        const PlayheadState there = open.playhead.state();
        open.player.setPass(Pass::backward);
        QVERIFY2(open.place.timeline().answer().isEmpty(), "its lane is not there");
        QVERIFY(!ask->isChecked());
        ask->click();
        QCOMPARE(open.playhead.state().pass, Pass::forward);
        QCOMPARE(open.playhead.state().step, there.step);
        QVERIFY(open.place.timeline().answer().contains(u"“h”, read at step 0"_qs) && ask->isChecked());
        open.place.turnMemory();
        QVERIFY(!remembering.isOn() && open.place.timeline().answer().isEmpty());
    }

    void anotherStepCanBeFollowedAndAChangeLeadsNowhere()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.turnMemory();
        auto *which = open.child<QComboBox>("Step that is remembered");
        QTRY_VERIFY(open.place.remembering().finding());
        which->setCurrentIndex(1);
        emit which->activated(1);
        QTRY_VERIFY(open.place.timeline().answer().contains(u"“e”, read at step 1"_qs));
        open.playhead.moveTo({.step = 3, .part = 1, .level = 1});
        const auto changed = withParameter(open.document.experiment(), {"weight_hh_l0", 0, 0}, 3);
        QVERIFY(open.document.edit(QString(), *changed));
        open.document.waitForRecord();
        QTRY_VERIFY(open.place.remembering().finding());
        QCOMPARE(open.playhead.state().step, 3);
    }

    void ofAnotherNetworkNothingIsAskedYet()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.turnMemory();
        QTRY_VERIFY(open.place.remembering().finding());
        QVERIFY(open.document.open(spelling({.hiddenSize = 4})));
        open.document.waitForRecord();
        QVERIFY(!open.place.remembering().isOn());
    }

    void whatIsForgottenIsNotToldWhilePredicting()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.turnMemory();
        open.place.predictions().setOn(true);
        QVERIFY(!open.place.remembering().isOn());
        open.place.turnMemory();
        QVERIFY(!open.place.remembering().isOn());
    }

    void aDragOnAUnitsRowMovesItsWeight()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        open.playhead.moveTo({.step = 1, .part = 2, .unit = 1, .level = 2});
        open.paint();
        StagePanel &stage = open.place.stage();
        int dragged = 0;
        for (const HitArea &area : HitAreas(stage.hitAreas())) {
            if (!area.parameter)
                continue;
            const double before = *open.place.whatIf().numberAt(*area.parameter);
            const QPoint at = area.where.center().toPoint();
            QTest::mousePress(&stage, Qt::LeftButton, {}, at);
            for (const int up : {15, 30}) {
                const QPoint there = at - QPoint(0, up);
                QMouseEvent move(QEvent::MouseMove, there, stage.mapToGlobal(there), Qt::NoButton, Qt::LeftButton, {});
                QCoreApplication::sendEvent(&stage, &move);
            }
            QTest::mouseRelease(&stage, Qt::LeftButton, {}, at - QPoint(0, 30));
            QVERIFY(std::abs(*open.place.whatIf().numberAt(*area.parameter) - (before + 0.3)) < 1e-9);
            open.document.undoStack().undo();
            QVERIFY2(*open.place.whatIf().numberAt(*area.parameter) == before, "a drag is one edit");
            ++dragged;
        }
        QVERIFY2(dragged >= 5, "two inputs, three units of the state");
        QVERIFY(open.document.experiment().pins.empty());
    }

    void aClickHoldsNothing()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        StagePanel &stage = open.place.stage();
        for (const HitArea &area : HitAreas(stage.hitAreas()))
            QTest::mouseClick(&stage, Qt::LeftButton, {}, area.where.center().toPoint());
        QVERIFY(open.document.experiment().pins.empty());
    }

    void theInspectorDoesNotClaimThatAHeldValueWasComputed()
    {
        for (const int part : {1, 2, 3, 4}) {
            Open open(counting({.inputSize = 2, .hiddenSize = 3}));
            open.playhead.moveTo({.step = 1, .part = part});
            open.place.whatIf().holdHere(0.25);
            open.document.waitForRecord();
            const Scene scene{open.document.record(), open.playhead.state(), theme(ThemeName::light)};
            const Explanation explanation = explain(scene);
            const QString words = plainText(explanation);
            QVERIFY2(words.contains("holds it at 0.2500"), qPrintable(words));
            QVERIFY2(!words.contains("= 0.2500"), qPrintable(words));
        }
    }

    void findingsLeadToTheirPlaces()
    {
        Experiment stuck = spelling({.hiddenSize = 3});
        stuck.parameters.layers[0].bIn[3 + 1] = 30; // z of unit 1 keeps for ever
        Open open(stuck);
        open.place.showReport();
        auto *report = open.place.findChild<ReportDialog *>();
        const auto &findings = report->findings();
        QTRY_VERIFY(!findings.empty());
        const auto saturated = std::ranges::find(findings, FindingKind::gateSaturated, &Finding::kind);
        QVERIFY(saturated != findings.end());
        report->findChild<QListWidget *>()->setCurrentRow(static_cast<int>(saturated - findings.begin()));
        QCOMPARE(open.playhead.state().unit, saturated->units.front());
        QCOMPARE(open.playhead.state().part, 2);
        QCOMPARE(open.playhead.state().step, saturated->place.step);
    }

    void findingsFollowTheRecord()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.showReport();
        auto *report = open.place.findChild<ReportDialog *>();
        const auto finds = [&](FindingKind kind) {
            return std::ranges::find(report->findings(), kind, &Finding::kind) != report->findings().end();
        };
        // Before the first look is over: its answer is about a record of the past.
        QVERIFY(open.document.edit("t", *withParameter(open.document.experiment(), {"bias_ih_l0", 3 + 1, 0}, 30)));
        open.document.waitForRecord();
        QTRY_VERIFY(finds(FindingKind::gateSaturated));
        const Record &record = open.document.record();
        auto expected = healthReport(*record.trace, record.gradients.get(), record.experiment->parameters);
        addInOrder(expected, *firstOneRemembered(open.document.backend(), *record.experiment, *record.trace));
        QCOMPARE(report->findings().size(), expected.size());
        QCOMPARE(report->findChild<QListWidget *>()->count(), int(expected.size()));
    }

    void clippingIsShownBeforeAndAfter()
    {
        Open open(spelling({.hiddenSize = 3}));
        auto *clipping = open.place.findChild<ClippingView *>();
        QVERIFY(!clipping->isVisibleTo(&open.place));
        open.playhead.moveTo({.step = 2, .part = 2, .pass = Pass::backward});
        QVERIFY(clipping->isVisibleTo(&open.place));
        const Record &record = open.document.record();
        double squares = 0;
        for (const auto &tensor : views(record.experiment->spec, record.gradients->parameters))
            for (const double number : tensor.values.reshaped())
                squares += number * number;
        QVERIFY(std::abs(clipping->before() - std::sqrt(squares)) < 1e-12);
        auto *limit = open.child<QDoubleSpinBox>("Largest length of the gradient");
        limit->setValue(1000);
        QCOMPARE(clipping->after(), clipping->before());
        limit->setValue(0.0100);
        QVERIFY(clipping->before() > 0.01);
        QVERIFY(std::abs(clipping->after() - 0.01) < 1e-5);
    }

    void theInfluenceOfTheInputFollowsThePlayhead()
    {
        Open open(spelling({.hiddenSize = 3}));
        TimelineCanvas &canvas = open.place.timeline().canvas();
        open.playhead.moveTo({.step = 2, .part = 4});
        const QImage usual = canvas.grab().toImage();
        Influences &influences = open.place.influences();
        open.place.turnInfluences();
        for (const int step : {2, 3}) {
            open.playhead.moveTo({.step = step, .part = 4});
            QVERIFY2(step == 2 || !influences.current(), "what is shown is never of another step");
            QTRY_VERIFY(influences.current());
            const Record &record = open.document.record();
            const OutputPlace place{0, step, mostProbable(*record.trace, step, 0)};
            const auto expected
                = influenceOn(open.document.backend(), record.experiment->parameters, *record.trace, place);
            QVERIFY(expected && influences.current()->contributions == expected->contributions);
            QCOMPARE(influences.current()->output, record.trace->headOutput(step, 0, place.output));
        }
        QTRY_VERIFY(canvas.grab().toImage() != usual);
        open.place.turnInfluences();
        QVERIFY(!influences.current());
        open.playhead.moveTo({.step = 2, .part = 4});
        QCOMPARE(canvas.grab().toImage(), usual);
    }

    void theInfluenceIsNotToldWhilePredicting()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.turnInfluences();
        QVERIFY(open.place.influences().isOn());
        open.place.predictions().setOn(true);
        QVERIFY(!open.place.influences().isOn());
        open.place.turnInfluences();
        QVERIFY(!open.place.influences().isOn());
    }

    void theGradientByItsSourceFollowsTheRecord()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.showItemised();
        auto *dialog = open.place.findChild<ItemisedDialog *>();
        QTRY_VERIFY(dialog->answer() && dialog->answer()->items);
        QCOMPARE(int(dialog->answer()->items->lengths.cols()), open.document.record().trace->length(0));
        QVERIFY(dialog->answer()->items->sources.size() > 1);
        const auto before = dialog->answer()->trace;
        QVERIFY(open.document.edit("t", *withText(open.document.experiment(), 0, "hold")));
        open.document.waitForRecord();
        QTRY_VERIFY(dialog->answer() && dialog->answer()->trace == open.document.record().trace);
        QVERIFY(dialog->answer()->trace != before);
        dialog->grab();
        const HitArea area = dialog->hitAreas().at(1);
        QTest::mouseClick(dialog, Qt::LeftButton, {}, area.where.center().toPoint());
        QCOMPARE(open.playhead.state().step, area.leadsTo.step);
        QVERIFY(open.playhead.state().pass == Pass::backward);
    }

    void breakpointsAreTypedListedAndTakenAway()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.showStops();
        auto *dialog = open.place.findChild<StopsDialog *>();
        auto *text = dialog->findChild<QLineEdit *>();
        auto *list = dialog->findChild<QListWidget *>();
        text->setText("z of unit 7 above 0.9");
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(list->count(), 0);
        QVERIFY2(std::ranges::any_of(dialog->findChildren<QLabel *>(),
                                     [](const QLabel *label) { return label->isVisible() && label->text().contains("unit 7"); }),
                 "the refusal names what is wrong");
        text->setText("letter is l");
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(list->count(), 1);
        open.document.waitForRecord();
        open.place.stops().toNext();
        QCOMPARE(open.playhead.state().step, 2);
        list->setCurrentRow(0);
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text() == "Take away")
                button->click();
        QVERIFY(open.document.experiment().breakpoints.empty());
    }

    void aSecondNetworkReadsTheSameInTheOtherConvention()
    {
        Open open(spelling({.hiddenSize = 3}));
        SecondNetwork &second = open.place.second();
        QVERIFY(second.open(otherness("reset")));
        second.document().waitForRecord();
        open.paint();
        auto *pair = open.place.findChild<StagePair *>();
        QVERIFY(pair->beside().isVisible());
        QVERIFY(second.document().experiment().spec.reset == ResetPlacement::before);
        QVERIFY(second.document().experiment().parameters == open.document.experiment().parameters);
        QVERIFY(!pair->beside().hitAreas().empty());
        QVERIFY(open.document.edit("t", *withText(open.document.experiment(), 0, "hold")));
        second.document().waitForRecord();
        QVERIFY(second.document().experiment().input == open.document.experiment().input);
        second.close();
        QVERIFY(!pair->beside().isVisible());
    }

    void whatMakesNoSenseBesideIsNotOffered()
    {
        const NetworkSpec rnn{.cell = CellKind::rnn};
        QVERIFY(!otherness("reset").spec(rnn) && !otherness("update").spec(rnn) && !otherness("rnn").spec(rnn));
        QVERIFY(otherness("gru").spec(rnn) && otherness("lstm").spec(rnn));
    }

    void anotherFilesNetworkMustReadTheSame()
    {
        Open open(spelling({.hiddenSize = 3}));
        QVERIFY(open.place.second().open(spelling({.hiddenSize = 7}, 9)));
        open.place.second().document().waitForRecord();
        QCOMPARE(open.place.second().document().record().spec().hiddenSize, 7);
        const auto refused = open.place.second().open(counting({.inputSize = 2, .hiddenSize = 3}));
        QVERIFY(!refused);
    }

    void theSecondStageFollowsThePlayhead()
    {
        Open open(spelling({.hiddenSize = 3}));
        QVERIFY(open.place.second().open(otherness("lstm")));
        open.place.second().document().waitForRecord();
        open.paint();
        auto *pair = open.place.findChild<StagePair *>();
        const QImage before = pair->beside().grab().toImage();
        open.player.stepOn();
        open.paint();
        QVERIFY(pair->beside().grab().toImage() != before);
    }
};

QTEST_MAIN(ToolsTest)
#include "tools_test.moc"

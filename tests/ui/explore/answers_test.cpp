// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_report.h"
#include "tests/ui/explore/open_place.h"
#include "ui/common/numbers.h"
#include "ui/document/edits/edits.h"
#include "ui/document/playing/predictions.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/explore/dialogs/itemised_dialog.h"
#include "ui/explore/dialogs/itemised_matrix.h"
#include "ui/explore/dialogs/report_dialog.h"
#include "ui/explore/inspector/clipping_view.h"
#include "ui/explore/timeline/influences.h"
#include "ui/explore/timeline/remembering.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;
using namespace gatescope::testing;

/// What the place works out for whoever asks: what is forgotten, what stands out, what an output hangs on.
class AnswersTest : public QObject
{
    Q_OBJECT
private slots:
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

    void ofTheLastStepItIsSaidThatNothingFollows()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.place.turnMemory();
        auto *which = open.child<QComboBox>("Step that is remembered");
        QTRY_VERIFY(open.place.remembering().finding());
        const int last = which->count() - 1;
        which->setCurrentIndex(last);
        emit which->activated(last);
        QTRY_VERIFY(open.place.timeline().answer().contains(u"nothing can be forgotten after it"_qs));
        QVERIFY(open.place.remembering().isOn() && which->isVisibleTo(&open.place)); // another step may be chosen
        QVERIFY(!open.place.remembering().current());
        which->setCurrentIndex(1);
        emit which->activated(1);
        QTRY_VERIFY(open.place.timeline().answer().contains(u"“e”, read at step 1"_qs));
    }

    void theWordsOverTheFindingsAreNotCut()
    {
        for (const QSize &size : {QSize(1280, 760), QSize(3760, 2080)}) {
            Open open(spelling({.hiddenSize = 3}), size);
            open.place.showReport();
            auto *report = open.place.findChild<ReportDialog *>();
            QTRY_VERIFY(!report->findings().empty());
            auto *words = report->findChild<QLabel *>();
            QVERIFY(words->text().contains(u'▲') || words->text().contains(u"nothing"_qs));
            QTRY_VERIFY2(words->height() >= words->heightForWidth(words->width()),
                         qPrintable(u"%1 of %2"_qs.arg(words->height()).arg(words->heightForWidth(words->width()))));
        }
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
        const HitArea area = dialog->matrix().hitAreas().at(1);
        QTest::mouseClick(&dialog->matrix(), Qt::LeftButton, {}, area.where.center().toPoint());
        QCOMPARE(open.playhead.state().step, area.leadsTo.step);
        QVERIFY(open.playhead.state().pass == Pass::backward);
    }

    void theArrowKeysTellTheItemisedGradientCellByCell()
    {
        Open open(spelling({.hiddenSize = 3}));
        open.playhead.moveTo({.step = 2, .level = 1});
        open.place.showItemised();
        auto *dialog = open.place.findChild<ItemisedDialog *>();
        QTRY_VERIFY(dialog->answer() && dialog->answer()->items);
        ItemisedMatrix &matrix = dialog->matrix();
        QVERIFY(!matrix.chosen());
        QTest::keyClick(&matrix, Qt::Key_Down);
        const ItemisedGradient &items = *dialog->answer()->items;
        QVERIFY2(matrix.chosen() == ItemisedCell(2, 2), "the first key shows where one is");
        for (const auto &[key, cell] : {std::pair{Qt::Key_Left, ItemisedCell{2, 1}},
                                        {Qt::Key_Down, {3, 1}},
                                        {Qt::Key_Up, {2, 1}},
                                        {Qt::Key_Right, {2, 2}},
                                        {Qt::Key_Home, {2, 0}},
                                        {Qt::Key_Left, {2, 0}},
                                        {Qt::Key_PageUp, {0, 0}},
                                        {Qt::Key_Up, {0, 0}},
                                        {Qt::Key_PageDown, {3, 0}}}) {
            QTest::keyClick(&matrix, key);
            QVERIFY(matrix.chosen() == cell);
            QCOMPARE(matrix.accessibleName(), itemisedWords(items, cell));
            QVERIFY(matrix.accessibleName().contains(gradientNumber(items.lengths(cell.row, cell.column), 3)));
        }
        QTest::keyClick(&matrix, Qt::Key_Right);
        QCOMPARE(open.playhead.state().step, 2);
        QTest::keyClick(&matrix, Qt::Key_Return);
        QCOMPARE(open.playhead.state().step, 1);
        QVERIFY(open.playhead.state().pass == Pass::backward);
    }
};

QTEST_MAIN(AnswersTest)
#include "answers_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"
#include "ui/common/numbers.h"
#include "ui/document/playing/predictions.h"
#include "ui/document/playing/stops.h"
#include "ui/document/what_if.h"
#include "ui/explore/bars/prediction_bar.h"
#include "ui/explore/bars/what_if_bar.h"
#include "ui/explore/controls/option_button.h"
#include "ui/explore/dialogs/stops_dialog.h"
#include "ui/explore/inspector/explanation.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QDialog>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;
using namespace gatescope::testing;

/// What one can do in the place beside walking: predict, ask what if, stop.
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

    void inALargeWindowAllWordsAreLarger()
    {
        Open open(spelling({.hiddenSize = 3, .layers = 2, .bidirectional = true}));
        open.place.showItemised();
        open.place.showStops();
        const auto types = [&] {
            std::vector<int> pixels;
            for (const char *kind : {"QComboBox", "QLineEdit", "QLabel", "QListWidget"})
                for (const QWidget *widget : open.place.findChildren<QWidget *>())
                    if (widget->inherits(kind) && widget->isVisibleTo(&open.place))
                        pixels.push_back(widget->fontInfo().pixelSize());
            for (const auto *window : open.place.findChildren<QDialog *>())
                if (window->isVisible()) {
                    pixels.push_back(window->width());
                    pixels.push_back(window->layout()->contentsMargins().left());
                    for (const auto *button : window->findChildren<QPushButton *>())
                        pixels.push_back(button->fontInfo().pixelSize());
                }
            return pixels;
        };
        const std::vector<int> before = types();
        open.place.resize(3764, 2108);
        open.paint();
        const std::vector<int> after = types();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY2(after[i] >= 1.9 * before[i],
                     qPrintable(QStringLiteral("%1: %2, then %3").arg(i).arg(before[i]).arg(after[i])));
        open.place.resize(1844, 1028);
        open.paint();
        const std::vector<int> again = types();
        for (std::size_t i = 0; i < before.size(); ++i) // a window may stay as wide as its words were for a moment
            QVERIFY2(again[i] <= 1.1 * before[i], qPrintable(QString::number(i) + ": " + QString::number(again[i])));
    }

    void aDragOnTheStageMovesTheValueUnderIt()
    {
        Open open(counting({.inputSize = 2, .hiddenSize = 3}));
        open.playhead.moveTo({.step = 1, .part = 2, .unit = 1});
        open.paint();
        const double made = *open.place.whatIf().valueAt(open.playhead.state());
        StagePanel &stage = open.place.stage();
        const auto area = std::ranges::find_if(
            stage.hitAreas(), [](const HitArea &one) { return one.says().startsWith("update gate z, unit 1"); });
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
        const auto area = std::ranges::find_if(stage.hitAreas(), [](const HitArea &one) {
            return one.term == Term{u"x"_qs, 1};
        });
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
        QVERIFY2(std::ranges::any_of(
                     dialog->findChildren<QLabel *>(),
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
};

QTEST_MAIN(ToolsTest)
#include "tools_test.moc"

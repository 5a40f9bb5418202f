// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/backends_dialog.h"
#include "ui/compare/compare_place.h"
#include "ui/compare/network_dialog.h"
#include "ui/compare/race_strip.h"
#include "ui/compare/race_table.h"
#include "ui/compare/races.h"
#include "ui/compare/tick_menu.h"
#include "ui/plots/cell_stroke.h"
#include "ui/plots/race_plot.h"
#include "ui/plots/sweep_plot.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

/// A short race of the strip's networks: with fewer than 20 updates nothing counts as solved.
RacePlan shortPlan(const RaceStrip &strip, int updates)
{
    RacePlan plan = strip.plan();
    plan.options.length = 10;
    plan.updates = updates;
    plan.seeds = 2;
    return plan;
}

RaceRun runOf(std::size_t entry, const std::vector<double> &losses)
{
    RaceRun run;
    run.entry = entry;
    for (std::size_t i = 0; i < losses.size(); ++i)
        run.points.push_back({int(8 * (i + 1)), {losses[i], 0}});
    return run;
}

QPushButton *buttonOf(QWidget &widget)
{
    return widget.findChild<QPushButton *>(QStringLiteral("runRace"));
}

} // namespace

class ComparePlaceTest : public QObject
{
    Q_OBJECT
private slots:
    void runIsPressedByReturnWhenItHasTheFocus()
    {
        ComparePlace place;
        place.show();
        QPushButton *run = buttonOf(place);
        run->setFocus(Qt::TabFocusReason);
        QSignalSpy pressed(run, &QPushButton::clicked);
        QTest::keyClick(run, Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
        place.races().stop();
    }

    /// Nobody has run yet, but how large the networks are is known, and by which losses they will be judged.
    void beforeARaceItShowsWhatWouldBeRaced()
    {
        ComparePlace place;
        place.resize(1200, 700);
        place.show();
        const auto *table = place.findChild<RaceTable *>();
        const auto *chart = place.findChild<RacePlot *>();
        QVERIFY(table->isVisible() && chart->isVisible());
        const auto parametersOf = [&](int row) { return table->table().rows[row][2].toInt(); };
        QCOMPARE(table->table().rows[0][1], QString::number(place.strip().units()));
        for (int row = 1; row < table->table().rows.size(); ++row)
            QVERIFY(std::abs(parametersOf(row) - parametersOf(0)) < parametersOf(0) / 10);
        auto *fair = qobject_cast<QComboBox *>(place.strip().fields().at(3));
        QVERIFY(place.strip().equalParameters());
        fair->setCurrentIndex(1);
        QVERIFY(!place.strip().equalParameters());
        QCOMPARE(table->table().rows[1][1], table->table().rows[0][1]); // units
        QVERIFY(parametersOf(1) != parametersOf(0));

        auto *networks = place.strip().findChild<TickMenu *>();
        for (QAction *tick : networks->actions())
            if (tick->isChecked())
                tick->trigger();
        QVERIFY(!table->isVisible() && !chart->isVisible());
        const auto words = place.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            words, [](const QLabel *each) { return each->text() == "There is no network to race: add one."; }));
    }

    void aRaceIsRunFromTheWindowAndSaysWhatItFound()
    {
        ComparePlace place;
        place.resize(1600, 950);
        place.show();
        QCOMPARE(place.title(), QStringLiteral("GRU, LSTM, RNN"));
        QVERIFY(place.races().begin(shortPlan(place.strip(), 15), true).ok());
        QVERIFY(place.races().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!place.races().isRunning(), 30'000);
        QVERIFY2(place.headline().contains("no network solved it within 15 updates"), qPrintable(place.headline()));
        QCOMPARE(place.races().shown()->runs.size(), std::size_t(10));

        QTemporaryDir folder;
        QVERIFY(place.exportTable(folder.filePath("race.csv")).ok());
        QFile file(folder.filePath("race.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines[0].startsWith("network,units,weights"));
        QVERIFY(lines[1].startsWith("GRU,16,1220,"));
        QVERIFY(!place.exportTable("/nowhere/race.csv").ok());
    }

    /// With the settings that the place comes with.
    void temporalOrderIsWonByTheGruAndByGatesThatStartOpen()
    {
        ComparePlace place;
        place.resize(1600, 950);
        place.show();
        QTest::mouseClick(buttonOf(place.strip()), Qt::LeftButton);
        QVERIFY(place.races().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!place.races().isRunning(), 900'000);
        const RaceShown &shown = *place.races().shown();
        const std::vector<VerdictRow> rows = verdict(shown.plan, shown.runs).rows;
        QCOMPARE(rows.size(), std::size_t(5));
        QCOMPARE(rows[0].solved(), 5); // GRU
        QCOMPARE(rows[1].solved(), 0); // LSTM
        QCOMPARE(rows[2].solved(), 0); // RNN
        QCOMPARE(rows[3].solved(), 5); // GRU, z open at first
        // LSTM, f open at first: of seeds 0 to 31 30 solve it. Seed 4 hangs on rounding: in single precision it falls
        // from one sign of two back to guessing, in double precision it solves the task at update 819.
        QVERIFY(rows[4].solved() >= 4);
        // Alone, or beside the LSTM where that solves all five too.
        QVERIFY2(place.headline().startsWith("On this task, with this learning rate, ")
                     && place.headline().contains("GRU"),
                 qPrintable(place.headline()));
    }

    void aRaceIsStoppedByTheSameButtonAndEarlierOnesStay()
    {
        ComparePlace place;
        place.show();
        QVERIFY(place.races().begin(shortPlan(place.strip(), 15), true).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!place.races().isRunning(), 30'000);
        QVERIFY(place.races().begin(shortPlan(place.strip(), 100'000), false).ok());
        QTest::mouseClick(buttonOf(place.strip()), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!place.races().isRunning(), 30'000);
        QCOMPARE(place.races().all().size(), std::size_t(2));
        place.races().choose(1);
        QCOMPARE(place.races().shown()->plan.updates, 15);
        // What was raced is said beside what was found: the strip may describe another race.
        const auto *raced = place.findChild<QLabel *>(QStringLiteral("raced"));
        QVERIFY(raced->isVisible());
        QCOMPARE(raced->text(), QStringLiteral("Temporal order, 10 steps, 15 updates, learning rate 0.01, 2 seeds"));
        QVERIFY(place.headline().contains("within 15 updates"));
    }

    void aSweepShowsTrainingBesideHeldOutDataSizeBySize()
    {
        ComparePlace place;
        place.show();
        place.strip().chooseSweep(SweepOver::units);
        RacePlan plan = place.strip().plan(); // of a task that holds data out
        QVERIFY(plan.toTheEnd);
        QCOMPARE(plan.task, std::string("table"));
        plan.entries.resize(3);
        plan.seeds = 2;
        plan.updates = 30;
        QVERIFY(place.races().begin(plan, true).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!place.races().isRunning(), 30'000);
        QVERIFY2(place.headline().startsWith("Held-out data are learned best with"), qPrintable(place.headline()));
        const auto *chart = place.findChild<SweepPlot *>();
        QVERIFY(chart->isVisible());
        QCOMPARE(chart->table().rows.size(), 6);
        const PlotTable table
            = place.findChild<RaceTable *>()->table(); // of what sizes learned, not of what they solved
        QCOMPARE(table.headings.last(), QStringLiteral("held-out loss"));
        QCOMPARE(table.rows.size(), 3);
        QVERIFY(table.rows[2].last().toDouble() > 0);
        plan.task = "adding"; // fresh data for every update
        const auto refused = place.races().begin(plan, true);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().english().find("holds data out") != std::string::npos);
    }

    void aNetworkOfOnesOwnIsAddedAndRaced()
    {
        ComparePlace place;
        NetworkDialog dialog(8, &place);
        dialog.findChildren<QSpinBox *>()[1]->setValue(2);
        const RaceEntry own = dialog.entry();
        QCOMPARE(QString::fromStdString(own.name), QStringLiteral("GRU of 2 layers"));
        QCOMPARE(own.spec.layers, 2);
        const std::size_t before = place.strip().plan().entries.size();
        place.strip().addNetwork(own);
        QCOMPARE(place.strip().plan().entries.size(), before + 1);
        QVERIFY(place.strip().plan().entries.back() == own);
    }

    void aNetworkThatCannotBeIsNotAddedAndItsProblemIsReadInFull()
    {
        NetworkDialog dialog(8, nullptr);
        dialog.show();
        const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
        const QPushButton *add = *std::ranges::find(buttons, "Add", &QPushButton::text);
        QVERIFY(add->isEnabled() && add->isDefault());
        dialog.findChildren<QCheckBox *>()[1]->click(); // layer norm
        auto *reset = dialog.findChildren<QComboBox *>()[1];
        reset->setCurrentIndex(1);
        emit reset->activated(1);
        const auto *problem = dialog.findChild<QLabel *>(QStringLiteral("networkProblem"));
        QVERIFY(problem->isVisible() && problem->text().contains("reset"));
        QVERIFY(!add->isEnabled());
        QCoreApplication::processEvents();
        QVERIFY(problem->height() >= problem->heightForWidth(problem->width()));
        reset->setCurrentIndex(0);
        emit reset->activated(0);
        QVERIFY(add->isEnabled() && !problem->isVisible());
    }

    void tabGoesThroughANetworksFieldsFromTopToBottom()
    {
        NetworkDialog dialog(8, nullptr);
        dialog.show();
        QWidget *field = dialog.findChildren<QComboBox *>()[0];
        for (int i = 0; i < 9; ++i) {
            const int above = field->y();
            do
                field = field->nextInFocusChain();
            while (!(field->focusPolicy() & Qt::TabFocus) || field->focusProxy() || field->parentWidget() != &dialog);
            QVERIFY2(field->y() > above, qPrintable(field->metaObject()->className()));
        }
    }

    void backendsStandSideBySideAndWhatIsMissingSaysWhy()
    {
        ComparePlace place;
        BackendMeasurement measurement(*prepared(shortPlan(place.strip(), 15), true), 20);
        BackendsDialog dialog(measurement, &place);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isMeasuring(), 30'000);
        const QStringList lines = dialog.text().split(u'\n');
        QVERIFY(lines[0].startsWith("reference\tdouble precision"));
        QVERIFY(lines[1].startsWith("cpu\tsingle precision"));
        const double difference
            = lines[1].section(u'\t', 3).replace(QStringLiteral("−"), QStringLiteral("-")).toDouble();
        QVERIFY2(difference > 0 && difference < 1e-3, qPrintable(lines[1])); // single precision is not double
        QVERIFY2(lines[2].startsWith("cuda\t"), qPrintable(lines[2]));
    }

    void closingTheBackendsWaitsForNoUpdate()
    {
        ComparePlace place;
        RacePlan plan = shortPlan(place.strip(), 15);
        plan.options.length = 600; // an update of the reference takes seconds
        plan.entries.resize(1);
        plan.entries[0].spec.hiddenSize = 128;
        BackendMeasurement measurement(*prepared(plan, false), 1000);
        auto dialog = std::make_unique<BackendsDialog>(measurement, &place);
        QTest::qWait(300);
        QVERIFY(dialog->isMeasuring());
        dialog.reset();
        QVERIFY(!measurement.outcome().has_value());                          // the update is still being made
        QTRY_VERIFY_WITH_TIMEOUT(measurement.outcome().has_value(), 120'000); // soon, for it was asked to stop
    }

    void picturesOfARaceAreExported()
    {
        ComparePlace place;
        place.show();
        QVERIFY(place.races().begin(shortPlan(place.strip(), 5), true).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!place.races().isRunning(), 30'000);
        QTemporaryDir folder;
        QVERIFY(place.exportPictures(folder.path()).ok());
        QVERIFY(!QImage(folder.filePath("race.png")).isNull());
        QVERIFY(!QImage(folder.filePath("reach.png")).isNull());
        QVERIFY(!place.exportPictures("/nowhere").ok());
    }

    void tickingANetworkLeavesTheMenuOpen()
    {
        ComparePlace place;
        place.show();
        auto *menu = place.findChild<TickMenu *>();
        menu->popup(QPoint(0, 0));
        QAction *last = menu->actions()[7];
        QVERIFY(!last->isChecked());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(last).center());
        QVERIFY(last->isChecked());
        QVERIFY(menu->isVisible());
        menu->setActiveAction(last);
        QTest::keyClick(menu, Qt::Key_Space);
        QVERIFY(!last->isChecked());
        QVERIFY(menu->isVisible());
        menu->close();
    }

    void noFieldIsCutInASmallWindow()
    {
        ComparePlace place;
        place.show();
        for (const int width : {948, 1204, 1844}) {
            place.resize(width, 700);
            QCoreApplication::processEvents();
            RaceStrip &strip = place.strip();
            QWidget *before = nullptr;
            for (QWidget *field : strip.fields()) {
                const QRect at(field->mapTo(&strip, QPoint()), field->size());
                QVERIFY2(strip.rect().contains(at), qPrintable(field->accessibleName()));
                QVERIFY(!before || !QRect(before->mapTo(&strip, QPoint()), before->size()).intersects(at));
                if (const auto *list = qobject_cast<QComboBox *>(field);
                    list && list->minimumWidth() == list->maximumWidth())
                    for (int i = 0; i < list->count(); ++i)
                        QVERIFY2(QFontMetrics(list->font()).horizontalAdvance(list->itemText(i)) < list->width() - 32,
                                 qPrintable(list->itemText(i)));
                before = field;
            }
        }
    }

    /// Tab goes through the form before it comes to the charts.
    void theTabKeyReachesTheFormFirst()
    {
        ComparePlace place;
        place.resize(1600, 950);
        place.show();
        QVERIFY(QTest::qWaitForWindowActive(&place));
        QVERIFY(place.races().begin(shortPlan(place.strip(), 15), true).ok()); // before it there are no charts
        QTRY_VERIFY_WITH_TIMEOUT(!place.races().isRunning(), 30'000);
        place.setFocus(Qt::OtherFocusReason);
        QStringList reached;
        for (int i = 0; i < 13; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            reached += now->accessibleName().isEmpty() ? now->property("text").toString() : now->accessibleName();
        }
        const QStringList expected{"What is run", "Task",  "Length",   "Fair by", "Units", "Rate",
                                   "Updates",     "Seeds", "Networks", "Run",     "Race",  "Gradient reach"};
        QCOMPARE(reached.first(expected.size()), expected);
    }

    /// A digit more or less is no other race; what is written counts when one leaves the field or presses Enter.
    void aLengthThatIsBeingWrittenIsNoLengthYet()
    {
        ComparePlace place;
        place.show();
        QVERIFY(QTest::qWaitForWindowActive(&place));
        QSpinBox *length = nullptr;
        for (QSpinBox *box : place.strip().findChildren<QSpinBox *>())
            if (box->accessibleName() == QLatin1String("Length"))
                length = box;
        QVERIFY(length);
        const int before = place.strip().plan().options.length;
        length->setFocus();
        length->selectAll();
        QTest::keyClicks(length, "120");
        QCOMPARE(place.strip().plan().options.length, before);
        QTest::keyClick(length, Qt::Key_Return);
        QCOMPARE(place.strip().plan().options.length, 120);
    }

    void aRaceThatCannotBeRunSaysWhy()
    {
        ComparePlace place;
        RacePlan empty = place.strip().plan();
        empty.entries.clear();
        QVERIFY(!place.races().begin(empty, true).ok());
        QVERIFY(!place.races().shown());
    }

    void theMedianIsDrawnWhileMoreThanHalfOfTheRunsGoOn()
    {
        const std::vector<RaceRun> runs{runOf(0, {1, 0.5, 0.2}), runOf(0, {4, 0.1}), runOf(0, {2}),
                                        runOf(1, {9, 9, 9})};
        const auto median = RacePlot::medianOf(runs, 0);
        QCOMPARE(median.size(), std::size_t(2));
        QCOMPARE(median[0].loss, 2.0);
        QVERIFY(std::abs(median[1].loss - 0.3) < 1e-12);
        QCOMPARE(median[1].update, 16.0);
    }

    void aRunThatSolvedTheTaskIsNotForgottenInTheMedian()
    {
        std::vector<RaceRun> runs{runOf(0, {1, 0.8, 0.6}), runOf(0, {4, 0.9, 0.7}), runOf(0, {0.1})};
        runs[2].solvedAt = 8;
        const auto median = RacePlot::medianOf(runs, 0);
        QCOMPARE(median.size(), std::size_t(3));
        QVERIFY(std::abs(median[1].loss - 0.8) < 1e-12); // of 0.8, 0.9 and a run that is done
    }

    void noTwoCellsWearTheSameLine()
    {
        for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast}) {
            QList<QList<qreal>> dashes;
            for (const CellDescription &cell : cells()) {
                for (const QPen &pen : {cellStroke(cell.kind, theme(name), 3), paleStroke(cell.kind, theme(name))})
                    QVERIFY(cell.kind == CellKind::gru ? pen.style() == Qt::SolidLine
                                                       : pen.style() == Qt::CustomDashLine);
                for (const int variant : {0, 1, 2}) { // of the same cell, set otherwise
                    const QList<qreal> pattern = cellStroke(cell.kind, theme(name), 3, variant).dashPattern();
                    QVERIFY(!dashes.contains(pattern));
                    dashes += pattern;
                }
                QVERIFY(contrastRatio(cellInk(cell.kind, theme(name)), theme(name).paper) >= 4.5);
            }
        }
    }

    void aRowSaysItsMedianAndRange()
    {
        VerdictRow row;
        row.runs = 5;
        QCOMPARE(medianAndRange(row), QStringLiteral("–"));
        row.solvedAt = {2437};
        QCOMPARE(medianAndRange(row), QStringLiteral("2437 at best"));
        row.solvedAt = {283, 300, 311, 320, 353};
        row.median = 311;
        QCOMPARE(medianAndRange(row), QStringLiteral("311, 283–353"));
        row.solvedAt.pop_back();
        QCOMPARE(medianAndRange(row), QStringLiteral("311, 283–never"));
        row.runs = 1;
        row.solvedAt = {75};
        row.median = 75;
        QCOMPARE(medianAndRange(row), QStringLiteral("75")); // one run has no range
    }
};

QTEST_MAIN(ComparePlaceTest)
#include "compare_place_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/verdict.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

RaceEntry entryOf(const char *name, CellKind cell, int units)
{
    RaceEntry entry;
    entry.name = name;
    entry.spec.cell = cell;
    entry.spec.hiddenSize = units;
    return entry;
}

RacePlan planOf(const char *task, int length, int updates, double learningRate)
{
    RacePlan plan;
    plan.task = task;
    plan.options.length = length;
    plan.updates = updates;
    plan.settings.training.optimizer.learningRate = learningRate;
    plan.settings.training.optimizer.clipping.norm = 1;
    plan.entries
        = {entryOf("GRU", CellKind::gru, 16), entryOf("LSTM", CellKind::lstm, 16), entryOf("RNN", CellKind::rnn, 16)};
    return plan;
}

std::vector<RaceRun> raced(const RacePlan &plan)
{
    const auto race = Race::start(plan).value();
    race->wait();
    return race->runs();
}

} // namespace

class RaceTest : public QObject
{
    Q_OBJECT
private slots:
    void equalParametersGiveTheUnitsThatComeNearest()
    {
        const RacePlan plan = prepared(planOf("temporal-order", 50, 10, 0.01), true).value();
        const std::int64_t wished = parameterCount(plan.entries[0].spec);
        QCOMPARE(plan.entries[0].spec.hiddenSize, 16);
        for (const RaceEntry &entry : plan.entries) {
            NetworkSpec other = entry.spec;
            const auto distance = [&] { return std::abs(parameterCount(other) - wished); };
            const auto own = distance();
            ++other.hiddenSize;
            QVERIFY(own <= distance());
            other.hiddenSize -= 2;
            QVERIFY(own <= distance());
        }
        NetworkSpec tiny;
        QCOMPARE(unitsNearest(tiny, 1), 1);
    }

    void whatCannotBeRacedIsRefused()
    {
        RacePlan plan = planOf("adding", 10, 10, 0.01);
        plan.entries[2].keepsAtFirst = 2;
        const auto refused = prepared(plan, false);
        QVERIFY(!refused.ok() && refused.error().english().starts_with("RNN: "));
        plan.entries.clear();
        QVERIFY(!prepared(plan, false).ok());
        QVERIFY(!prepared(planOf("chess", 0, 10, 0.01), false).ok());
    }

    void theSameSeedsGiveTheSameRaceHoweverManyThreads()
    {
        RacePlan plan = planOf("adding", 10, 40, 0.01);
        plan.seeds = 2;
        plan = prepared(plan, false).value();
        plan.threads = 1;
        const auto one = raced(plan);
        plan.threads = 2;
        const auto two = raced(plan);
        QCOMPARE(one.size(), std::size_t(6));
        for (std::size_t i = 0; i < one.size(); ++i) {
            QVERIFY(one[i].isOver && !one[i].failure);
            QCOMPARE(one[i].updates, 40);
            QVERIFY(one[i].points == two[i].points && one[i].points.size() == 40);
            QVERIFY(one[i].reachBefore == two[i].reachBefore && one[i].reachAfter == two[i].reachAfter);
            QCOMPARE(one[i].reachBefore.size(), std::size_t(11));
        }
        QVERIFY(one[0].points != one[3].points); // another seed
    }

    void aRaceCanBeStopped()
    {
        RacePlan plan = prepared(planOf("adding", 100, 20'000, 1e-6), false).value();
        const auto race = Race::start(plan).value();
        QTRY_VERIFY_WITH_TIMEOUT(race->progress() > 0, 60000);
        race->stop();
        race->wait();
        QVERIFY(race->isOver());
        const Verdict none = verdict(plan, race->runs());
        QCOMPARE(none.rows[0].runs, 0);
    }

    void whoWaitsCanBeAskedToStopIt()
    {
        const auto race = Race::start(prepared(planOf("adding", 20, 100'000'000, 1e-6), false).value()).value();
        std::stop_source stop;
        const std::jthread asking([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            stop.request_stop();
        });
        race->wait(stop.get_token());
        QVERIFY(race->isOver());
        for (const RaceRun &run : race->runs())
            QVERIFY(run.updates < 100'000'000);
    }

    void aCurveHasFewPointsAndEndsWhereTheTaskIsSolved()
    {
        RacePlan plan = planOf("adding", 8, 1500, 0.01);
        plan.entries.resize(1);
        plan.seeds = 1;
        const auto runs = raced(prepared(plan, false).value());
        QVERIFY(runs[0].solvedAt.has_value());
        QVERIFY(runs[0].points.size() <= 251);
        QCOMPARE(runs[0].points.back().update, *runs[0].solvedAt);
        QVERIFY(runs[0].milliseconds > 0);
    }

    void heldOutDataStandOnlyWhereTheyWereMeasuredAndAtTheEnd()
    {
        RacePlan plan = planOf("table", 12, 60, 0.01);
        plan.entries.resize(1);
        plan.seeds = 1;
        plan.toTheEnd = true;
        const auto runs = raced(prepared(plan, false).value());
        QVERIFY(!runs[0].failure);
        std::vector<int> looks;
        for (const RaceRun::Point &point : runs[0].points)
            if (point.heldOut)
                looks.push_back(point.update);
        QVERIFY((looks == std::vector<int>{25, 50, 60}));
        QVERIFY(runs[0].points.back().heldOut->loss != runs[0].points[49].heldOut->loss);
    }

    /// The measured table of the reference: GRU solves temporal order from all five seeds, RNN from none; the LSTM
    /// from none unless its forget gate begins open.
    void onTemporalOrderTheGateThatStartsOpenDecides()
    {
        RacePlan plan = planOf("temporal-order", 50, 2000, 0.01);
        plan.entries.push_back(entryOf("LSTM, forget bias 2", CellKind::lstm, 16));
        plan.entries.back().keepsAtFirst = 2;
        plan = prepared(plan, true).value();
        const Verdict made = verdict(plan, raced(plan));
        for (const VerdictRow &row : made.rows)
            qInfo("%s: %d of %d, median %.0f", row.name.c_str(), row.solved(), row.runs, row.median.value_or(-1));
        qInfo("%s", made.headline.english().c_str());
        for (const Sentence &note : made.notes)
            qInfo("%s", note.english().c_str());
        QCOMPARE(made.rows[0].solved(), 5);
        QVERIFY(made.rows[1].solved() <= 1);
        QCOMPARE(made.rows[2].solved(), 0);
        QVERIFY(made.rows[3].solved() >= 4);
        // Whether the LSTM with an open gate solves it from four seeds or from five hangs on the processor's rounding:
        // the headline is GRU's alone or both's, and the note contradicts it by the one LSTM or by the other.
        const std::string headline = made.headline.english();
        QVERIFY(headline.starts_with("On this task, with this learning rate, "));
        QVERIFY(headline.find("GRU") != std::string::npos);
        QCOMPARE(headline.find("forget bias 2") != std::string::npos, made.rows[3].solved() == 5);
        const std::string_view contradiction
            = made.rows[3].solved() == 5 ? "But LSTM, the same cell" : "But LSTM, forget bias 2";
        QVERIFY(std::ranges::any_of(made.notes,
                                    [&](const Sentence &note) { return note.english().starts_with(contradiction); }));
    }
};

QTEST_GUILESS_MAIN(RaceTest)
#include "race_test.moc"

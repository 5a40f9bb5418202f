// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep.h"
#include "core/training/verdict.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

struct MadeUp {
    const char *name;
    CellKind cell;
    std::vector<int> solvedAt; ///< 0: never
};

Verdict verdictOf(const std::vector<MadeUp> &rows)
{
    RacePlan plan;
    plan.updates = 2000;
    std::vector<RaceRun> runs;
    for (const MadeUp &row : rows) {
        RaceEntry entry;
        entry.name = row.name;
        entry.spec.cell = row.cell;
        entry.spec.hiddenSize = 16;
        for (std::size_t seed = 0; seed < row.solvedAt.size(); ++seed) {
            RaceRun run;
            run.entry = plan.entries.size();
            run.seed = seed;
            run.isOver = true;
            run.milliseconds = 2;
            run.updates = row.solvedAt[seed] ? row.solvedAt[seed] : plan.updates;
            if (row.solvedAt[seed])
                run.solvedAt = row.solvedAt[seed];
            runs.push_back(run);
        }
        plan.entries.push_back(entry);
    }
    return verdict(plan, runs);
}

std::string notesOf(const Verdict &verdict)
{
    std::string notes;
    for (const Sentence &note : verdict.notes)
        notes += note.english() + " ";
    return notes;
}

bool holds(const std::string &text, const char *words)
{
    return text.find(words) != std::string::npos;
}

const MadeUp gru{"GRU", CellKind::gru, {311, 283, 353, 320, 300}};
const MadeUp never{"LSTM", CellKind::lstm, {0, 0, 0, 0, 0}};

} // namespace

class VerdictTest : public QObject
{
    Q_OBJECT
private slots:
    void aRowCountsItsRuns()
    {
        const Verdict made = verdictOf(
            {gru, {"RNN", CellKind::rnn, {0, 2000, 0, 0, 0}}, {"LSTM", CellKind::lstm, {700, 0, 800, 0, 900}}});
        QCOMPARE(made.rows[0].solved(), 5);
        QCOMPARE(*made.rows[0].median, 311.0);
        QCOMPARE(made.rows[0].solvedAt.front(), 283);
        QCOMPARE(made.rows[0].solvedAt.back(), 353);
        QCOMPARE(made.rows[1].solved(), 1);
        QVERIFY(!made.rows[1].median);
        QCOMPARE(*made.rows[2].median, 900.0); // the run in the middle, with those that never solved it at the end
        QCOMPARE(made.rows[2].milliseconds, 2.0);
    }

    void beatIsSaidOnlyWhereTheSlowestWinnerIsFasterThanTheFastestLoser()
    {
        const Verdict apart = verdictOf({gru, {"LSTM", CellKind::lstm, {659, 765, 700, 857, 780}}});
        QVERIFY(holds(apart.headline.english(),
                      "On this task, with this learning rate, GRU solved it in 5 of 5 runs, and its slowest run "
                      "beat the fastest LSTM."));
        const Verdict overlapping = verdictOf({gru, {"LSTM", CellKind::lstm, {352, 765, 700, 857, 780}}});
        QVERIFY(!holds(overlapping.headline.english(), "beat"));
        QVERIFY(holds(notesOf(overlapping), "But the runs of LSTM and GRU overlap"));
        // Of one cell two settings: one is as fast as the winner, all runs of the other are slower.
        const Verdict set = verdictOf({{"RNN", CellKind::rnn, {38, 44, 45, 44, 51}},
                                       {"GRU A", CellKind::gru, {32, 50, 45, 52, 105}},
                                       {"GRU B", CellKind::gru, {75, 79, 82, 84, 91}}});
        QVERIFY(
            holds(notesOf(set),
                  "But the runs of GRU A and RNN overlap, and all those of GRU B, the same cell as GRU A, are slower: "
                  "the setting decided, not the cell."));
        // Who never solved it was not beaten in a race.
        const Verdict alone = verdictOf({gru, never});
        QVERIFY(!holds(alone.headline.english(), "beat"));
        QVERIFY(holds(notesOf(alone), "LSTM 0/5"));
        const Verdict partly = verdictOf({gru, {"LSTM", CellKind::lstm, {659, 765, 0, 857, 780}}});
        QVERIFY(!holds(partly.headline.english(), "beat"));
    }

    void allWhoSolvedItEveryTimeAreNamed()
    {
        const Verdict made = verdictOf({gru,
                                        {"GRU z-bias +2", CellKind::gru, {311, 283, 353, 321, 300}},
                                        {"LSTM", CellKind::lstm, {352, 765, 700, 857, 780}},
                                        {"RNN", CellKind::rnn, {0, 0, 0, 0, 500}}});
        QVERIFY(
            holds(made.headline.english(),
                  "GRU solved it in every run, and so did GRU z-bias +2 and LSTM; the median of GRU is 311 updates."));
        QVERIFY(!holds(made.headline.english(), "RNN"));
    }

    void aSweepSaysWhereHeldOutDataTurnUp()
    {
        RaceEntry network;
        network.name = "GRU";
        RacePlan plan;
        plan.updates = 100;
        plan = sweepPlan(plan, network, SweepOver::units);
        QVERIFY(plan.toTheEnd && plan.entries.size() > 4);
        QVERIFY(sweptBy(plan) == SweepOver::units);
        QVERIFY(sweptBy(sweepPlan(plan, network, SweepOver::layers)) == SweepOver::layers);
        RacePlan race = plan;
        race.toTheEnd = false;
        QVERIFY(!sweptBy(race));

        // Training falls with every size; held-out data are best at the third.
        const std::vector<double> heldOut{0.9, 0.5, 0.3, 0.35, 0.4, 0.5, 0.6};
        std::vector<RaceRun> runs;
        for (std::size_t entry = 0; entry < plan.entries.size(); ++entry) {
            for (const double off : {0.99, 1.0, 1.5}) {
                RaceRun run;
                run.entry = entry;
                run.isOver = true;
                run.updates = plan.updates;
                run.points = {{100, {off / double(entry + 1), 0}, Outcome{off * heldOut[entry], 0}}};
                runs.push_back(run);
            }
        }
        const auto points = sweepPoints(plan, runs, SweepOver::units);
        QCOMPARE(points.size(), plan.entries.size());
        QCOMPARE(points[2].heldOutMedian, 0.3);
        const auto said = sweepVerdict(points, SweepOver::units);
        const auto size = std::to_string(plan.entries[2].spec.hiddenSize);
        QVERIFY(holds(said[0].english(), ("best with " + size + " units").c_str()));
        QVERIFY(holds(said[1].english(), "Overfitting"));
        QVERIFY(holds(said[1].english(), "held-out data becomes 2.0 times as large"));
        QVERIFY(holds(said[2].english(), "Underfitting: with 1 unit the loss of held-out data is 3.0 times that"));
        QVERIFY(holds(said.back().english(), "3 runs of a size are too few to be sure"));
        // A difference of less than 2 % is not taken for one.
        auto close = points;
        close[1].heldOutMedian = 0.304;
        QVERIFY(holds(sweepVerdict(close, SweepOver::units)[1].english(),
                      (std::to_string(close[1].size) + " are enough").c_str()));
        // Where held-out data rise from one size to the next and are best at the last, nothing is said of the rise.
        auto wavy = points;
        wavy.back().heldOutMedian = 0.1;
        const std::string unseen = sweepVerdict(wavy, SweepOver::units)[1].english();
        QVERIFY(unseen.starts_with("Overfitting does not show: held-out data are learned best with the largest size."));
        // What learned less also of the training data has learned nothing by heart.
        auto slow = points;
        slow.back().trainingMedian = 2;
        QVERIFY(holds(sweepVerdict(slow, SweepOver::units)[1].english(), "this is no overfitting"));
        // A run that was stopped says nothing.
        for (RaceRun &run : runs)
            run.updates = 50;
        QVERIFY(sweepPoints(plan, runs, SweepOver::units).empty());
    }

    void theRowThatContradictsTheHeadlineIsNamed()
    {
        const Verdict opened
            = verdictOf({gru, never, {"LSTM, forget bias 2", CellKind::lstm, {311, 297, 350, 400, 410}}});
        QVERIFY(holds(notesOf(opened),
                      "But LSTM, forget bias 2 solved it in 5 of 5, where LSTM solved it in 0 of 5: the setting "
                      "decided, not the cell"));
        const Verdict mostly = verdictOf({gru, never, {"LSTM, forget bias 2", CellKind::lstm, {91, 0, 95, 100, 80}}});
        QVERIFY(holds(notesOf(mostly), "But LSTM, forget bias 2 solved it in 4 of 5, where LSTM solved it in 0 of 5"));
        const Verdict first
            = verdictOf({gru, never, {"LSTM, forget bias 2", CellKind::lstm, {161, 197, 191, 200, 210}}});
        QVERIFY(holds(first.headline.english(), "LSTM, forget bias 2 solved it in 5 of 5 runs"));
        QVERIFY(holds(notesOf(first), "But LSTM, the same cell, solved it in 0 of 5"));
        const Verdict closed = verdictOf({gru, {"GRU, update bias −4", CellKind::gru, {0, 0, 900, 0, 0}}, never});
        QVERIFY(holds(notesOf(closed), "But GRU, update bias −4, the same cell, solved it in 1 of 5"));
        QVERIFY(!holds(notesOf(verdictOf({gru, never})), "But"));
    }

    void whereTheRnnDoesAsWellItIsSaidPlainly()
    {
        QVERIFY(holds(notesOf(verdictOf({gru, {"RNN", CellKind::rnn, {250, 300, 290, 410, 330}}})),
                      "RNN, which has no gates, does as well here"));
        QVERIFY(!holds(notesOf(verdictOf({gru, {"RNN", CellKind::rnn, {1050, 1294, 990, 1410, 1330}}})), "no gates"));
        // One slow run of the GRU does not make the others' slowness undone.
        QVERIFY(!holds(notesOf(verdictOf({{"GRU", CellKind::gru, {100, 101, 102, 103, 520}},
                                          {"RNN", CellKind::rnn, {500, 510, 530, 540, 550}}})),
                       "no gates"));
        const Verdict won = verdictOf({gru, {"RNN", CellKind::rnn, {100, 110, 120, 130, 140}}});
        QVERIFY(
            holds(won.headline.english(), "RNN solved it in 5 of 5 runs, and its slowest run beat the fastest GRU"));
        QVERIFY(holds(notesOf(won), "no proof of what gates are for"));
    }

    void whereNobodySolvesItNobodyWins()
    {
        QVERIFY(holds(verdictOf({{"GRU", CellKind::gru, {0, 0}}, {"LSTM", CellKind::lstm, {0, 0}}}).headline.english(),
                      "no network solved it within 2000 updates"));
        QVERIFY(holds(verdictOf({{"GRU", CellKind::gru, {0, 90}}, {"LSTM", CellKind::lstm, {0, 0}}}).headline.english(),
                      "no network solved it in every run; GRU came furthest with 1 of 2"));
        QVERIFY(holds(verdictOf({{"GRU", CellKind::gru, {}}}).headline.english(), "No run has been made"));
    }

    void runsThatWereStoppedAreNoFailures()
    {
        RacePlan plan;
        plan.entries.resize(1);
        RaceRun stopped;
        stopped.isOver = true;
        stopped.updates = 100;
        QCOMPARE(verdict(plan, {stopped}).rows[0].runs, 0);
    }

    void ofARaceThatIsNotOverNothingIsConcluded()
    {
        RacePlan plan;
        plan.entries.resize(1);
        RaceRun solved, stopped;
        solved.isOver = stopped.isOver = true;
        solved.updates = stopped.updates = 100;
        solved.solvedAt = 100;
        const Verdict made = verdict(plan, {solved, stopped});
        QVERIFY(holds(made.headline.english(), "1 of 2 runs are over"));
        QVERIFY(made.notes.empty());
    }

    void aRunThatFailedHasNotSolvedTheTask()
    {
        RacePlan plan;
        plan.entries.resize(1);
        RaceRun solved, failed;
        solved.isOver = failed.isOver = true;
        solved.updates = failed.updates = 100;
        solved.solvedAt = 100;
        failed.failure = Error{sentence("The loss is not finite.")};
        const VerdictRow row = verdict(plan, {solved, failed}).rows[0];
        QCOMPARE(row.runs, 2);
        QCOMPARE(row.solved(), 1);
    }

    void theRankSumTestIsExact()
    {
        const auto near = [](double a, double b) { return std::abs(a - b) < 1e-12; };
        QVERIFY(near(rankSumP({1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}), 2 / 252.0));
        QVERIFY(near(rankSumP({1, 2, 3}, {4, 5, 6}), 2 / 20.0));
        QVERIFY(near(rankSumP({1, 4}, {2, 3}), 1));
        QVERIFY(near(rankSumP({7, 7, 7}, {7, 7, 7}), 1));
        // Sums of 6, 7, 8 of 20 divisions by ranks 1 … 6, and as many at the other end: 4 / 20 for {1, 2, 4}.
        QVERIFY(near(rankSumP({1, 2, 4}, {3, 5, 6}), 4 / 20.0));
        const double never = std::numeric_limits<double>::infinity();
        QVERIFY(near(rankSumP({1, 2, 3, 4, 5}, {never, never, never, never, never}), 2 / 252.0));
    }

    void fewSeedsSayLittle()
    {
        QVERIFY(holds(notesOf(verdictOf({{"GRU", CellKind::gru, {1, 2, 3}}, {"LSTM", CellKind::lstm, {4, 5, 6}}})),
                      "are too few for a test"));
        QVERIFY(holds(
            notesOf(verdictOf({{"GRU", CellKind::gru, {1, 2, 6, 8, 9}}, {"LSTM", CellKind::lstm, {3, 4, 5, 7, 10}}})),
            "cannot be told apart"));
        QVERIFY(holds(notesOf(verdictOf({gru, never})), "with probability 0.008"));
    }
};

QTEST_GUILESS_MAIN(VerdictTest)
#include "verdict_test.moc"

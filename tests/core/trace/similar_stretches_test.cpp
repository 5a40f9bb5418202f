// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/trace/similar_stretches.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

/// Two sequences of 90 and 100 steps of five units, at random.
struct Run {
    Trace trace;

    Run()
    {
        trace.spec.hiddenSize = 5;
        auto batch = std::make_shared<Batch>();
        batch->x = TimeArray(100, 2, 1);
        batch->lengths = {90, 100};
        trace.batch = batch;
        trace.layers.resize(1);
        trace.layers[0][Part::state] = TimeArray(100, 2, 5);
        Random random(3);
        for (int step = 0; step < 100; ++step)
            for (int sequence = 0; sequence < 2; ++sequence)
                for (int unit = 0; unit < 5; ++unit)
                    state().set(step, sequence, unit, random.uniform(-1, 1));
    }
    TimeArray &state() { return trace.layers[0][Part::state]; }
    void copy(int from, int to, int steps, double more)
    {
        for (int step = 0; step < steps; ++step)
            for (int unit = 0; unit < 5; ++unit)
                state().set(to + step, 0, unit, state()(from + step, 0, unit) + more);
    }
    std::vector<SimilarStretch> like(int step, int length, std::size_t most = 5, int sequence = 0) const
    {
        return similarStretches(trace, {0, Direction::forward, step, sequence}, Part::state, length, most);
    }
};

} // namespace

class SimilarStretchesTest : public QObject
{
    Q_OBJECT
private slots:
    void whatComesAgainIsFoundNearestFirst()
    {
        Run run;
        run.copy(40, 70, 8, 0.05);
        run.copy(40, 11, 8, 0);
        const auto found = run.like(40, 8);
        QCOMPARE(found.size(), std::size_t(5));
        QCOMPARE(found[0].first, 11);
        QCOMPARE(found[0].distance, 0.0);
        QCOMPARE(found[1].first, 70);
        QVERIFY(found[1].distance < 0.1);
        QVERIFY(found[2].distance > 0.5);
    }

    void noTwoShareAStep()
    {
        Run run;
        for (int step = 1; step < 90; ++step) // it hardly moves, so neighbours are alike
            for (int unit = 0; unit < 5; ++unit)
                run.state().set(step, 0, unit,
                                0.95 * run.state()(step - 1, 0, unit) + 0.05 * run.state()(step, 0, unit));
        const auto found = run.like(30, 10, 100);
        QVERIFY(found.size() > 4);
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(std::abs(found[i].first - 30) >= 10);
            QVERIFY(found[i].first >= 0 && found[i].first + 10 <= 90); // of 90 steps, not of 100
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(std::abs(found[i].first - found[j].first) >= 10);
        }
    }

    void stepsPickedAtRandomAreAboutOneApart()
    {
        const Run run;
        double squares = 0;
        for (int step = 0; step < 90; ++step) {
            const auto others = run.like(step, 1, 1000);
            QCOMPARE(others.size(), std::size_t(89));
            for (const SimilarStretch &stretch : others)
                squares += stretch.distance * stretch.distance;
        }
        QVERIFY(std::abs(squares / (90.0 * 90) - 1) < 1e-12); // with the 90 pairs of a step and itself
    }

    void aNetworkThatNeverMovesIsAlikeEverywhere()
    {
        Run run;
        for (int step = 0; step < 90; ++step)
            for (int unit = 0; unit < 5; ++unit)
                run.state().set(step, 0, unit, 0.25);
        for (const SimilarStretch &stretch : run.like(20, 6))
            QCOMPARE(stretch.distance, 0.0);
    }

    void whatTheSequenceDoesNotHaveIsLikeNothing()
    {
        const Run run;
        QVERIFY(run.like(85, 8).empty());
        QVERIFY(!run.like(82, 8).empty());
        QVERIFY(run.like(0, 90).empty()); // there is no other
        QVERIFY(run.like(0, 0).empty());
        QVERIFY(run.like(-1, 4).empty());
        QVERIFY(!run.like(85, 8, 5, 1).empty()); // the other sequence is longer
    }

    void whatIsStoppedAnswersNothing()
    {
        const Run run;
        std::stop_source stop;
        stop.request_stop();
        const Moment where{0, Direction::forward, 40, 0};
        QVERIFY(similarStretches(run.trace, where, Part::state, 8, 5, stop.get_token()).empty());
    }
};

QTEST_GUILESS_MAIN(SimilarStretchesTest)
#include "similar_stretches_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playhead.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace gatescope;

namespace {

/// A trace as far as the playhead looks into it: two layers both ways, sequences of 5, 1 and 3 steps.
Trace traceOf(CellKind cell, bool bidirectional = true)
{
    Trace trace;
    trace.spec.cell = cell;
    trace.spec.hiddenSize = 4;
    trace.spec.layers = 2;
    trace.spec.bidirectional = bidirectional;
    Batch batch = fullLengthBatch(TimeArray(5, 3, 1));
    batch.lengths = {5, 1, 3};
    trace.batch = std::make_shared<const Batch>(batch);
    return trace;
}

int partsOf(const Trace &trace)
{
    return static_cast<int>(describe(trace.spec.cell).stepParts.size());
}

using Move = std::optional<PlayheadState> (*)(const PlayheadState &, const Trace &);

std::vector<PlayheadState> walk(PlayheadState from, const Trace &trace, Move move)
{
    std::vector<PlayheadState> states{from};
    while (const auto next = move(states.back(), trace))
        states.push_back(*next);
    return states;
}

} // namespace

class PlayheadTest : public QObject
{
    Q_OBJECT
private slots:
    void everyWalk_data();
    void goingOnByPartVisitsEveryPartOfEveryStepOnce_data() { everyWalk_data(); }
    void goingOnByPartVisitsEveryPartOfEveryStepOnce();
    void goingBackByPartVisitsTheSameStatesTheOtherWayRound_data() { everyWalk_data(); }
    void goingBackByPartVisitsTheSameStatesTheOtherWayRound();
    void goingByStepKeepsThePart_data() { everyWalk_data(); }
    void goingByStepKeepsThePart();

    void aGruGoesFromTheBlendToTheNextStepsInputs();
    void aLayerThatReadsBackwardsBeginsAtTheLastRealStep();
    void theBackwardPassBeginsWithTheLastPartOfTheLastComputedStep();
    void bothTurnsTogetherTurnTheStepsTwice();
    void aMoveEndsWithThePartDone();
    void indicesOutsideTheTraceAreClamped();
    void whatIsComputedGrowsWithThePart();
    void aViewComesBackAsItWasSaved();
    void thePlayheadSpeaksOnlyWhenItMoved();
};

void PlayheadTest::everyWalk_data()
{
    QTest::addColumn<CellKind>("cell");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<Pass>("pass");
    QTest::addColumn<int>("sequence");
    for (const CellDescription &cell : cells())
        for (const Direction direction : {Direction::forward, Direction::backward})
            for (const Pass pass : {Pass::forward, Pass::backward})
                for (int sequence = 0; sequence < 3; ++sequence)
                    QTest::addRow("%s, %s layer, %s pass, sequence %d", cell.key.data(),
                                  direction == Direction::forward ? "forward" : "backward",
                                  pass == Pass::forward ? "forward" : "backward", sequence)
                        << cell.kind << direction << pass << sequence;
}

#define FETCH_WALK                                                                                                     \
    QFETCH(CellKind, cell);                                                                                            \
    QFETCH(Direction, direction);                                                                                      \
    QFETCH(Pass, pass);                                                                                                \
    QFETCH(int, sequence);                                                                                             \
    const Trace trace = traceOf(cell);                                                                                 \
    const PlayheadState place                                                                                          \
    {                                                                                                                  \
        .sequence = sequence, .layer = 1, .direction = direction, .unit = 2, .pass = pass                              \
    }

void PlayheadTest::goingOnByPartVisitsEveryPartOfEveryStepOnce()
{
    FETCH_WALK;
    const auto states = walk(atStart(place, trace), trace, partOn);
    const int parts = partsOf(trace);
    const int length = trace.length(sequence);
    QCOMPARE(static_cast<int>(states.size()), parts * length);
    QCOMPARE(states.back(), atEnd(place, trace));

    const bool stepsGrow = (direction == Direction::forward) == (pass == Pass::forward);
    for (int i = 0; i < parts * length; ++i) {
        PlayheadState expected = place;
        expected.step = stepsGrow ? i / parts : length - 1 - i / parts;
        expected.part = pass == Pass::forward ? i % parts : parts - 1 - i % parts;
        QCOMPARE(states[static_cast<std::size_t>(i)], expected);
    }
}

void PlayheadTest::goingBackByPartVisitsTheSameStatesTheOtherWayRound()
{
    FETCH_WALK;
    auto there = walk(atStart(place, trace), trace, partOn);
    const auto back = walk(there.back(), trace, partBack);
    std::ranges::reverse(there);
    QCOMPARE(back, there);
}

void PlayheadTest::goingByStepKeepsThePart()
{
    FETCH_WALK;
    PlayheadState start = atStart(place, trace);
    start.part = 1;
    auto there = walk(start, trace, stepOn);
    QCOMPARE(static_cast<int>(there.size()), trace.length(sequence));
    QCOMPARE(there.back().step, atEnd(place, trace).step);
    QVERIFY(std::ranges::all_of(there, [](const PlayheadState &state) { return state.part == 1; }));
    const auto back = walk(there.back(), trace, stepBack);
    std::ranges::reverse(there);
    QCOMPARE(back, there);
}

void PlayheadTest::aGruGoesFromTheBlendToTheNextStepsInputs()
{
    const Trace trace = traceOf(CellKind::gru);
    const auto next = partOn({.step = 1, .part = 4}, trace);
    QVERIFY(next.has_value());
    QCOMPARE(*next, (PlayheadState{.step = 2, .part = 0}));
}

void PlayheadTest::aLayerThatReadsBackwardsBeginsAtTheLastRealStep()
{
    const Trace trace = traceOf(CellKind::gru);
    const PlayheadState start = atStart({.sequence = 2, .direction = Direction::backward}, trace);
    QCOMPARE(start.step, 2);
    QCOMPARE(start.part, 0);
    QVERIFY(!partBack(start, trace));
}

void PlayheadTest::theBackwardPassBeginsWithTheLastPartOfTheLastComputedStep()
{
    const Trace trace = traceOf(CellKind::lstm);
    const PlayheadState start = atStart({.pass = Pass::backward}, trace);
    QCOMPARE(start.step, 4);
    QCOMPARE(start.part, 6);
    const auto next = partOn({.step = 3, .part = 0, .pass = Pass::backward}, trace);
    QCOMPARE(next->step, 2);
    QCOMPARE(next->part, 6);
}

void PlayheadTest::bothTurnsTogetherTurnTheStepsTwice()
{
    const Trace trace = traceOf(CellKind::gru);
    const PlayheadState state{.step = 1, .direction = Direction::backward, .pass = Pass::backward};
    QCOMPARE(stepOn(state, trace)->step, 2);
    QCOMPARE(stepBack(state, trace)->step, 0);
}

void PlayheadTest::aMoveEndsWithThePartDone()
{
    const Trace trace = traceOf(CellKind::gru);
    const PlayheadState midway{.step = 1, .part = 2, .progress = 0.3};
    for (const Move move : {partOn, partBack, stepOn, stepBack})
        QCOMPARE(move(midway, trace)->progress, 1.0);
}

void PlayheadTest::indicesOutsideTheTraceAreClamped()
{
    const Trace trace = traceOf(CellKind::gru, false);
    const PlayheadState low = clamped({-1, -1, -1, -0.5, -1, Direction::backward, -1, Pass::forward}, trace);
    QCOMPARE(low, (PlayheadState{0, 0, 0, 0.0, 0, Direction::forward, 0, Pass::forward}));
    const PlayheadState high = clamped({2, 99, 99, 1.5, 99, Direction::forward, 99, Pass::backward}, trace);
    QCOMPARE(high, (PlayheadState{2, 2, 4, 1.0, 1, Direction::forward, 3, Pass::backward}));
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(clamped({.progress = notANumber}, trace).progress, 0.0);
    QCOMPARE(clamped({.sequence = 1, .step = 4}, trace).step, 0);
}

void PlayheadTest::whatIsComputedGrowsWithThePart()
{
    const PlayheadState forward{.part = 2};
    QVERIFY(isComputed(forward, 0) && isComputed(forward, 2));
    QVERIFY(!isComputed(forward, 3));
    const PlayheadState backward{.part = 2, .pass = Pass::backward};
    QVERIFY(isComputed(backward, 4) && isComputed(backward, 2));
    QVERIFY(!isComputed(backward, 1));
}

void PlayheadTest::aViewComesBackAsItWasSaved()
{
    const ExperimentView view{1, 2, 3, 1, Direction::backward, 5, true};
    QCOMPARE(toView(fromView(view)), view);
}

void PlayheadTest::thePlayheadSpeaksOnlyWhenItMoved()
{
    Playhead playhead;
    QSignalSpy moved(&playhead, &Playhead::moved);
    playhead.moveTo({.step = 1});
    playhead.moveTo({.step = 1});
    QCOMPARE(moved.count(), 1);
    QCOMPARE(playhead.state().step, 1);
}

QTEST_GUILESS_MAIN(PlayheadTest)
#include "playhead_test.moc"

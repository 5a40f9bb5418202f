// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/unit_order.h"

#include <QTest>

using namespace gatescope;

namespace {

/// A run of four units over five steps, of which only what a test writes is not 0.
struct Run {
    Trace trace;

    Run()
    {
        trace.spec.hiddenSize = 4;
        auto batch = std::make_shared<Batch>();
        batch->x = TimeArray(5, 2, 1);
        batch->lengths = {4, 5};
        trace.batch = batch;
        trace.layers.resize(1);
        for (const Part part : {Part::state, Part::update})
            trace.layers[0][part] = TimeArray(5, 2, 4);
    }
    void write(Part part, int step, std::vector<double> units)
    {
        for (int unit = 0; unit < 4; ++unit)
            trace.layers[0][part].set(step, 0, unit, units[std::size_t(unit)]);
    }
};

const Moment first{0, Direction::forward, 0, 0};

} // namespace

class UnitOrderTest : public QObject
{
    Q_OBJECT
private slots:
    void theLongestMemoryComesFirst()
    {
        Run run;
        run.write(Part::update, 0, {0.1, 0.9, 0.5, 0.5});
        run.write(Part::update, 3, {0.1, 0.1, 0.9, 0.5});
        run.write(Part::update, 4, {9, 9, 0, 9}); // past the sequence's end nothing counts
        const UnitOrder order{UnitOrder::By::mean, Part::update};
        QCOMPARE(unitsInOrder(order, run.trace, first), (std::vector{2, 1, 3, 0}));
        QCOMPARE(orderedBy(order, run.trace, first)[2], 1.4 / 4);
    }

    void unitsThatNeverMoveComeLast()
    {
        Run run;
        for (int step = 0; step < 4; ++step)
            run.write(Part::state, step, {0.8, step % 2 ? 0.3 : -0.3, 0.1 * step, 0});
        const UnitOrder order{UnitOrder::By::movement};
        QCOMPARE(unitsInOrder(order, run.trace, first), (std::vector{1, 2, 0, 3}));
        QCOMPARE(orderedBy(order, run.trace, first)[1], 0.6);
    }

    void whatIsLargestAtAStepComesFirst()
    {
        Run run;
        run.write(Part::state, 2, {-1, 0.5, 0.75, 0.5});
        QCOMPARE(unitsInOrder({UnitOrder::By::value, Part::state, 2}, run.trace, first), (std::vector{2, 1, 3, 0}));
        QCOMPARE(unitsInOrder({}, run.trace, first), (std::vector{0, 1, 2, 3}));
    }

    void unitsAreFoundThatAreOnHereAndOffThere()
    {
        Run run;
        run.write(Part::state, 1, {0.9, 0.9, 0.2, 0.6});
        run.write(Part::state, 3, {0.9, 0.0, 0.0, -0.5});
        const UnitCondition on{Part::state, true, 0.5, 1}, off{Part::state, false, 0.1, 3};
        const auto found = [&](std::vector<UnitCondition> wanted) { return unitsWhere(wanted, run.trace, first); };
        QCOMPARE(found({on}), (std::vector{0, 1, 3}));
        QCOMPARE(found({on, off}), (std::vector{1, 3}));
        QCOMPARE(found({on, off, {Part::state, true, -0.2, 3}}), (std::vector{1}));
        QCOMPARE(found({}).size(), std::size_t(4));
        QCOMPARE(found({{Part::update, true, 0, 0}}).size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(UnitOrderTest)
#include "unit_order_test.moc"

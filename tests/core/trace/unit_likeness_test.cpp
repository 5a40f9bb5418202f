// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/unit_likeness.h"

#include "core/base/random.h"
#include "core/trace/unit_order.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace gatescope;

namespace {

const Moment whole{0, Direction::forward, 0, 0};

/// A run whose states a test writes, [step, unit].
Trace runOf(int steps, int units)
{
    Trace trace;
    trace.spec.hiddenSize = units;
    auto batch = std::make_shared<Batch>();
    batch->x = TimeArray(steps, 1, 1);
    batch->lengths = {steps};
    trace.batch = batch;
    trace.layers.resize(1);
    trace.layers[0][Part::state] = TimeArray(steps, 1, units);
    return trace;
}

template<typename State>
Trace runOf(int steps, int units, State state)
{
    Trace trace = runOf(steps, units);
    for (int step = 0; step < steps; ++step)
        for (int unit = 0; unit < units; ++unit)
            trace.layers[0][Part::state].set(step, 0, unit, state(step, unit));
    return trace;
}

std::vector<int> orderOf(const Trace &trace)
{
    return unitsByLikeness(trace, whole).value();
}

double correlation(const Trace &trace, int one, int other)
{
    const int steps = trace.length(0);
    Vector a(steps), b(steps);
    for (int step = 0; step < steps; ++step) {
        a[step] = trace.layers[0][Part::state](step, 0, one);
        b[step] = trace.layers[0][Part::state](step, 0, other);
    }
    a.array() -= a.mean();
    b.array() -= b.mean();
    return a.dot(b) / (a.norm() * b.norm());
}

/// The clusters that average linkage makes, each pair of nearest looked for among all, by the mean of all distances.
std::vector<std::set<int>> clustersOf(const Trace &trace)
{
    std::vector<std::set<int>> open, made;
    for (int unit = 0; unit < trace.spec.hiddenSize; ++unit)
        open.push_back({unit});
    const auto distance = [&](const std::set<int> &one, const std::set<int> &other) {
        double sum = 0;
        for (const int a : one)
            for (const int b : other)
                sum += 1 - correlation(trace, a, b);
        return sum / double(one.size() * other.size());
    };
    while (open.size() > 1) {
        std::pair<std::size_t, std::size_t> nearest{0, 1};
        for (std::size_t i = 0; i < open.size(); ++i)
            for (std::size_t j = i + 1; j < open.size(); ++j)
                if (distance(open[i], open[j]) < distance(open[nearest.first], open[nearest.second]))
                    nearest = {i, j};
        open[nearest.first].merge(open[nearest.second]);
        made.push_back(open[nearest.first]);
        open.erase(open.begin() + std::ptrdiff_t(nearest.second));
    }
    return made;
}

/// How often one goes from one group to another on the way down the order.
int changes(const std::vector<int> &order, int groups)
{
    int changes = 0;
    for (std::size_t i = 1; i < order.size(); ++i)
        changes += order[i] % groups != order[i - 1] % groups;
    return changes;
}

} // namespace

class UnitLikenessTest : public QObject
{
    Q_OBJECT
private slots:
    void unitsThatGoAlikeLieTogether()
    {
        Random random(4);
        const double rhythm[]{0.3, 0.71, 1.9};
        const Trace trace = runOf(200, 24, [&](int step, int unit) {
            const double sign = unit < 12 ? 0.8 : 0.1; // how far it goes does not count
            return sign * std::sin(rhythm[unit % 3] * step) + 0.02 * random.normal();
        });
        const std::vector<int> order = orderOf(trace);
        QCOMPARE(changes(order, 3), 2); // three stretches
        QCOMPARE(unitsInOrder({UnitOrder::By::likeness}, trace, whole), order);
    }

    void eachClusterOfTheTreeIsOneStretch()
    {
        for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
            Random random(seed);
            std::vector<double> last(17, 0);
            const Trace trace = runOf(40, 17, [&](int, int unit) {
                double &state = last[std::size_t(unit)];
                state = 0.6 * state + 0.4 * random.normal() + 0.2 * (unit > 0 ? last[std::size_t(unit) / 2] : 0);
                return std::tanh(state);
            });
            const std::vector<int> order = orderOf(trace);
            for (const std::set<int> &cluster : clustersOf(trace)) {
                const auto isOf = [&](int unit) { return cluster.contains(unit); };
                const auto first = std::ranges::find_if(order, isOf);
                QVERIFY(std::all_of(first, first + std::ptrdiff_t(cluster.size()), isOf));
            }
        }
    }

    void unitsThatNeverMoveComeLast()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        const Trace trace = runOf(30, 7, [](int step, int unit) {
            switch (unit) {
            case 0:
                return 0.999999 + 1e-8 * (step % 2); // saturated
            case 2:
                return 0.0;
            case 4:
                return step == 20 ? nan : 0.1 * step;
            default:
                return std::sin(0.4 * step) * (unit % 3 == 0 ? -1 : 1); // 3 and 6 against 1 and 5
            }
        });
        QCOMPARE(orderOf(trace), (std::vector{1, 5, 3, 6, 0, 2, 4}));
    }

    void unitsThatAreEqualStayInTheOrderOfTheirNumbers()
    {
        const auto alike = [](int step, int) { return std::cos(0.2 * step); };
        QCOMPARE(orderOf(runOf(50, 9, alike)), (std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8}));
        const auto still = [](int, int) { return 0.25; };
        QCOMPARE(orderOf(runOf(50, 3, still)), (std::vector{0, 1, 2}));
        QCOMPARE(orderOf(runOf(1, 3, alike)), (std::vector{0, 1, 2})); // nothing moves in one step
    }

    void oneUnitIsItsOwnOrder()
    {
        QCOMPARE(orderOf(runOf(10, 1, [](int step, int) { return 0.1 * step; })), std::vector{0});
        QCOMPARE(orderOf(runOf(10, 2, [](int step, int unit) { return step % (2 + unit) * 0.1; })),
                 (std::vector{0, 1}));
    }

    void manyUnitsOfALongSequenceAreOrderedInSeconds()
    {
        constexpr int units = 1024, steps = 10000, groups = 16;
        Random random(7);
        std::vector<double> state(groups, 0);
        Trace trace = runOf(steps, units);
        for (int step = 0; step < steps; ++step) {
            for (double &one : state)
                one = 0.9 * one + random.normal();
            for (int unit = 0; unit < units; ++unit)
                trace.layers[0][Part::state].set(step, 0, unit,
                                                 std::tanh(state[std::size_t(unit % groups)] + 0.1 * random.normal()));
        }
        QElapsedTimer timer;
        timer.start();
        const std::vector<int> order = orderOf(trace);
        qInfo("1,024 units over 10,000 steps: %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 60'000); // with sanitizers, on a busy machine
        QCOMPARE(changes(order, groups), groups - 1);
        std::vector<int> sorted = order;
        std::ranges::sort(sorted);
        QVERIFY(std::ranges::adjacent_find(sorted) == sorted.end() && sorted.front() == 0
                && sorted.back() == units - 1);
        QCOMPARE(orderOf(trace), order);
    }

    void aRhythmOfTheInputIsNotKeptInStepWith()
    {
        // Every 20th of 10,240 steps would show both units still, and nothing of what tells them apart.
        const Trace trace = runOf(10240, 3, [](int step, int unit) {
            const double phase = 2 * M_PI * step / 20;
            return unit == 0 ? std::sin(phase) : unit == 1 ? -std::sin(phase) : 0.9 * std::sin(phase);
        });
        QCOMPARE(orderOf(trace), (std::vector{0, 2, 1}));
    }

    void itEndsWhenSomebodyAsks()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!unitsByLikeness(runOf(10, 4, [](int step, int unit) { return std::sin(step * (1.0 + unit)); }), whole,
                                 stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(UnitLikenessTest)
#include "unit_likeness_test.moc"

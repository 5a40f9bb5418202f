// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/step_pyramid.h"

#include "core/base/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace gatescope;

namespace {

TimeArray randomArray(int steps, int batch, int units, TimeArray::Precision precision, Random &random)
{
    TimeArray values(steps, batch, units, precision);
    for (int step = 0; step < steps; ++step)
        for (int sequence = 0; sequence < batch; ++sequence)
            for (int unit = 0; unit < units; ++unit)
                values.set(step, sequence, unit, random.uniform(-2, 2));
    return values;
}

/// What a band's row is over some steps, number by number.
struct ByHand {
    double min = INFINITY;
    double sum = 0;
    double max = -INFINITY;
    double count = 0;

    void add(double value)
    {
        min = std::min(min, value);
        max = std::max(max, value);
        sum += value;
        ++count;
    }
};

bool agree(const Summary &summary, const ByHand &hand)
{
    return summary.min == static_cast<float>(hand.min) && summary.max == static_cast<float>(hand.max)
        && std::abs(summary.mean - hand.sum / hand.count) < 1e-5;
}

} // namespace

class StepPyramidTest : public QObject
{
    Q_OBJECT
private slots:
    void unitsInFrontHaveABandEach()
    {
        for (const int units : {3, 40, 1024}) {
            for (const int ahead : {1, 3}) {
                Bands bands = Bands::inOrder(units, std::min(units, ahead + 7));
                bands.ahead = ahead;
                std::set<std::size_t> sizes;
                for (int band = 0; band < bands.count; ++band) {
                    if (band < ahead)
                        QCOMPARE(bands.of(band).size(), std::size_t(1));
                    else
                        sizes.insert(bands.of(band).size());
                    for (const int unit : bands.of(band))
                        QCOMPARE(bands.at(unit), band);
                }
                QCOMPARE(bands.begin(bands.count), units);
                QVERIFY(sizes.empty() || (*sizes.begin() > 0 && *sizes.rbegin() - *sizes.begin() <= 1));
            }
        }
    }

    void bandsHoldEveryUnitOnceAndDifferByOne()
    {
        for (const int units : {1, 2, 7, 64, 1024}) {
            for (const int count : {1, 2, 5, 33, units}) {
                if (count > units)
                    continue;
                const Bands bands = Bands::inOrder(units, count);
                std::set<int> seen;
                std::set<std::size_t> sizes;
                for (int band = 0; band < count; ++band) {
                    sizes.insert(bands.of(band).size());
                    for (const int unit : bands.of(band)) {
                        QVERIFY(seen.insert(unit).second);
                        QCOMPARE(bands.at(unit), band); // in order a unit's place is its number
                    }
                }
                QCOMPARE(int(seen.size()), units);
                QVERIFY(*sizes.begin() > 0 && *sizes.rbegin() - *sizes.begin() <= 1);
            }
        }
    }

    void everyStretchIsWhatItsNumbersAre_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("single");
        QTest::newRow("one step") << 1 << 3 << 3 << false;
        QTest::newRow("a power of two") << 64 << 5 << 5 << false;
        QTest::newRow("none") << 1000 << 4 << 4 << true;
        QTest::newRow("bands") << 777 << 50 << 7 << false;
        QTest::newRow("bands of floats") << 1023 << 50 << 1 << true;
    }

    void everyStretchIsWhatItsNumbersAre()
    {
        QFETCH(int, steps);
        QFETCH(int, units);
        QFETCH(int, count);
        QFETCH(bool, single);
        Random random(7);
        const auto precision = single ? TimeArray::Precision::f32 : TimeArray::Precision::f64;
        const TimeArray values = randomArray(steps, 2, units, precision, random);
        const TimeArray before = randomArray(steps, 2, units, precision, random);
        Bands bands = Bands::inOrder(units, count);
        std::ranges::reverse(bands.order);
        std::swap(bands.order.front(), bands.order[bands.order.size() / 2]);
        const StepPyramid pyramid = StepPyramid::of(values, 1, steps, bands);
        const StepPyramid change = StepPyramid::of(values, 1, steps, bands, &before);
        QCOMPARE(pyramid.rows(), count);
        for (int i = 0; i < 300; ++i) {
            const int first = random.below(steps);
            const int end = first + 1 + random.below(steps - first);
            const int band = random.below(count);
            ByHand whole, difference;
            for (int step = first; step < end; ++step) {
                for (const int unit : bands.of(band)) {
                    whole.add(values(step, 1, unit));
                    difference.add(values(step, 1, unit) - before(step, 1, unit));
                }
            }
            QVERIFY2(agree(pyramid.over(band, first, end), whole),
                     qPrintable(QStringLiteral("%1…%2").arg(first).arg(end)));
            QVERIFY(agree(change.over(band, first, end), difference));
        }
    }

    void lengthsAreThoseOfTheVectors()
    {
        Random random(3);
        const TimeArray values = randomArray(100, 1, 6, TimeArray::Precision::f64, random);
        const StepPyramid lengths = StepPyramid::ofLengths(values, 0, 90);
        QCOMPARE(lengths.steps(), 90);
        for (int step = 0; step < 90; ++step)
            QCOMPARE(lengths.over(0, step, step + 1).mean, static_cast<float>(values.at(step, 0).norm()));
        double largest = 0;
        for (int step = 13; step < 71; ++step)
            largest = std::max(largest, values.at(step, 0).norm());
        QCOMPARE(lengths.over(0, 13, 71).max, static_cast<float>(largest));
    }

    void takesTwiceWhatItsStepsTake()
    {
        const TimeArray values(10000, 1, 64);
        const StepPyramid pyramid = StepPyramid::of(values, 0, 10000, Bands::inOrder(64, 32));
        QVERIFY(pyramid.bytes() <= std::size_t(2 * 12 * 32 * 10000));
    }
};

QTEST_GUILESS_MAIN(StepPyramidTest)
#include "step_pyramid_test.moc"

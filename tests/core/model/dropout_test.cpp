// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batch.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace gatescope;

namespace {

const NetworkSpec spec{CellKind::gru, 5, 4, 3, true};

std::string errorOf(const DropoutMasks &masks)
{
    Batch batch = fullLengthBatch(TimeArray(7, 2, 5));
    batch.dropout = masks;
    const auto checked = check(spec, batch);
    return checked ? "no error" : checked.error().english();
}

/// The share of zeros; every other number must be 1/(1 − p).
double dropped(const Matrix &mask, double p)
{
    double zeros = 0;
    for (const double value : mask.reshaped()) {
        zeros += value == 0 ? 1 : 0;
        if (value != 0 && value != 1 / (1 - p))
            return -1;
    }
    return zeros / double(mask.size());
}

} // namespace

class DropoutTest : public QObject
{
    Q_OBJECT

private slots:
    void ratesAreInZeroToOne()
    {
        QVERIFY(check(DropoutSettings{}).ok());
        QVERIFY(check(DropoutSettings{0.5, 0.25, 0.99}).ok());
        QCOMPARE(
            check(DropoutSettings{0, 1, 0}).error().english(),
            std::string("dropout of the input should be a number in range [0, 1) representing the probability of an "
                        "element being zeroed, not 1.000000."));
        QVERIFY(!check(DropoutSettings{-0.1, 0, 0}).ok());
        QVERIFY(!check(DropoutSettings{0, 0, std::numeric_limits<double>::quiet_NaN()}).ok());
    }

    void masksDropTheirShareAndKeepTheMean()
    {
        const NetworkSpec wide{CellKind::gru, 50, 60, 2};
        const DropoutMasks masks = drawMasks(wide, {0.3, 0.2, 0.6}, 20, 10, 1);
        Matrix between(200, 60);
        for (int t = 0; t < 20; ++t)
            between.middleRows(10 * t, 10) = masks.betweenLayers[0].step(t);
        QVERIFY(std::abs(dropped(between, 0.3) - 0.3) < 0.02);
        QVERIFY(std::abs(dropped(masks.input[1], 0.2) - 0.2) < 0.05);
        QVERIFY(std::abs(dropped(masks.recurrent[0], 0.6) - 0.6) < 0.05);
        QVERIFY(std::abs(between.mean() - 1) < 0.02);
    }

    void betweenLayersEveryStepIsDrawnAnew()
    {
        const DropoutMasks masks = drawMasks(spec, {0.5, 0, 0}, 7, 2, 1);
        QCOMPARE(masks.betweenLayers.size(), std::size_t(2)); // after every layer but the last
        QVERIFY(masks.betweenLayers[0].step(0) != masks.betweenLayers[0].step(1));
        QVERIFY(masks.input.empty() && masks.recurrent.empty());
    }

    void gatesAndSequencesHaveTheirOwnMasks()
    {
        const DropoutMasks masks = drawMasks({CellKind::gru, 3, 20}, {0, 0, 0.5}, 7, 2, 1);
        const Matrix &mask = masks.recurrent[0];
        QVERIFY(mask.leftCols(20) != mask.middleCols(20, 20) && mask.middleCols(20, 20) != mask.rightCols(20));
        QVERIFY(mask.row(0) != mask.row(1));
    }

    void theSameSeedDrawsTheSame()
    {
        const DropoutSettings settings{0.5, 0.5, 0.5};
        QVERIFY(drawMasks(spec, settings, 7, 2, 1) == drawMasks(spec, settings, 7, 2, 1));
        QVERIFY(!(drawMasks(spec, settings, 7, 2, 1) == drawMasks(spec, settings, 7, 2, 2)));
        QVERIFY(drawMasks(spec, {}, 7, 2, 1).empty());
    }

    void masksOfOtherShapesAreRefused()
    {
        const DropoutMasks good = drawMasks(spec, {0.5, 0.5, 0.5}, 7, 2, 1);
        QCOMPARE(errorOf(good), std::string("no error"));
        DropoutMasks masks = good;
        masks.betweenLayers.pop_back();
        QVERIFY(errorOf(masks).starts_with("There are 1 masks between layers, expected 2"));
        masks = good;
        masks.input[2].resize(2, 5); // layer 1 reads both directions
        QCOMPARE(errorOf(masks), std::string("Mask 2 for the input has shape [2, 5], expected [2, 8]."));
        masks = drawMasks(spec, {0, 0, 0.5}, 7, 3, 1);
        QVERIFY(errorOf(masks).starts_with("Mask 0 for the state has shape [3, 12], expected [2, 12]"));
        masks = drawMasks(spec, {0.5, 0, 0}, 6, 2, 1);
        QVERIFY(
            errorOf(masks).starts_with("A mask between layers is not 7 steps of 2 sequences with 8 finite numbers"));
    }
};

QTEST_GUILESS_MAIN(DropoutTest)
#include "dropout_test.moc"

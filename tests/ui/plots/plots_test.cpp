// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/decimation.h"
#include "ui/plots/learning_facts.h"
#include "ui/plots/loss_plot.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatescope;

class PlotsTest : public QObject
{
    Q_OBJECT

private slots:
    void aShortCurveKeepsEveryPoint();
    void aLongCurveKeepsItsPeaksInFewPoints();
    void theLineAtWhichATaskIsSolvedFollowsFromItsRule();
    void theDataOfAChartAreCopiedAsATable();
    void anotherRunForgetsTheOldCurve();
};

void PlotsTest::aShortCurveKeepsEveryPoint()
{
    const std::vector<CurvePoint> expected{{1, 3}, {2, 1}, {3, 2}};
    QVERIFY(decimated({3, 1, 2}, 1, 0, 10, 100) == expected);
}

void PlotsTest::aLongCurveKeepsItsPeaksInFewPoints()
{
    std::vector<double> values(100'000, 1.0);
    values[31'415] = 7;
    values[92'653] = -5;
    const std::vector<CurvePoint> points = decimated(values, 1, 0, 100'000, 300);
    QVERIFY(points.size() <= 600);
    QVERIFY(std::ranges::find(points, CurvePoint{31'416, 7}) != points.end());
    QVERIFY(std::ranges::find(points, CurvePoint{92'654, -5}) != points.end());
    QVERIFY(std::ranges::is_sorted(points, {}, &CurvePoint::x));
}

void PlotsTest::theLineAtWhichATaskIsSolvedFollowsFromItsRule()
{
    const auto adding = makeTask("adding", {});
    const LearningFacts facts = learningFacts(**adding, false, 1);
    QVERIFY(facts.solvedLoss && std::abs(*facts.solvedLoss - 0.01) < 1e-6);
    QVERIFY(!facts.solvedScore);
    const auto order = makeTask("temporal-order", {});
    const LearningFacts byScore = learningFacts(**order, false, 1);
    QVERIFY(!byScore.solvedLoss);
    QVERIFY(byScore.solvedScore && std::abs(*byScore.solvedScore - 0.97) < 1e-6);
}

namespace {

std::vector<UpdateRecord> recordsOf(const std::vector<double> &losses)
{
    std::vector<UpdateRecord> records;
    for (const double loss : losses) {
        UpdateRecord record;
        record.update = int(records.size()) + 1;
        record.outcome.loss = loss;
        records.push_back(record);
    }
    return records;
}

} // namespace

void PlotsTest::theDataOfAChartAreCopiedAsATable()
{
    LossPlot plot;
    plot.follow(recordsOf({0.5, 0.125}), 10);
    plot.copyData();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines[0].startsWith("update\t"));
    QVERIFY(lines[1].startsWith("1\t0.5\t0.5"));
    QVERIFY(lines[2].startsWith("2\t0.125\t0.25")); // √(0.5 · 0.125)
}

void PlotsTest::anotherRunForgetsTheOldCurve()
{
    LossPlot plot;
    plot.follow(recordsOf({0.5, 0.25, 0.125}), 10);
    plot.follow({}, 10);
    QCOMPARE(plot.table().rows.size(), 0);
    plot.follow(recordsOf({0.75}), 10);
    QCOMPARE(plot.table().rows.size(), 1);
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"

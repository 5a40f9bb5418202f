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
    void aChartIsCopiedAsAPictureWithItsTitle();
    void anotherRunForgetsTheOldCurve();
    void aCurveOfWhichUpdatesWereLeftOutStandsAtTheUpdatesThatAreLeft();
};

void PlotsTest::aShortCurveKeepsEveryPoint()
{
    const std::vector<CurvePoint> expected{{1, 3}, {2, 1}, {3, 2}};
    QVERIFY(decimated(expected, 0, 10, 100) == expected);
}

void PlotsTest::aLongCurveKeepsItsPeaksInFewPoints()
{
    std::vector<CurvePoint> curve;
    for (int x = 1; x <= 100'000; ++x)
        curve.push_back({double(x), x == 31'416 ? 7.0 : x == 92'654 ? -5.0 : 1.0});
    const std::vector<CurvePoint> points = decimated(curve, 0, 100'000, 300);
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

RunHistory historyOf(const std::vector<double> &losses, std::size_t most = 1000)
{
    RunHistory history(most);
    int update = 0;
    for (const double loss : losses) {
        UpdateRecord record;
        record.update = ++update;
        record.outcome.loss = loss;
        history.add(record);
    }
    return history;
}

} // namespace

void PlotsTest::theDataOfAChartAreCopiedAsATable()
{
    LossPlot plot;
    plot.follow(historyOf({0.5, 0.125}), 10);
    plot.copyData();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines[0].startsWith("update\t"));
    QVERIFY(lines[1].startsWith("1\t0.5\t0.5"));
    QVERIFY(lines[2].startsWith("2\t0.125\t0.25")); // √(0.5 · 0.125)
}

void PlotsTest::aChartIsCopiedAsAPictureWithItsTitle()
{
    LossPlot plot;
    plot.resize(400, 300);
    plot.show();
    plot.follow(historyOf({0.5, 0.125}), 10);
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(200); // until it is drawn
    QTest::keyClick(&plot, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    const QImage copied = QApplication::clipboard()->image();
    QCOMPARE(copied.size(), QSize(800, 600));
    const auto mean = [](const QImage &image) {
        return image.scaled(40, 30, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage small = mean(copied), seen = mean(plot.grab().toImage());
    int written = 0;
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x) {
            QVERIFY(std::abs(qGray(small.pixel(x, y)) - qGray(seen.pixel(x, y))) < 40);
            written += y < 4 && qGray(small.pixel(x, y)) < 220;
        }
    QVERIFY2(written > 5, qPrintable(QString::number(written))); // the heading
}

void PlotsTest::anotherRunForgetsTheOldCurve()
{
    LossPlot plot;
    plot.follow(historyOf({0.5, 0.25, 0.125}), 10);
    plot.follow(RunHistory(), 10);
    QCOMPARE(plot.table().rows.size(), 0);
    plot.follow(historyOf({0.75}), 10);
    QCOMPARE(plot.table().rows.size(), 1);
}

void PlotsTest::aCurveOfWhichUpdatesWereLeftOutStandsAtTheUpdatesThatAreLeft()
{
    LossPlot plot;
    std::vector<double> losses;
    for (int update = 1; update <= 199; ++update) {
        losses.push_back(1.0 / update); // so that a loss tells its update
        plot.follow(historyOf(losses, 50), 200);
    }
    const PlotTable table = plot.table();
    QVERIFY(table.rows.size() > 20 && table.rows.size() <= 50);
    int last = 0;
    for (const QStringList &row : table.rows) {
        QVERIFY(row[0].toInt() > last);
        last = row[0].toInt();
        QVERIFY(std::abs(row[1].toDouble() * last - 1) < 1e-6);
    }
    QVERIFY(last >= 192);
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep.h"
#include "ui/plots/cell_stroke.h"
#include "ui/plots/curve.h"
#include "ui/plots/decimation.h"
#include "ui/plots/end_places.h"
#include "ui/plots/label_places.h"
#include "ui/plots/learning_facts.h"
#include "ui/plots/loss_plot.h"
#include "ui/plots/norm_plot.h"
#include "ui/plots/race_plot.h"
#include "ui/plots/reach_plot.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace gatescope;

class PlotsTest : public QObject
{
    Q_OBJECT

private slots:
    void aShortCurveKeepsEveryPoint();
    void aLongCurveKeepsItsPeaksInFewPoints();
    void theLineAtWhichATaskIsSolvedFollowsFromItsRule();
    void neighboursOnAnAxisReadDifferently();
    void noTwoNetworksHaveDotsOfOneShape();
    void theDataOfAChartAreCopiedAsATable();
    void aChartIsCopiedAsAPictureWithItsTitle();
    void aChartIsDrawnBeforeItIsFirstPaintedAndNotAtEveryReturn();
    void anotherRunForgetsTheOldCurve();
    void aCurveOfWhichUpdatesWereLeftOutStandsAtTheUpdatesThatAreLeft();
    void aNumberIsWrittenAsPeopleWriteIt();
    void aLabelGoesWhereNoWordsAndNoCurvesAre();
    void noLabelLiesOnAnotherOrIsCut_data();
    void noLabelLiesOnAnotherOrIsCut();
    void longNamesOfNetworksFitIntoTheirCharts();
    void namesStandApartAsNearToTheirCurvesAsTheyCan();
    void eachSizeOfASweepIsNamedInTheOrderOfTheCurves();
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

void PlotsTest::neighboursOnAnAxisReadDifferently()
{
    for (const double step : {1e-7, 2e-5, 1e-4, 0.01, 0.1, 0.25, 0.5, 1.0, 20.0, 5e3, 5e4, 1e5, 2e6}) {
        QSet<QString> seen;
        for (int i = -5; i <= 40; ++i)
            seen.insert(tickNumber(i * step, step));
        QCOMPARE(seen.size(), 46);
    }
    QCOMPARE(tickNumber(150'000, 50'000), QStringLiteral("1.5e5"));
    QCOMPARE(tickNumber(-0.5, 0.25), QStringLiteral("−0.50"));
}

/// In grey a dot says whose it is, too.
void PlotsTest::noTwoNetworksHaveDotsOfOneShape()
{
    std::vector<QImage> dots;
    const std::vector<std::pair<CellKind, int>> variants{{CellKind::gru, 4}, {CellKind::lstm, 3}, {CellKind::rnn, 2}};
    for (const auto &[cell, count] : variants)
        for (int variant = 0; variant < count; ++variant) {
            QImage dot(48, 48, QImage::Format_Grayscale8);
            dot.fill(Qt::white);
            QPainter(&dot).fillPath(cellDot(cell, variant, 14).translated(24, 24), Qt::black);
            dots.push_back(dot);
        }
    const auto pixels = [](const QImage &one, const QImage *other = nullptr) {
        int count = 0;
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 48; ++x)
                count += qGray(one.pixel(x, y)) != (other ? qGray(other->pixel(x, y)) : 255);
        return count;
    };
    for (std::size_t i = 0; i < dots.size(); ++i) {
        QVERIFY2(std::abs(pixels(dots[i]) - pixels(dots[0])) < 0.2 * pixels(dots[0]), qPrintable(QString::number(i)));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(pixels(dots[i], &dots[j]) > 0.1 * pixels(dots[0]),
                     qPrintable(QStringLiteral("%1, %2").arg(i).arg(j)));
    }
}

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
    const auto mean
        = [](const QImage &image) { return image.scaled(40, 30, Qt::IgnoreAspectRatio, Qt::SmoothTransformation); };
    const QImage small = mean(copied), seen = mean(plot.grab().toImage());
    int written = 0;
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x) {
            QVERIFY(std::abs(qGray(small.pixel(x, y)) - qGray(seen.pixel(x, y))) < 40);
            written += y < 4 && qGray(small.pixel(x, y)) < 220;
        }
    QVERIFY2(written > 5, qPrintable(QString::number(written))); // the heading
}

void PlotsTest::aChartIsDrawnBeforeItIsFirstPaintedAndNotAtEveryReturn()
{
    struct Counted : NormPlot {
        int drawn = 0;

    protected:
        void fill() override
        {
            ++drawn;
            NormPlot::fill();
        }
    } plot;
    plot.setLook(theme(ThemeName::light), 12);
    plot.resize(500, 300);
    plot.show();
    QCOMPARE(plot.drawn, 1);
    QTest::qWait(200);
    plot.hide();
    const int before = plot.drawn;
    plot.show();
    QCOMPARE(plot.drawn, before); // a change of place waits for no chart
    QTRY_VERIFY(plot.drawn > before);
    plot.hide();
    const int then = plot.drawn;
    plot.setLook(theme(ThemeName::dark), 12);
    plot.show();
    QCOMPARE(plot.drawn, then + 1); // nothing of the light one is seen
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

void PlotsTest::aNumberIsWrittenAsPeopleWriteIt()
{
    const QList<std::pair<double, QString>> plain{
        {0.94, "0.94"},   {0.094, "0.094"},     {9.4, "9.4"},       {-0.0042, "−0.0042"}, {0, "0"},
        {1, "1"},         {1200, "1200"},       {12345, "12345"},   {0.5, "0.5"},         {99.96, "100"},
        {1e5, "1e5"},     {0.001, "0.001"},     {9.4e-4, "9.4e−4"}, {1e-6, "1e−6"},       {-2.5e7, "−2.5e7"},
        {0.09996, "0.1"}, {1.234e-9, "1.23e−9"}};
    for (const auto &[value, words] : plain)
        QCOMPARE(chartNumber(value), words);
    QCOMPARE(chartNumber(123456789, 6), QStringLiteral("1.23457e8"));
    QCOMPARE(chartNumber(std::numeric_limits<double>::infinity()), QStringLiteral("inf"));
    QCOMPARE(lossNumber(0.00094), QString("9.4e−4"));
    QCOMPARE(lossNumber(0.0941), QString("0.0941"));
}

void PlotsTest::aLabelGoesWhereNoWordsAndNoCurvesAre()
{
    QCOMPARE(lengthWithin({0, 0, 10, 10}, {-5, 5, 5, 5}), 5.0);
    QCOMPARE(lengthWithin({0, 0, 10, 10}, {-5, 11, 15, 11}), 0.0);
    QCOMPARE(lengthWithin({0, 0, 10, 10}, {3, 3, 3, 3}), 0.0);
    LabelPlaces places;
    places.take(QRectF(0, 0, 20, 10));
    places.take(QPolygonF{{0, 25}, {100, 25}});
    const QRectF onWords(10, 5, 20, 10), onCurve(0, 20, 20, 10), free(60, 0, 20, 10);
    QCOMPARE(places.place({onWords, onCurve, free}).value(), free);
    QCOMPARE(places.place({onWords, free, onCurve}).value(), onCurve); // rather over a curve than over words
    QVERIFY(!places.place({onWords, free, onCurve}));
}

void PlotsTest::noLabelLiesOnAnotherOrIsCut_data()
{
    QTest::addColumn<QList<double>>("losses");
    QTest::addColumn<QSize>("size");
    QList<double> falls, stays, jumps;
    for (int i = 0; i < 300; ++i) {
        falls += 0.2 * std::exp(-i / 60.0);
        stays += 0.1667 + 0.01 * (i % 7);
        jumps += i % 2 ? 0.9 : 0.009;
    }
    for (const QSize size : {QSize(320, 240), QSize(500, 300), QSize(900, 400)}) {
        const QByteArray wide = QByteArray::number(size.width());
        QTest::newRow("falls, " + wide) << falls << size;
        QTest::newRow("stays at the guess, " + wide) << stays << size;
        QTest::newRow("jumps, " + wide) << jumps << size;
        QTest::newRow("begins, " + wide) << falls.first(3) << size;
    }
}

void PlotsTest::noLabelLiesOnAnotherOrIsCut()
{
    QFETCH(QList<double>, losses);
    QFETCH(QSize, size);
    LossPlot plot;
    plot.resize(size);
    plot.setLook(theme(ThemeName::light), 12);
    plot.setFacts(learningFacts(**makeTask("adding", {}), false, 1));
    RunHistory history(1000);
    for (qsizetype i = 0; i < losses.size(); ++i) {
        UpdateRecord record;
        record.update = int(i + 1);
        record.outcome.loss = losses[i];
        if (i % 40 == 0)
            record.heldOut = Outcome{losses[i], 0};
        history.add(record);
    }
    plot.show();
    for (const int toMake : {300, 600}) {
        plot.follow(history, toMake);
        plot.setSolvedAt(losses.size() > 200 ? std::optional(200) : std::nullopt);
        QTest::qWait(200);
        const QList<Plot::Word> words = plot.words();
        const QRectF room = QRectF(QPointF(), plot.wordsRoom()).adjusted(-1, -1, 1, 1);
        for (qsizetype i = 0; i < words.size(); ++i) {
            QVERIFY2(room.contains(words[i].place), qPrintable(words[i].text + " is cut"));
            for (qsizetype other = 0; other < i; ++other)
                QVERIFY2(!words[i].place.adjusted(0, 2, 0, -2).intersects(words[other].place.adjusted(0, 2, 0, -2)),
                         qPrintable(words[i].text + " lies on " + words[other].text));
        }
        QVERIFY(words.size() >= 2);
    }
}

void PlotsTest::longNamesOfNetworksFitIntoTheirCharts()
{
    RacePlan plan;
    plan.updates = 100;
    std::vector<RaceRun> runs;
    for (const char *name :
         {"GRU of 3 layers, both directions, layer norm, reset before", "LSTM", "RNN", "GRU of 2 layers"}) {
        RaceRun run;
        run.entry = plan.entries.size();
        for (int i = 1; i <= 12; ++i)
            run.points.push_back({8 * i, {0.17 + 0.001 * (i % 3), 0}});
        run.reachBefore = run.reachAfter = {0, -1, -2};
        run.isOver = true;
        plan.entries.push_back({name, {}});
        runs.push_back(run);
    }
    RacePlot race;
    ReachPlot reach;
    race.show(plan, runs, learningFacts(**makeTask("adding", {}), false, 1));
    reach.show(plan, runs);
    for (Plot *plot : {static_cast<Plot *>(&race), static_cast<Plot *>(&reach)}) {
        plot->resize(420, 260);
        plot->setLook(theme(ThemeName::light), 12);
        plot->show();
        QTest::qWait(300);
        QVERIFY(plot->words().size() >= 4);
        const QRectF room = QRectF(QPointF(), plot->wordsRoom()).adjusted(-1, -1, 1, 1);
        for (const Plot::Word &word : plot->words())
            QVERIFY2(room.contains(word.place), qPrintable(plot->title() + ": " + word.text + " is cut"));
    }
}

void PlotsTest::namesStandApartAsNearToTheirCurvesAsTheyCan()
{
    const auto places = [](const std::vector<double> &wanted) { return endPlaces(wanted, 10, 0, 100); };
    QVERIFY((places({20, 50, 90}) == std::vector<double>{20, 50, 90}));
    QVERIFY((places({50, 50, 50}) == std::vector<double>{40, 50, 60})); // a crowd stands around its middle
    QVERIFY((places({10, 50, 54}) == std::vector<double>{10, 47, 57}));
    QVERIFY((places({-5, 0, 99, 120}) == std::vector<double>{0, 10, 90, 100}));
    QVERIFY(places({}).empty());
}

void PlotsTest::eachSizeOfASweepIsNamedInTheOrderOfTheCurves()
{
    RacePlan plan;
    plan.updates = 100;
    plan = sweepPlan(plan, {"GRU", {}}, SweepOver::units);
    const std::vector<double> losses{0.4, 0.75, 0.33, 0.078, 0.066, 0.041, 0.033};
    std::vector<RaceRun> runs;
    for (std::size_t entry = 0; entry < plan.entries.size(); ++entry) {
        RaceRun run;
        run.entry = entry;
        run.isOver = true;
        for (const int update : {50, 75, 100}) // at 75 held-out data were not looked at
            run.points.push_back(
                {update,
                 {1, 0},
                 update == 75 ? std::nullopt : std::optional(Outcome{losses[entry] * (update == 50 ? 1.1 : 1), 0})});
        runs.push_back(run);
    }
    RacePlot race;
    race.show(plan, runs, {});
    QCOMPARE(race.table().rows.size(), qsizetype(2 * losses.size())); // what was not measured is not drawn
    race.resize(500, 260);
    race.setLook(theme(ThemeName::light), 12);
    race.setVisible(true);
    QTest::qWait(300);
    std::vector<std::pair<double, std::string>> named; // from the top down
    for (const Plot::Word &word : race.words())
        if (word.text.startsWith("GRU of "))
            named.push_back({word.place.center().y(), word.text.toStdString()});
    std::ranges::sort(named);
    std::vector<std::string> found;
    for (const auto &[y, name] : named)
        found.push_back(name);
    QVERIFY((found
             == std::vector<std::string>{"GRU of 2", "GRU of 1", "GRU of 4", "GRU of 8", "GRU of 16", "GRU of 32",
                                         "GRU of 64"}));
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"

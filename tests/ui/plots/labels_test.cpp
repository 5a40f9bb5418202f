// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/learning_facts.h"
#include "ui/plots/loss_plot.h"
#include "ui/plots/norm_plot.h"
#include "ui/plots/race_plot.h"
#include "ui/plots/score_plot.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

#include <qcustomplot.h>

using namespace gatescope;

/// Where words stand in charts, among curves and lines.
class LabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void wordsStandClearOfTheLineOfNow_data();
    void wordsStandClearOfTheLineOfNow();
    void aRunThatHasBegunFillsItsChart();
    void aNameThatWouldLieOnALineStandsBesideIt();
    void noNameHidesWhereARunHasSolvedTheTask();
};

namespace {

/// A chart of a run that has made so many of 600 updates, laid out and drawn.
template<typename Chart>
struct DrawnRun {
    Chart plot;

    DrawnRun(int updates, const QSize &size, const std::function<void(Chart &)> &set = {})
    {
        plot.resize(size);
        plot.setLook(theme(ThemeName::light), 11);
        if (set)
            set(plot);
        RunHistory history(1000);
        for (int i = 1; i <= updates; ++i) {
            UpdateRecord record;
            record.update = i;
            record.outcome = {0.2 * std::exp(-i / 120.0), std::min(1.0, i / 600.0)};
            record.gradientNorm = 1;
            history.add(record);
        }
        plot.show();
        plot.follow(history, 600);
        QTest::qWait(300);
    }

    QCustomPlot &canvas() { return *plot.template findChild<QCustomPlot *>(); }
    /// From the left of the canvas.
    double now(int updates) { return canvas().xAxis->coordToPixel(updates); }
};

} // namespace

void LabelsTest::wordsStandClearOfTheLineOfNow_data()
{
    QTest::addColumn<int>("updates");
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(155, 160), QSize(200, 240), QSize(390, 300), QSize(620, 400)})
        for (const int updates : {1, 30, 78, 300, 357, 500, 600})
            QTest::addRow("%d of 600, %d wide", updates, size.width()) << updates << size;
}

/// Neither the names of curves nor those of lines across have it run through them where there is room at one of its
/// sides.
void LabelsTest::wordsStandClearOfTheLineOfNow()
{
    QFETCH(int, updates);
    QFETCH(QSize, size);
    const LearningFacts facts = learningFacts(**makeTask("adding", {}), false, 1);
    const auto check = [&](auto &&drawn) {
        const double now = drawn.now(updates);
        for (const Plot::Word &word : drawn.plot.words()) {
            const QRect inside = drawn.canvas().axisRect()->rect();
            const double room = std::max(now - inside.left(), inside.right() - now) - 16;
            QVERIFY2(word.place.right() <= now + 1 || word.place.left() >= now || word.place.width() > room,
                     qPrintable(drawn.plot.title() + ": the line of now runs through " + word.text));
            QVERIFY2(word.place.right() <= drawn.plot.wordsRoom().width() + 1 && word.place.left() >= -1,
                     qPrintable(drawn.plot.title() + ": " + word.text + " is cut"));
        }
    };
    check(DrawnRun<LossPlot>(updates, size, [&](LossPlot &plot) { plot.setFacts(facts); }));
    check(DrawnRun<ScorePlot>(updates, size, [&](ScorePlot &plot) { plot.setFacts(facts); }));
}

/// Room at the right is kept for words only when the line of now comes near the edge.
void LabelsTest::aRunThatHasBegunFillsItsChart()
{
    const auto rightOf = [](int updates) {
        DrawnRun<LossPlot> drawn(updates, {390, 300});
        return double(drawn.canvas().axisRect()->right()) / drawn.canvas().width();
    };
    QVERIFY(rightOf(60) > 0.92);
    const double atTheEnd = rightOf(600);
    QVERIFY2(atTheEnd > 0.5 && atTheEnd < 0.85, qPrintable(QString::number(atTheEnd)));
}

void LabelsTest::aNameThatWouldLieOnALineStandsBesideIt()
{
    DrawnRun<NormPlot> drawn(78, {155, 160}, [](NormPlot &plot) { plot.setRun({}, 1); });
    const double clip = drawn.canvas().yAxis->coordToPixel(1);
    QStringList seen;
    for (const Plot::Word &word : drawn.plot.words()) {
        seen += word.text;
        QVERIFY2(!word.place.adjusted(0, 2, 0, -2).contains(word.place.center().x(), clip), qPrintable(word.text));
    }
    QVERIFY2(seen.contains("whole") && seen.contains("clip at 1"), qPrintable(seen.join(u',')));
}

void LabelsTest::noNameHidesWhereARunHasSolvedTheTask()
{
    RacePlan plan;
    plan.updates = 300;
    std::vector<RaceRun> runs;
    for (const char *name : {"GRU", "LSTM", "RNN", "GRU z-bias +2", "LSTM f-bias +2"}) {
        for (int seed = 0; seed < 3; ++seed) {
            RaceRun run;
            run.entry = plan.entries.size();
            for (int i = 1; i <= 10 + 2 * seed; ++i)
                run.points.push_back({8 * i, {1.4 * std::exp(-0.02 * i * i - 0.01 * double(run.entry)), 0}});
            run.solvedAt = run.points.back().update;
            run.isOver = true;
            runs.push_back(run);
        }
        plan.entries.push_back({name, {}});
    }
    RacePlot race;
    race.resize(360, 200);
    race.setLook(theme(ThemeName::light), 12);
    race.show(plan, runs, learningFacts(**makeTask("temporal-order", {}), false, 1));
    race.setVisible(true);
    QTest::qWait(300);
    QCustomPlot &canvas = *race.findChild<QCustomPlot *>();
    QVERIFY(race.words().size() >= 4);
    for (const Plot::Word &word : race.words())
        for (const RaceRun &run : runs)
            QVERIFY2(!word.place.contains(canvas.xAxis->coordToPixel(*run.solvedAt),
                                          canvas.yAxis->coordToPixel(run.points.back().outcome.loss)),
                     qPrintable(word.text));
}

QTEST_MAIN(LabelsTest)
#include "labels_test.moc"

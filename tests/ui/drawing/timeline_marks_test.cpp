// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"
#include "timeline_scenes.h"

#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/drawing/timeline/timeline_gradient.h"
#include "ui/drawing/timeline/timeline_influence.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/drawing/timeline/timeline_memory.h"
#include "ui/drawing/timeline/timeline_stops.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace gatescope;

namespace {

const QSizeF large(1468, 224);

} // namespace

/// What stands over and beside the lanes.
class TimelineMarksTest : public QObject
{
    Q_OBJECT
private slots:
    void aBarUnderTheInputGoesRightWhereItRaisesAndLeftWhereItLowers();
    void whatIsLeftFillsATankAtEachStep();
    void aBreakpointHasAMarkWhereAWalkMeetsIt();
    void theMeterReachesAsFarAsTheGradients_data();
    void theMeterReachesAsFarAsTheGradients();
    void theCurrentNumberHidesNoBar();
};

void TimelineMarksTest::aBarUnderTheInputGoesRightWhereItRaisesAndLeftWhereItLowers()
{
    const Record record = lettersRecord("hello");
    const Scene scene = sceneOf(record, at(3));
    Influence influence;
    influence.contributions = Vector::Zero(5);
    influence.contributions << 0.4, -0.2, 0, -0.4, 0.1;
    QImage picture(large.toSize(), QImage::Format_RGB32);
    picture.fill(scene.theme.paper);
    QPainter painter(&picture);
    drawTimelineInfluence(painter, large, scene, influence, u"l"_qs, 3);
    painter.end();
    const TimelineLayout layout = timelineLayout(large, scene);
    const QRgb raises = scene.theme.of(Role::gradient).hue.rgb(), lowers = scene.theme.negative.rgb();
    for (int step = 0; step < 5; ++step) {
        const auto colour = [&](double share) {
            return picture.pixel(static_cast<int>(layout.middle(step) + share * layout.stepWidth() / 2),
                                 static_cast<int>(layout.inputBottom));
        };
        const double share = influence.contributions[step] / 0.4;
        const QRgb paper = scene.theme.paper.rgb();
        QCOMPARE(colour(0.2), share > 0.2 ? raises : paper);
        QCOMPARE(colour(0.9), share > 0.9 ? raises : paper);
        QCOMPARE(colour(-0.2), share < -0.2 ? lowers : paper);
        QCOMPARE(colour(-0.9), share < -0.9 ? lowers : paper);
    }
}

void TimelineMarksTest::whatIsLeftFillsATankAtEachStep()
{
    const Record record = lettersRecord("hello");
    const Scene scene = sceneOf(record, at(3));
    Forgetting memory{{.step = 1}, Vector::Zero(5), 1, std::nullopt, std::nullopt};
    memory.left << 0, 1, 0.75, 0.25, 0;
    memory.loss = MemoryLoss{3, 0.75, 0.25, 0, {}};
    QImage picture(large.toSize(), QImage::Format_RGB32);
    picture.fill(Qt::magenta);
    QPainter painter(&picture);
    drawTimelineMemory(painter, large, scene, memory);
    painter.end();
    const TimelineLayout layout = timelineLayout(large, scene);
    const double height = layout.gradientBottom - layout.gradientTop;
    const auto colour = [&](int step, double share) {
        return picture.pixel(static_cast<int>(layout.left(step) + 4),
                             static_cast<int>(layout.gradientBottom - height * share));
    };
    const QRgb full = colour(1, 0.9), empty = colour(4, 0.5);
    QVERIFY(full != empty);
    QCOMPARE(colour(0, 0.5), scene.theme.paper.rgb()); // it is read later
    QCOMPARE(colour(2, 0.6), full);
    QCOMPARE(colour(2, 0.9), empty);
    QCOMPARE(colour(3, 0.15), full);
    QCOMPARE(colour(3, 0.5), empty);
    QVERIFY(memoryWords(scene, memory, 3).contains(u"25 % is left"_qs));
    QVERIFY(!memoryWords(scene, memory, 3).contains(u"more than"_qs));
    memory.left << 0, 1, 0.25, 0.5, 0.001;
    QVERIFY(memoryWords(scene, memory, 3).contains(u"more than a step before"_qs)); // a lane that rises says why
    QVERIFY(memoryWords(scene, memory, 4).contains(u"< 1 % is left"_qs));           // not nothing
}

void TimelineMarksTest::aBreakpointHasAMarkWhereAWalkMeetsIt()
{
    Record record = lettersRecord("hello");
    auto stopped = std::make_shared<Experiment>(*record.experiment);
    stopped->breakpoints = {parseBreakpoint("letter is l").value()};
    record.experiment = stopped;
    const Scene scene = sceneOf(record, at(0));
    std::vector<int> steps;
    for (const BreakpointHit &hit : stopsOf(scene))
        steps.push_back(hit.step);
    QCOMPARE(steps, (std::vector<int>{2, 3}));
    const HitAreas areas = timelineAreas(large, scene);
    const TimelineLayout layout = timelineLayout(large, scene);
    for (int step = 0; step < 5; ++step) {
        const HitArea *area = areaAt(areas, stopMark(layout, step).center());
        QCOMPARE(area && area->says().contains(u"becomes true"_qs), step == 2 || step == 3);
    }
    Scene guessing = scene;
    guessing.predicting = true;
    const auto isStop = [](const HitArea &area) { return area.says().contains(u"becomes true"_qs); };
    QVERIFY(std::ranges::none_of(timelineAreas(large, guessing), isStop));
}

void TimelineMarksTest::theMeterReachesAsFarAsTheGradients_data()
{
    QTest::addColumn<double>("growth");
    QTest::addColumn<int>("bottom");
    QTest::addColumn<int>("power");
    QTest::addColumn<QString>("words");
    QTest::newRow("lost") << 1e-2 << -18 << 0 << "step 9 → 0: lost, 1.0e−18 is left";
    QTest::newRow("shrinks") << 0.9 << -6 << 0 << "step 9 → 0: 0.39 is left";
    QTest::newRow("grows") << 1.5 << -6 << 2 << "step 9 → 0: grows 38.44 times";
    QTest::newRow("explodes") << 10.0 << -6 << 12 << "step 9 → 0: explodes, 1.0e9 times";
}

void TimelineMarksTest::theMeterReachesAsFarAsTheGradients()
{
    QFETCH(double, growth);
    QFETCH(int, bottom);
    QFETCH(int, power);
    QFETCH(QString, words);
    Record record = numbersRecord({.lengths = {10}});
    auto gradients = std::make_shared<GradientTrace>(*record.gradients);
    TimeArray &dh = gradients->layers[0][Part::state];
    for (int step = 0; step < 10; ++step)
        for (int unit = 0; unit < dh.units(); ++unit)
            dh.set(step, 0, unit, unit == 0 ? std::pow(growth, 9 - step) : 0);
    record.gradients = gradients;
    const Scene scene = sceneOf(record, at(9, Pass::backward));
    const TimelineLayout layout = timelineLayout(large, scene);
    QCOMPARE(meterRange(layout, scene).bottom, bottom);
    QCOMPARE(meterRange(layout, scene).top, power);
    QCOMPARE(signalInWords(layout, scene), words);
    // Above 1, too, a larger gradient has a longer bar.
    const QImage picture = pictureOf(drawTimeline, large, scene);
    const auto bar = [&](int step) {
        int pixels = 0;
        for (int y = static_cast<int>(layout.gradientTop); y < layout.gradientBottom; ++y)
            pixels += picture.pixelColor(static_cast<int>(layout.left(step) + layout.stepWidth() * 0.2), y)
                != scene.theme.paper;
        return pixels;
    };
    if (growth > 1)
        QVERIFY(bar(0) > bar(3) && bar(3) > bar(6));
    else
        QVERIFY(bar(0) < bar(3) && bar(3) < bar(6)); // also far under 1e−6
}

void TimelineMarksTest::theCurrentNumberHidesNoBar()
{
    constexpr int steps = 72;
    Record record = numbersRecord({.lengths = {steps}});
    auto gradients = std::make_shared<GradientTrace>(*record.gradients);
    TimeArray &dh = gradients->layers[0][Part::state];
    for (int step = 0; step < steps; ++step)
        for (int unit = 0; unit < dh.units(); ++unit)
            dh.set(step, 0, unit, unit == 0 ? std::pow(0.5, steps - step) : 0);
    record.gradients = gradients;
    const QSizeF narrow(884, 170); // a step is narrower than the number
    const auto heights = [&](int current) {
        const Scene scene = sceneOf(record, at(current, Pass::backward));
        const TimelineLayout layout = timelineLayout(narrow, scene);
        const QImage picture = pictureOf(drawTimeline, narrow, scene);
        const int paper = qGray(scene.theme.paper.rgb());
        std::vector<int> found;
        for (int step = 31; step < 39; ++step) {
            const int x = static_cast<int>(layout.middle(step));
            int y = static_cast<int>(layout.gradientBottom) - 2;
            while (y > layout.gradientTop && paper - qGray(picture.pixel(x, y)) > 18)
                --y;
            found.push_back(static_cast<int>(layout.gradientBottom) - y);
        }
        return found;
    };
    const std::vector<int> besideTheNumber = heights(30), free = heights(60);
    QVERIFY(std::ranges::is_sorted(free) && free.front() < free.back());
    for (std::size_t i = 0; i < free.size(); ++i)
        QVERIFY2(std::abs(besideTheNumber[i] - free[i]) <= 1, qPrintable(QString::number(i)));
}

QTEST_MAIN(TimelineMarksTest)
#include "timeline_marks_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"
#include "timeline_scenes.h"

#include "core/base/random.h"
#include "ui/common/numbers.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/drawing/timeline/timeline_lanes.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/drawing/timeline/timeline_overview.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatescope;

namespace {

const QSizeF large(1468, 224);

TimelineGeometry geometry(int steps, double room)
{
    TimelineGeometry at;
    at.steps = steps;
    at.room = room;
    return at;
}

/// The steps as a window shows them.
TimelineGeometry placed(TimelineGeometry steps, const StepWindow &window)
{
    place(steps, window);
    return steps;
}

TimelineView viewOf(const Scene &scene, const StepWindow &window, bool summed)
{
    TimelineView view;
    view.window = window;
    if (summed)
        view.summary = std::make_shared<const TimelineSummary>(
            summarised(summarySubject(timelineLayout(large, scene, view), scene)));
    return view;
}

QImage pictureOf(const Scene &scene, const TimelineView &view)
{
    QImage picture(large.toSize(), QImage::Format_RGB32);
    QPainter painter(&picture);
    drawTimelineLanes(painter, large, scene, view);
    drawTimelinePlayhead(painter, large, scene, view);
    return picture;
}

/// Of a colour's parts in any pixel.
int largestDifference(const QImage &one, const QImage &other)
{
    int largest = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
            largest = std::max(
                {largest, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
        }
    }
    return largest;
}

} // namespace

class LongTimelineTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsShownStaysInsideTheSequence()
    {
        Random random(5);
        for (int i = 0; i < 2000; ++i) {
            const TimelineGeometry all = geometry(1 + random.below(20000), 300 + random.below(1500));
            const StepWindow window{random.uniform() < 0.5 ? random.uniform(0.001, 1) : random.uniform(1, 200),
                                    random.below(2 * all.steps)};
            const TimelineGeometry shown = placed(all, window);
            QVERIFY(shown.firstStep >= 0 && shown.shownSteps >= 1 && shown.endStep() <= all.steps);
            QCOMPARE(shown.firstStep % shown.columnSteps(), 0); // a column is the same wherever it stands
            QVERIFY(shown.columnWidth() == std::floor(shown.columnWidth()));
            QVERIFY(std::abs(shown.stepWidth * shown.columnSteps() - shown.columnWidth()) < 1e-9);
            QVERIFY(shown.left(shown.endStep()) <= shown.gutter + all.room + shown.columnWidth());
            // What is left out is left out for want of room.
            const bool isFull = (shown.shownSteps + shown.columnSteps()) * shown.stepWidth > all.room;
            QVERIFY(shown.shownSteps == all.steps || isFull || shown.endStep() == all.steps);
        }
    }

    void allStepsAreShownAtOnce()
    {
        for (const int steps : {1, 7, 500, 1333, 10000, 1000000}) {
            const TimelineGeometry all = geometry(steps, 1276);
            QCOMPARE(placed(all, whole(all)).shownSteps, steps);
        }
    }

    void theStepUnderThePointerStaysThereWhileOneZooms()
    {
        Random random(8);
        for (int i = 0; i < 500; ++i) {
            const TimelineGeometry all = geometry(10000, 1276);
            TimelineGeometry shown = placed(all, {random.uniform(0.2, 60), 3000 + random.below(2000)});
            const double x = shown.gutter + random.uniform(200, 1000);
            const int step = *shown.stepAt(x);
            for (const double factor : {1.25, 1.25, 0.8, 0.8, 0.8}) {
                const TimelineGeometry next = placed(all, zoomed(shown, factor, x));
                QVERIFY(factor > 1 ? next.stepWidth > shown.stepWidth || next.stepWidth == next.widest
                                   : next.stepWidth < shown.stepWidth);
                // As far as whole columns and the ends of the sequence allow, in every zoom anew.
                const bool isAtEnd = next.firstStep == 0 || next.endStep() == all.steps;
                const int now = *shown.stepAt(x);
                QVERIFY2(isAtEnd
                             || std::abs(next.left(now) + next.stepWidth / 2 - x)
                                 <= next.columnWidth() + shown.stepWidth,
                         qPrintable(QString::number(step)));
                shown = next;
            }
        }
    }

    void outAndInAgainLeadsThroughTheSameWidths()
    {
        const TimelineGeometry all = geometry(10000, 1276);
        TimelineGeometry shown = placed(all, {10, 5000});
        std::vector<double> out;
        while (shown.shownSteps < all.steps) {
            shown = placed(all, zoomed(shown, 0.8, 700));
            out.push_back(shown.stepWidth);
            QVERIFY(out.size() < 40);
        }
        QVERIFY(std::ranges::is_sorted(out, std::greater()));
        while (shown.stepWidth < 10) {
            const double before = shown.stepWidth;
            shown = placed(all, zoomed(shown, 1.25, 700));
            QVERIFY(shown.stepWidth > before);
        }
    }

    void aStepThatIsLeftIsFollowed()
    {
        const TimelineGeometry all = geometry(5000, 1276);
        for (const double width : {0.25, 1.0, 10.0, 60.0}) {
            TimelineGeometry shown = placed(all, {width, 2000});
            QCOMPARE(holding(shown, shown.firstStep), (StepWindow{shown.stepWidth, shown.firstStep}));
            for (const int step : {0, 1999, 4999, std::min(shown.endStep(), 4999), 37}) {
                shown = placed(all, holding(shown, step));
                QVERIFY(step >= shown.firstStep && step < shown.endStep());
                QCOMPARE(shown.stepWidth, width);
            }
        }
    }

    void aSummaryDrawsWhatTheRunDraws_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("backward");
        for (const double width : {0.0, 3.0, 0.5, 0.001}) {
            for (const bool backward : {false, true}) {
                QTest::addRow("GRU %g %d", width, backward) << int(CellKind::gru) << 60 << 1 << width << backward;
                QTest::addRow("LSTM %g %d", width, backward) << int(CellKind::lstm) << 5 << 9 << width << backward;
            }
        }
    }

    void aSummaryDrawsWhatTheRunDraws()
    {
        QFETCH(int, cell);
        QFETCH(int, units);
        QFETCH(int, inputs);
        QFETCH(double, width);
        QFETCH(bool, backward);
        const Record record = numbersRecord(
            {.cell = CellKind(cell), .hiddenSize = units, .inputSize = inputs, .lengths = {1600, 1501}});
        PlayheadState playhead{.sequence = 1, .step = 950, .unit = units / 2};
        playhead.pass = backward ? Pass::backward : Pass::forward;
        const Scene scene = sceneOf(record, playhead);
        const TimelineView summed = viewOf(scene, {width, 900}, true);
        QVERIFY(timelineLayout(large, scene, summed).summary);
        const QImage picture = pictureOf(scene, summed);
        // Singles stand for doubles: a colour may differ by a shade.
        QVERIFY(largestDifference(picture, pictureOf(scene, viewOf(scene, {width, 900}, false))) <= 4);
        PlayheadState other = playhead;
        other.sequence = 0;
        QVERIFY(largestDifference(picture, pictureOf(sceneOf(record, other), viewOf(scene, {width, 900}, false))) > 4);
        const Scene elsewhere = sceneOf(record, other);
        QVERIFY(!timelineLayout(large, elsewhere, summed).summary); // of another sequence it is not used
    }

    void whatIsUnderThePointIsToldInFull()
    {
        const Record record = numbersRecord({.hiddenSize = 100, .lengths = {2000}});
        const Scene scene = sceneOf(record, {.step = 10});
        for (const double width : {10.0, 0.5}) {
            const TimelineView view = viewOf(scene, {width, 600}, true);
            const TimelineLayout layout = timelineLayout(large, scene, view);
            const TimelineLane &lane = layout.lanes[1];
            QVERIFY(layout.bands.count < 100);
            const int step = layout.steps.firstStep + 30 * layout.steps.columnSteps();
            const int end = step + layout.steps.columnSteps();
            const int band = 5;
            const QPointF point(layout.left(step) + 0.5, lane.top + (band + 0.5) * lane.height / layout.bands.count);
            const HitAreas areas = timelineAreas(large, scene, view, point);
            const HitArea *area = areaAt(areas, point);
            QVERIFY(area);
            QCOMPARE(area->leadsTo.step, step);
            double least = INFINITY, largest = -INFINITY, sum = 0;
            for (int t = step; t < end; ++t) {
                for (const int unit : layout.bands.of(band)) {
                    const double value = laneValue(lane, scene, t, unit);
                    least = std::min(least, value);
                    largest = std::max(largest, value);
                    sum += value;
                }
            }
            const double mean = sum / (double(layout.bands.of(band).size()) * (end - step));
            const QString words = QStringLiteral("mean %1, from %2 to %3")
                                      .arg(inInspector(mean), inInspector(least), inInspector(largest));
            QVERIFY2(area->says().endsWith(words), qPrintable(area->says() + " / " + words));
            // Only its column is put into words.
            QVERIFY(areas.size() < 20);
        }
    }

    void nothingThatTakesLongIsReadWhileItsSummaryIsAwaited()
    {
        const Record record = numbersRecord({.hiddenSize = 128, .lengths = {4000}});
        const Scene scene = sceneOf(record, {.step = 10});
        TimelineView view = viewOf(scene, {0.001, 0}, false);
        view.awaitsSummary = true;
        QVERIFY(timelineLayout(large, scene, view).leavesOut);
        const QImage picture = pictureOf(scene, view);
        const TimelineLayout layout = timelineLayout(large, scene, view);
        const TimelineLane &lane = layout.lanes.front();
        for (int x = int(layout.steps.gutter) + 2; x < int(layout.right()) - 2; x += 7)
            if (std::abs(x - layout.middle(10)) > 4) // the playhead
                QCOMPARE(picture.pixel(x, int(lane.top + lane.height / 2)), scene.theme.paper.rgb());
        view.window = {10, 0}; // few steps are read at once
        QVERIFY(!timelineLayout(large, scene, view).leavesOut);
    }

    void unitsStandInTheOrderOfTheView()
    {
        const Record record = numbersRecord({.hiddenSize = 4});
        const Scene scene = sceneOf(record, {.step = 1});
        TimelineView view;
        view.order = {2, 0, 3, 1};
        const TimelineLayout layout = timelineLayout(large, scene, view);
        const HitAreas areas = timelineAreas(large, scene, view);
        for (int place = 0; place < 4; ++place) {
            const TimelineLane &lane = layout.lanes.back();
            const HitArea *area = areaAt(areas, {layout.middle(2), lane.unitTop(place) + lane.pitch() / 2});
            QVERIFY(area);
            QCOMPARE(area->leadsTo.unit, view.order[std::size_t(place)]);
            QCOMPARE(layout.places[std::size_t(area->leadsTo.unit)], place);
        }
        QVERIFY(pictureOf(scene, view) != pictureOf(scene, {}));
    }

    void keptUnitsStandAtTheTopWhateverTheOrder()
    {
        for (const int units : {8, 300}) {
            Record record = numbersRecord({.hiddenSize = units});
            auto experiment = std::make_shared<Experiment>(*record.experiment);
            experiment->units = {{0, Direction::forward, 2, "", true}, {0, Direction::forward, units - 1, "", true}};
            record.experiment = experiment;
            const Scene scene = sceneOf(record, {.step = 1});
            TimelineView view;
            for (int unit = units - 1; unit >= 0; --unit)
                view.order.push_back(unit);
            for (const QSizeF &size : {large, QSizeF(900, 170), QSizeF(3000, 500)}) {
                const TimelineLayout layout = timelineLayout(size, scene, view);
                QCOMPARE(layout.bands.of(0).front(), units - 1); // among themselves as the order has them
                QCOMPARE(layout.bands.of(1).front(), 2);
                QCOMPARE(layout.bands.of(1).size(), std::size_t(1));
                QCOMPARE(layout.bands.of(2).front(), units - 2);
                const HitAreas areas = timelineAreas(size, scene, view);
                for (const TimelineLane &lane : layout.lanes) {
                    QVERIFY(lane.restTop() > lane.keptBottom() && lane.keptBottom() <= lane.top + lane.height * 0.75);
                    QVERIFY(std::abs(lane.unitTop(units) - lane.bottom()) < 1e-6);
                    QVERIFY(lane.unitHeight(0) >= lane.pitch() - 1e-9);
                    for (int band = 0; band < layout.bands.count; ++band)
                        if (const int place = layout.bands.begin(band); place < lane.kept || lane.pitch() >= 1)
                            QCOMPARE(layout.bandAt(lane, lane.unitTop(place) + lane.unitHeight(place) / 2), band);
                    if (lane.keptPitch < 3)
                        continue; // too thin to be pointed at
                    const HitArea *area = areaAt(areas, {layout.middle(2), lane.unitTop(1) + lane.keptPitch / 2});
                    QVERIFY(area && area->leadsTo.unit == 2);
                    QVERIFY2(area->says().endsWith(u"; kept at the top"_qs), qPrintable(area->says()));
                }
            }
            const TimelineLayout layout = timelineLayout(large, scene); // in a picture too
            QCOMPARE(layout.bands.of(0).front(), 2);
            QCOMPARE(layout.bands.of(2).front(), 0);
            const auto bracket
                = pictureOf(scene, view).pixelColor(int(layout.steps.gutter) - 4, int(layout.lanes.back().top) + 1);
            QVERIFY(bracket != scene.theme.paper);
        }
    }

    void theStripOfAllStepsDimsWhatIsNotShown()
    {
        const Record record = numbersRecord({.hiddenSize = 3, .lengths = {4000}});
        const Scene scene = sceneOf(record, {.step = 2000});
        const TimelineView view = viewOf(scene, {10, 1990}, true);
        const TimelineGeometry steps = timelineGeometry(large, scene, view.window);
        const QSizeF size(1468, 24);
        QImage strip(size.toSize(), QImage::Format_RGB32);
        {
            QPainter painter(&strip);
            drawTimelineOverview(painter, size, scene, view, steps);
        }
        QImage windowed = strip;
        {
            QPainter painter(&windowed);
            drawOverviewWindow(painter, size, scene, steps);
        }
        const QRectF where = overviewStrip(size, steps);
        const auto xOf = [&](int step) { return int(where.left() + where.width() * step / 4000); };
        const int y = int(where.center().y());
        QVERIFY(strip.pixel(xOf(1000), y) != scene.theme.paper.rgb());
        QVERIFY(windowed.pixel(xOf(1000), y) != strip.pixel(xOf(1000), y));
        const int inside = steps.firstStep + steps.shownSteps / 3;
        QCOMPARE(windowed.pixel(xOf(inside), y), strip.pixel(xOf(inside), y));
    }
};

QTEST_MAIN(LongTimelineTest)
#include "long_timeline_test.moc"

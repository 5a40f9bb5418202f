// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"
#include "timeline_scenes.h"

#include "core/trace/moment.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/drawing/timeline/timeline_gradient.h"
#include "ui/drawing/timeline/timeline_layout.h"

#include <QTest>

#include <cmath>

#include <set>

using namespace gatescope;

namespace {

const QSizeF large(1468, 224);
const QSizeF small(884, 170);

/// The record with every recorded value, gradient and input outside first … end−1 replaced.
Record changedOutside(const Record &record, int first, int end)
{
    const auto change = [&](TimeArray &values) {
        for (int step = 0; step < values.steps(); ++step) {
            for (int unit = 0; (step < first || step >= end) && unit < values.units(); ++unit)
                values.set(step, 0, unit, 0.125);
        }
    };
    auto batch = std::make_shared<Batch>(*record.trace->batch);
    change(batch->x);
    auto trace = std::make_shared<Trace>(*record.trace);
    auto gradients = std::make_shared<GradientTrace>(*record.gradients);
    trace->batch = batch;
    for (LayerTrace &layer : trace->layers) {
        for (auto &[part, values] : layer.parts)
            change(values);
    }
    for (LayerTrace &layer : gradients->layers) {
        for (auto &[part, values] : layer.parts)
            change(values);
    }
    Record changed = record;
    changed.trace = trace;
    changed.gradients = gradients;
    return changed;
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT
private slots:
    void theSameSceneGivesTheSamePicture_data();
    void theSameSceneGivesTheSamePicture();
    void stepAtIsTheInverseOfLeft_data();
    void stepAtIsTheInverseOfLeft();
    void thePlayheadsStepIsAlwaysShown();
    void everyShownStepHasAnAreaThatLeadsThere();
    void areasSayTheNumbersOfTheTrace();
    void aLaneLeadsToThePartItShows();
    void inputAreasSayWhatIsReadAndSaid();
    void aNewLineIsShownAsItsSign();
    void theGradientLaneSaysTheLengthsOfTheStatesGradients();
    void pictureDoesNotDependOnStepsThatAreNotShown_data();
    void pictureDoesNotDependOnStepsThatAreNotShown();
    void lanesStayWhileThePlayheadWalksThem();
    void backwardPassKeepsTheGateThatKeepsAndTheState();
    void stepsPastTheEndLeadNowhere();
    void aLongSequenceHasNoMoreAreasThanFit();
    void lanesDoNotOverlap();
    void nothingStandsBesideTheStepNumbers();
};

void TimelineTest::theSameSceneGivesTheSamePicture_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("pass");
    QTest::addColumn<int>("theme");
    for (const int pass : {0, 1}) {
        for (const int name : {0, 1, 2}) {
            QTest::addRow("large %d %d", pass, name) << large << pass << name;
            QTest::addRow("small %d %d", pass, name) << small << pass << name;
        }
    }
}

void TimelineTest::theSameSceneGivesTheSamePicture()
{
    QFETCH(QSizeF, size);
    QFETCH(int, pass);
    QFETCH(int, theme);
    const Record record = lettersRecord("hello world");
    const Scene scene{record, at(3, pass ? Pass::backward : Pass::forward), gatescope::theme(ThemeName(theme))};
    const QImage picture = pictureOf(drawTimeline, size, scene);
    QCOMPARE(picture, pictureOf(drawTimeline, size, scene));
    const Scene elsewhere{record, at(4, scene.playhead.pass), scene.theme};
    QVERIFY(picture != pictureOf(drawTimeline, size, elsewhere));
}

void TimelineTest::stepAtIsTheInverseOfLeft_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("step");
    QTest::newRow("1") << 1 << 0;
    QTest::newRow("4") << 4 << 2;
    QTest::newRow("11") << 11 << 10;
    QTest::newRow("100") << 100 << 50;
    QTest::newRow("1000") << 1000 << 700;
}

void TimelineTest::stepAtIsTheInverseOfLeft()
{
    QFETCH(int, length);
    QFETCH(int, step);
    const Record record = numbersRecord({.lengths = {length}});
    for (const QSizeF &size : {large, small}) {
        const TimelineGeometry steps = timelineGeometry(size, sceneOf(record, at(step)));
        QVERIFY(steps.shownSteps >= 1);
        QVERIFY(steps.left(steps.firstStep + steps.shownSteps) <= size.width());
        for (int shown = steps.firstStep; shown < steps.firstStep + steps.shownSteps; ++shown) {
            QCOMPARE(steps.stepAt(steps.left(shown)).value_or(-1), shown);
            QCOMPARE(steps.stepAt(steps.left(shown) + steps.stepWidth - 0.001).value_or(-1), shown);
        }
        QVERIFY(!steps.stepAt(steps.gutter - 1));
        QVERIFY(!steps.stepAt(steps.left(steps.firstStep + steps.shownSteps)));
    }
}

void TimelineTest::thePlayheadsStepIsAlwaysShown()
{
    const Record record = numbersRecord({.hiddenSize = 1, .lengths = {1000}});
    for (int step = 0; step < 1000; ++step) {
        const TimelineGeometry steps = timelineGeometry(small, sceneOf(record, at(step)));
        // Away from the ends there is something to see on both sides.
        QVERIFY2(step - steps.firstStep >= std::min(step, 3), qPrintable(QString::number(step)));
        QVERIFY2(steps.firstStep + steps.shownSteps - step > std::min(999 - step, 3),
                 qPrintable(QString::number(step)));
        QVERIFY(steps.stepWidth >= 10);
    }
}

void TimelineTest::everyShownStepHasAnAreaThatLeadsThere()
{
    const Record record = numbersRecord({.hiddenSize = 64, .lengths = {300}});
    for (const Pass pass : {Pass::forward, Pass::backward}) {
        const Scene scene = sceneOf(record, at(150, pass));
        const TimelineGeometry steps = timelineGeometry(large, scene);
        const HitAreas areas = timelineAreas(large, scene);
        for (int step = steps.firstStep; step < steps.firstStep + steps.shownSteps; ++step) {
            for (double y = 1; y < 200; y += 3) {
                const HitArea *area = areaAt(areas, {steps.left(step) + steps.stepWidth / 2, y});
                QVERIFY(area);
                QCOMPARE(area->leadsTo.step, step);
                QCOMPARE(area->leadsTo.pass, pass);
            }
        }
    }
}

void TimelineTest::areasSayTheNumbersOfTheTrace()
{
    const Record record
        = numbersRecord({.cell = CellKind::lstm, .layers = 2, .bidirectional = true, .lengths = {4, 7}});
    PlayheadState playhead = at(2);
    playhead.sequence = 1;
    playhead.layer = 1;
    playhead.direction = Direction::backward;
    const Scene scene = sceneOf(record, playhead);
    const TimelineLayout layout = timelineLayout(large, scene);
    const HitAreas areas = timelineAreas(large, scene);
    QCOMPARE(layout.lanes.size(), std::size_t(6));
    for (const TimelineLane &lane : layout.lanes) {
        for (int step = 0; step < 7; ++step) {
            for (int unit = 0; unit < 3; ++unit) {
                const HitArea *area = areaAt(areas, {layout.middle(step), lane.unitTop(unit) + lane.pitch() / 2});
                QVERIFY(area);
                QCOMPARE(area->leadsTo.step, step);
                QCOMPARE(area->leadsTo.unit, unit);
                const double value = record.trace->at(1, Direction::backward)[lane.part](step, 1, unit);
                QVERIFY2(area->says().endsWith(inInspector(value)), qPrintable(area->says()));
            }
        }
    }
}

void TimelineTest::aLaneLeadsToThePartItShows()
{
    for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        const Record record = numbersRecord({.cell = cell});
        const Scene scene = sceneOf(record, at(0));
        const TimelineLayout layout = timelineLayout(large, scene);
        const HitAreas areas = timelineAreas(large, scene);
        for (const TimelineLane &lane : layout.lanes) {
            const HitArea *area = areaAt(areas, {layout.middle(1), lane.top + lane.height / 2});
            QVERIFY(area);
            const StepPart &part = describe(cell).stepParts[static_cast<std::size_t>(area->leadsTo.part)];
            QVERIFY(part.completes == lane.part);
        }
    }
}

void TimelineTest::inputAreasSayWhatIsReadAndSaid()
{
    const Record record = lettersRecord("hello");
    const Scene scene = sceneOf(record, at(0));
    const TimelineLayout layout = timelineLayout(large, scene);
    const HitAreas areas = timelineAreas(large, scene);
    const std::vector<std::string> alphabet{"h", "e", "l", "o"};
    for (int step = 0; step < 5; ++step) {
        Eigen::Index said = 0;
        const double probability = headProbabilities(*record.trace, step, 0).maxCoeff(&said);
        const QString says = areaAt(areas, {layout.middle(step), 20})->says();
        QVERIFY2(says.contains(QStringLiteral("reads ") + QChar("hello"[step])), qPrintable(says));
        QVERIFY2(says.contains(QStringLiteral("says ") + QString::fromStdString(alphabet[std::size_t(said)])),
                 qPrintable(says));
        QVERIFY2(says.contains(inInspector(probability)), qPrintable(says));
        if (step < 4) {
            const std::string wanted(1, "hello"[step + 1]);
            QCOMPARE(says.contains(QStringLiteral("would be right")), wanted != alphabet[std::size_t(said)]);
        }
    }
}

void TimelineTest::aNewLineIsShownAsItsSign()
{
    const Record record = lettersRecord("a\n\tb\n");
    QCOMPARE(stepLabel(record, 0, 1), std::string("⏎"));
    int signs = 0;
    for (int step = 0; step < 5; ++step) {
        const Scene scene = sceneOf(record, at(step));
        QCOMPARE(stepLabel(record, 0, step), stepLabel(record.experiment->input, 0, step));
        HitAreas areas = timelineAreas(large, scene);
        const auto drawing = [&](QPainter &painter, const QSizeF &size, const Scene &drawn) {
            const HitAreas drawnAreas = drawCell(painter, size, drawn);
            areas.insert(areas.end(), drawnAreas.begin(), drawnAreas.end());
            return drawnAreas;
        };
        pictureOf(drawing, large, scene);
        for (const HitArea &area : areas) {
            QVERIFY2(!area.says().contains('\n') && !area.says().contains('\t'), qPrintable(area.says()));
            signs += area.says().contains(QStringLiteral("⏎")) ? 1 : 0;
        }
    }
    QVERIFY(signs > 0);
}

void TimelineTest::theGradientLaneSaysTheLengthsOfTheStatesGradients()
{
    const Record record = numbersRecord({.layers = 2, .bidirectional = true, .lengths = {9, 6}});
    for (const Direction direction : {Direction::forward, Direction::backward}) {
        PlayheadState playhead = at(1);
        playhead.sequence = 1;
        playhead.direction = direction;
        const Scene scene = sceneOf(record, playhead);
        const TimelineLayout layout = timelineLayout(large, scene);
        const HitAreas areas = timelineAreas(large, scene);
        const TimeArray &dh = record.gradients->at(record.spec(), 0, direction)[Part::state];
        for (int step = 0; step < 6; ++step) {
            const double length = dh.at(step, 1).norm();
            QCOMPARE(stateGradientLength(scene, step), length);
            const HitArea *area
                = areaAt(areas, {layout.middle(step), (layout.gradientTop + layout.gradientBottom) / 2});
            QVERIFY(area);
            QVERIFY2(area->says().contains(gradientNumber(length, 3)), qPrintable(area->says()));
        }
    }
}

void TimelineTest::pictureDoesNotDependOnStepsThatAreNotShown_data()
{
    QTest::addColumn<int>("inputSize");
    QTest::addColumn<int>("pass");
    for (const int inputSize : {1, 3, 7}) { // curves and a strip
        QTest::addRow("%d features, forward", inputSize) << inputSize << 0;
        QTest::addRow("%d features, backward", inputSize) << inputSize << 1;
    }
}

void TimelineTest::pictureDoesNotDependOnStepsThatAreNotShown()
{
    QFETCH(int, inputSize);
    QFETCH(int, pass);
    const Record record = numbersRecord({.cell = CellKind::lstm, .inputSize = inputSize, .lengths = {600}});
    const PlayheadState playhead = at(300, pass ? Pass::backward : Pass::forward);
    const Scene scene = sceneOf(record, playhead);
    const TimelineGeometry steps = timelineGeometry(large, scene);
    QVERIFY(steps.firstStep > 0 && steps.firstStep + steps.shownSteps < 600);
    const Record other = changedOutside(record, steps.firstStep, steps.firstStep + steps.shownSteps);
    QCOMPARE(pictureOf(drawTimeline, large, scene), pictureOf(drawTimeline, large, sceneOf(other, playhead)));
    const Record closer = changedOutside(record, steps.firstStep + 1, steps.firstStep + steps.shownSteps);
    QVERIFY(pictureOf(drawTimeline, large, scene) != pictureOf(drawTimeline, large, sceneOf(closer, playhead)));
}

void TimelineTest::lanesStayWhileThePlayheadWalksThem()
{
    const Record record = numbersRecord({.lengths = {400}});
    const auto onlyLanes = [](QPainter &painter, const QSizeF &size, const Scene &scene) {
        drawTimelineLanes(painter, size, scene);
        return HitAreas();
    };
    for (const Pass pass : {Pass::forward, Pass::backward}) {
        const Scene here = sceneOf(record, at(200, pass));
        const QImage lanes = pictureOf(onlyLanes, large, here);
        int kept = 0;
        for (int step = 0; step < 400; ++step) {
            PlayheadState playhead = at(step, pass);
            playhead.part = 1;
            playhead.progress = 0.5;
            const Scene there = sceneOf(record, playhead);
            if (timelineGeometry(large, here) != timelineGeometry(large, there))
                continue;
            ++kept;
            QCOMPARE(pictureOf(onlyLanes, large, there), lanes);
        }
        QVERIFY2(kept > 50, qPrintable(QString::number(kept)));
    }
}

void TimelineTest::backwardPassKeepsTheGateThatKeepsAndTheState()
{
    const auto parts = [](CellKind cell, Pass pass) {
        const Record record = numbersRecord({.cell = cell});
        return laneParts(sceneOf(record, at(0, pass)));
    };
    using enum Part;
    QCOMPARE(parts(CellKind::gru, Pass::forward), (std::vector{reset, update, candidate, state}));
    QCOMPARE(parts(CellKind::gru, Pass::backward), (std::vector{update, state}));
    QCOMPARE(parts(CellKind::lstm, Pass::backward), (std::vector{forgetGate, state}));
    QCOMPARE(parts(CellKind::rnn, Pass::backward), (std::vector{state}));
}

void TimelineTest::stepsPastTheEndLeadNowhere()
{
    const Record record = numbersRecord({.lengths = {4, 9}});
    const Scene scene = sceneOf(record, at(1));
    QCOMPARE(timelineGeometry(large, scene).shownSteps, 9);
    std::set<int> steps;
    for (const HitArea &area : timelineAreas(large, scene))
        steps.insert(area.leadsTo.step);
    QCOMPARE(steps, (std::set{0, 1, 2, 3}));
}

void TimelineTest::aLongSequenceHasNoMoreAreasThanFit()
{
    const Record longer = numbersRecord({.hiddenSize = 2, .lengths = {10000}});
    const Record shorter = numbersRecord({.hiddenSize = 2, .lengths = {500}});
    const std::size_t many = timelineAreas(large, sceneOf(longer, at(5000))).size();
    QCOMPARE(many, timelineAreas(large, sceneOf(shorter, at(250))).size());
}

void TimelineTest::lanesDoNotOverlap()
{
    for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        for (const int units : {1, 8, 64}) {
            const Record record = numbersRecord({.cell = cell, .hiddenSize = units});
            for (const QSizeF &size : {large, small, QSizeF(1920, 400)}) {
                for (const Pass pass : {Pass::forward, Pass::backward}) {
                    const TimelineLayout layout = timelineLayout(size, sceneOf(record, at(0, pass)));
                    double y = layout.inputBottom;
                    for (const TimelineLane &lane : layout.lanes) {
                        QVERIFY(lane.top >= y);
                        QVERIFY(lane.height >= 11);
                        y = lane.bottom();
                    }
                    QVERIFY(layout.gradientTop >= y);
                    QVERIFY(layout.gradientBottom - layout.gradientTop >= 18);
                    QVERIFY(layout.footBaseline + 2 <= size.height());
                }
            }
        }
    }
}

void TimelineTest::nothingStandsBesideTheStepNumbers()
{
    for (const QSizeF &size : {large, small, QSizeF(904, 196), QSizeF(1920, 400)}) {
        for (const Pass pass : {Pass::forward, Pass::backward}) {
            for (const bool classroom : {false, true}) {
                const Record record = lettersRecord("hello world");
                Scene scene = sceneOf(record, at(3, pass));
                scene.classroom = classroom;
                const TimelineLayout layout = timelineLayout(size, scene);
                const QImage picture = pictureOf(drawTimeline, size, scene);
                const int digits = int(layout.footBaseline - layout.px(8)); // where the numbers begin
                const int gutter = int(layout.steps.gutter - layout.px(8));
                for (int y = digits; y < picture.height(); ++y)
                    for (int x = 0; x < gutter; ++x)
                        QCOMPARE(picture.pixel(x, y), picture.pixel(0, picture.height() - 1));
            }
        }
    }
}

QTEST_MAIN(TimelineTest)
#include "timeline_test.moc"

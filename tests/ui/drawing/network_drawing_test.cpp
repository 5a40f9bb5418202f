// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "core/trace/input_gradient.h"
#include "drawn_experiments.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/network/network_drawing.h"
#include "ui/drawing/network/network_layout.h"
#include "ui/drawing/scene/head_target.h"
#include "ui/drawing/timeline/timeline_drawing.h"

#include <QTest>

#include <algorithm>

#include <ctime>

using namespace gatescope;

namespace {

constexpr QSizeF board(1468, 748);
constexpr int blend = 4;

struct Picture {
    QImage image;
    HitAreas areas;
};

Picture network(const Record &record, const PlayheadState &at, bool predicting = false, const QSizeF &size = board)
{
    Picture picture{QImage(size.toSize(), QImage::Format_RGB32), {}};
    QPainter painter(&picture.image);
    Scene scene{record, clamped(at, *record.trace), theme(ThemeName::light)};
    scene.predicting = predicting;
    picture.areas = drawNetwork(painter, size, scene);
    return picture;
}

bool isSaid(const HitAreas &areas, const QString &words)
{
    return std::ranges::any_of(areas, [&](const HitArea &area) { return area.says().contains(words); });
}

/// The same record, but its states and answers from this step on are others.
Record otherwiseFrom(const Record &record, int step)
{
    Trace trace = *record.trace;
    for (int t = step; t < trace.batch->steps(); ++t) {
        for (LayerTrace &layer : trace.layers) {
            for (int unit = 0; unit < trace.spec.hiddenSize; ++unit)
                layer[Part::state].set(t, 0, unit, -layer[Part::state](t, 0, unit));
        }
        for (int output = 0; output < trace.headOutput.units(); ++output)
            trace.headOutput.set(t, 0, output, -trace.headOutput(t, 0, output));
    }
    Record other = record;
    other.trace = std::make_shared<const Trace>(std::move(trace));
    return other;
}

} // namespace

/// The network unrolled in time shows what its states are, and no more than is computed.
class NetworkDrawingTest : public QObject
{
    Q_OBJECT

private slots:
    /// A task that asks at the end, as adding does, has no targets before it.
    void onlyWhatALossAtTheLastStepAsksHasATarget()
    {
        Experiment adding;
        adding.spec.inputSize = 2;
        adding.spec.hiddenSize = 3;
        adding.spec.headOutputs = 1;
        adding.parameters = initialParameters(adding.spec, 7);
        adding.input.source = NumberInput{{}, {Matrix::Random(5, 2)}};
        adding.objective.kind = LossKind::squaredError;
        adding.objective.values = TimeArray(5, 1, 1);
        adding.objective.values.set(4, 0, 0, 1.5);
        for (const WatchedSteps watched : {WatchedSteps::last, WatchedSteps::every}) {
            adding.objective.watched = watched;
            const Record record = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(adding)).value();
            const Picture picture = network(record, {.step = 4, .part = blend, .level = 0});
            QCOMPARE(std::ranges::count_if(picture.areas,
                                           [](const HitArea &area) { return area.says().contains("; target "); }),
                     watched == WatchedSteps::last ? 1 : 5);
            QVERIFY(targetAt(sceneOf(record, {.step = 4}), 4));
            QCOMPARE(targetAt(sceneOf(record, {.step = 2}), 2).has_value(),
                     watched == WatchedSteps::every); // a cell's, too
        }
    }

    void everyStateTellsItsValueAndLeadsToItself()
    {
        const Record record = numbersRecord({.hiddenSize = 3, .layers = 2, .bidirectional = true});
        const Picture picture = network(record, {.step = 4, .part = blend, .level = 0});
        const NetworkSpec &spec = record.spec();
        for (int layer = 0; layer < 2; ++layer) {
            for (const Direction direction : {Direction::forward, Direction::backward}) {
                for (int step = 0; step < 5; ++step) {
                    for (int unit = 0; unit < spec.hiddenSize; ++unit) {
                        const QString value
                            = inInspector(record.trace->at(layer, direction)[Part::state](step, 0, unit));
                        const bool told = std::ranges::any_of(picture.areas, [&](const HitArea &area) {
                            const PlayheadState &to = area.leadsTo;
                            return to.layer == layer && to.direction == direction && to.step == step && to.unit == unit
                                && area.says().endsWith(QStringLiteral("unit %1: %2").arg(unit).arg(value));
                        });
                        QVERIFY2(told, qPrintable(value));
                    }
                }
            }
        }
    }

    void theGlyphAtTheTopmostPlaceIsTheOneThatIsSeen()
    {
        const Record record = numbersRecord({.hiddenSize = 64, .layers = 2});
        const Scene scene{record, clamped({.step = 2, .part = blend, .level = 0}, *record.trace),
                          theme(ThemeName::light)};
        const NetworkLayout layout = networkLayout(board, scene);
        const HitAreas areas = network(record, scene.playhead).areas;
        for (const NetworkRow &row : layout.rows) {
            for (int step = 0; step < 5; ++step) {
                const HitArea *area = areaAt(areas, layout.glyph(row, step).center());
                QVERIFY(area);
                QCOMPARE(area->leadsTo.layer, row.layer);
                QCOMPARE(area->leadsTo.step, step);
            }
        }
    }

    void whatIsHeldInACellIsMarkedAndTold()
    {
        const Record record = numbersRecord({.hiddenSize = 4, .layers = 2});
        Trace trace = *record.trace;
        Batch batch = *trace.batch;
        batch.pins.push_back({1, Direction::forward, Part::update, 2, 1, 2, 0, 0.5});
        trace.batch = std::make_shared<const Batch>(batch);
        Record held = record;
        held.trace = std::make_shared<const Trace>(std::move(trace));
        const PlayheadState at{.step = 4, .part = blend, .level = 0};
        const Picture picture = network(held, at), usual = network(record, at);
        const Scene scene{held, clamped(at, *held.trace), theme(ThemeName::light)};
        const NetworkLayout layout = networkLayout(board, scene);
        for (const NetworkRow &row : layout.rows) {
            for (int step = 0; step < 5; ++step) {
                const bool isHeld = row.layer == 1 && (step == 1 || step == 2);
                const QRectF glyph = layout.glyph(row, step);
                QCOMPARE(areaAt(picture.areas, glyph.center())->says().endsWith("held here: z of unit 2"), isHeld);
                const QRect around = glyph.adjusted(-9, -9, 9, 9).toRect();
                QCOMPARE(picture.image.copy(around) != usual.image.copy(around), isHeld);
            }
        }
    }

    void answersAndLettersAreTold()
    {
        const Record record = lettersRecord("hello");
        const HitAreas areas = network(record, {.step = 4, .part = blend, .level = 0}).areas;
        QVERIFY(isSaid(areas, "step 1 reads e"));
        QVERIFY(isSaid(areas, "step 1 says"));
        QVERIFY(isSaid(areas, "would be right"));
    }

    void whatIsToBePredictedLeavesNoTrace()
    {
        const Record record = lettersRecord("hello");
        for (const int part : {0, 2, blend}) {
            const PlayheadState at{.step = 2, .part = part, .level = 0};
            const Record other = otherwiseFrom(record, part == blend ? 3 : 2);
            const Picture one = network(record, at, true);
            const Picture two = network(other, at, true);
            QCOMPARE(one.image, two.image);
            for (std::size_t i = 0; i < one.areas.size(); ++i)
                QCOMPARE(one.areas[i].says(), two.areas[i].says());
            QVERIFY(network(record, at).image != network(other, at).image);
        }
    }

    void upperLayersAndLaterStepsArePale()
    {
        const Record record = numbersRecord({.hiddenSize = 3, .layers = 2});
        const PlayheadState early{.step = 1, .part = blend, .level = 0};
        const PlayheadState late{.step = 4, .part = blend, .layer = 1, .level = 0};
        const Scene scene{record, clamped(early, *record.trace), theme(ThemeName::light)};
        const NetworkLayout layout = networkLayout(board, scene);
        const QImage pale = network(record, early).image;
        const QImage full = network(record, late).image;
        const auto at = [&](int layer, int step) {
            const QRectF glyph = layout.glyph(layout.rows[std::size_t(layer)], step);
            return (glyph.topLeft() + QPointF(3, 3)).toPoint();
        };
        QCOMPARE(pale.pixel(at(0, 0)), full.pixel(at(0, 0)));
        QCOMPARE(pale.pixel(at(1, 0)), full.pixel(at(1, 0)));
        QVERIFY(pale.pixel(at(1, 1)) != full.pixel(at(1, 1)));
        QVERIFY(pale.pixel(at(0, 3)) != full.pixel(at(0, 3)));
    }

    void theBackwardPassShowsGradients()
    {
        const Record record = lettersRecord("hello");
        const HitAreas areas = network(record, {.step = 0, .part = 0, .pass = Pass::backward, .level = 0}).areas;
        const double gradient = record.gradients->at(record.spec(), 0, Direction::forward)[Part::state](3, 0, 0);
        QVERIFY(isSaid(areas, QStringLiteral("step 3, dL/dh of unit 0: %1").arg(gradientNumber(gradient, 3))));
        QVERIFY(isSaid(areas, "its loss is watched"));
    }

    void gradientsComeDownTheWiresBetweenLayers_data()
    {
        QTest::addColumn<bool>("bidirectional");
        QTest::newRow("one direction") << false;
        QTest::newRow("both directions") << true;
    }

    void gradientsComeDownTheWiresBetweenLayers()
    {
        QFETCH(bool, bidirectional);
        const Record record = numbersRecord({.hiddenSize = 3, .layers = 2, .bidirectional = bidirectional});
        const PlayheadState at{.step = 0, .part = 0, .pass = Pass::backward, .level = 0};
        const Scene scene{record, clamped(at, *record.trace), theme(ThemeName::light)};
        const NetworkLayout layout = networkLayout(board, scene);
        const QImage picture = network(record, at).image;
        const QRgb vermilion = scene.theme.wire(Role::gradient).rgb();
        // Pixels of the wire that crosses this height here.
        const auto thick = [&](double x, double y) {
            int found = 0;
            for (int i = -12; i <= 12; ++i)
                found += picture.pixel(qRound(x) + i, qRound(y)) == vermilion;
            return found;
        };
        const auto matches = [&](double x, double y, double gradient) {
            const int expected = int(layout.mark(gradientWireWidth(gradient)));
            const int found = thick(x, y);
            return expected >= 2 && found >= expected - 2 && found <= expected + 1;
        };
        Matrix sent = Matrix::Zero(5, record.spec().outputSize());
        std::vector<Matrix> of;
        for (int d = 0; d < record.spec().directions(); ++d) {
            of.push_back(inputGradients(*record.trace, *record.gradients, record.experiment->parameters,
                                        {1, d == 0 ? Direction::forward : Direction::backward, 0, 0}, 5));
            sent += of.back();
        }
        const int H = record.spec().hiddenSize;
        const NetworkRow &below = layout.rows[0];
        const NetworkRow &above = layout.rows[std::size_t(record.spec().directions())];
        for (int step = 1; step < 5; ++step) {
            const double x = layout.middle(step);
            if (!bidirectional) {
                QVERIFY(matches(x, (below.top + above.bottom()) / 2 - 6, sent.row(step).norm()));
                continue;
            }
            const double source = layout.sourceOf(1);
            const double fork = (source + above.bottom()) / 2;
            QVERIFY(thick(x, (fork + source) / 2) > 0); // both together, their head below
            QVERIFY(matches(x + above.aside, above.bottom() + 6, of[0].row(step).norm()));
            const NetworkRow &twin = layout.rows[1];
            QVERIFY(matches(x + below.aside, twin.bottom() + 6, sent.row(step).head(H).norm()));
        }
        const QImage forward = network(record, {.step = 4, .part = blend, .layer = 1, .level = 0}).image;
        for (int y = 0; y < forward.height(); ++y)
            for (int x = 0; x < forward.width(); ++x)
                QVERIFY(forward.pixel(x, y) != vermilion);
    }

    void theStepsAreThoseOfTheTimeline()
    {
        const Record record = numbersRecord({.lengths = {1000}});
        for (const int step : {0, 400, 999}) {
            const Scene scene{record, clamped({.step = step, .level = 0}, *record.trace), theme(ThemeName::light)};
            for (const double width : {904.0, 1200.0, 1468.0}) {
                const TimelineGeometry steps = networkLayout({width, 600}, scene).steps;
                QCOMPARE(steps, timelineGeometry({width, width < 1300 ? 140.0 : 224.0}, scene));
                QVERIFY(step >= steps.firstStep && step < steps.firstStep + steps.shownSteps);
            }
        }
    }

    void theSmallestNetworkIsDrawn()
    {
        const Record record = numbersRecord({.hiddenSize = 1, .inputSize = 1, .lengths = {1}});
        QVERIFY(isSaid(network(record, {.part = blend, .level = 0}).areas, "unit 0"));
        network(record, {.part = blend, .level = 0}, false, {400, 280});
    }

    void theLargestNetworkTakesNoSeconds()
    {
        const Record record
            = numbersRecord({.hiddenSize = 1024, .inputSize = 1, .layers = 4, .bidirectional = true, .lengths = {3}});
        const std::clock_t before = std::clock(); // its own work, whatever else the machine does
        for (const Pass pass : {Pass::forward, Pass::backward})
            network(record, {.step = 2, .part = blend, .pass = pass, .level = 0});
        const double seconds = double(std::clock() - before) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 2, qPrintable(QString::number(seconds)));
    }
};

QTEST_MAIN(NetworkDrawingTest)
#include "network_drawing_test.moc"

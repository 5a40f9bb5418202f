// SPDX-License-Identifier: GPL-3.0-or-later
#include "../common/drawn_texts.h"
#include "drawn_experiments.h"
#include "timeline_scenes.h"

#include "core/engine/reference_backend.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/network/network_drawing.h"
#include "ui/drawing/network/network_layout.h"
#include "ui/drawing/scene/gradient_decades.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/timeline/timeline_gradient.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/drawing/unit/unit_drawing.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace gatescope;

namespace {

const QSizeF board(1468, 748);
const QSizeF timeline(1468, 224);

/// The same network with weights so small that no state comes to 0.1.
Record quiet(const Record &record, double factor = 0.05)
{
    Experiment experiment = *record.experiment;
    for (LayerParameters &layer : experiment.parameters.layers) {
        for (Matrix *weights : {&layer.W, &layer.U})
            *weights *= factor;
        for (Vector *biases : {&layer.bIn, &layer.bRec})
            *biases *= factor;
    }
    return computeRecord(ReferenceBackend(), std::make_shared<Experiment>(std::move(experiment))).value();
}

double largestState(const Record &record)
{
    double largest = 0;
    for (const LayerTrace &layer : record.trace->layers)
        for (const Part part : {Part::state, Part::candidate})
            for (int t = 0; t < layer[part].steps(); ++t)
                largest = std::max(largest, layer[part].at(t, 0).cwiseAbs().maxCoeff());
    return largest;
}

QStringList textsOf(const Drawing &drawing, const QSizeF &size, const Scene &scene)
{
    TextRecorder recorder(size.toSize());
    QPainter painter(&recorder);
    drawing(painter, size, scene);
    painter.end();
    QStringList texts;
    for (const DrawnText &drawn : recorder.texts())
        texts << drawn.text;
    return texts;
}

} // namespace

/// Signs are told without colour, and small states are seen.
class SignsAndScalesTest : public QObject
{
    Q_OBJECT

private slots:
    /// In grey a column of a thousand units says by the side on which it is darker what its sign is.
    void aStripTellsTheSignByTheSide()
    {
        for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast})
            for (const double sign : {-1.0, 1.0}) {
                QImage picture(80, 240, QImage::Format_RGB32);
                picture.fill(theme(name).paper);
                QPainter painter(&picture);
                const RowLayout rows = RowLayout::fitting(1024, 0, 240, 24, 40);
                drawColumn(painter, 0, 0, 80, Vector::Constant(1024, 0.4 * sign), rows,
                           {.role = Role::candidate, .digits = 0}, theme(name));
                painter.end();
                const int left = qGray(picture.pixel(30, 150)), right = qGray(picture.pixel(50, 150));
                QVERIFY2(std::abs(left - right) > 15, qPrintable(keyOf(name)));
                const bool isInkOnTheRight = (right < left) == (name == ThemeName::light);
                QCOMPARE(isInkOnTheRight, sign > 0);
            }
    }

    /// Signs cancel in the means of many units, which then would be no longer than a hair.
    void aStripsBarsHaveAScaleOfTheirOwnWhereMeansAreSmall()
    {
        const RowLayout rows = RowLayout::fitting(1024, 0, 240, 24, 40);
        const ColumnStyle style{.scale = 1};
        QCOMPARE(barScale(Vector::Constant(1024, 0.4), rows, style), 1.0);
        Vector cancelling(1024);
        for (Eigen::Index unit = 0; unit < cancelling.size(); ++unit)
            cancelling[unit] = unit % 2 == 0 ? 0.91 : -0.89;
        const double scale = barScale(cancelling, rows, style);
        QVERIFY(scale > 0.01 && scale < 0.3);
        QCOMPARE(barScale(cancelling, RowLayout::fitting(8, 0, 240, 24, 40), style), 1.0); // of cells each has its own
        QCOMPARE(barScale(cancelling, rows, {.style = ValueStyle::gate}), 1.0);
    }

    void theStageSaysTheScaleOfAStripsBars()
    {
        const Record record = numbersRecord({.hiddenSize = 600, .lengths = {3}});
        const Scene scene = sceneOf(record, clamped({.step = 2, .part = 4, .level = 1}, *record.trace));
        const QStringList said = textsOf(drawCell, board, scene);
        QVERIFY2(std::ranges::any_of(said, [](const QString &text) { return text.contains(u"±0"_qs); }),
                 qPrintable(said.join(u'|')));
    }

    /// Cells that are too narrow for a dash each: in high contrast the negative ones have one line.
    void narrowNegativeCellsAreStruckThroughInHighContrast()
    {
        Matrix values = Matrix::Constant(4, 100, 0.6);
        values.row(2).setConstant(-0.6);
        for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast}) {
            QImage picture(200, 40, QImage::Format_RGB32);
            picture.fill(theme(name).paper);
            QPainter painter(&picture);
            drawSignMarks(painter, QRectF(0, 0, 200, 40), values, {}, theme(name));
            painter.end();
            const auto isMarked = [&](int row) { return picture.pixelColor(100, row * 10 + 5) != theme(name).paper; };
            QCOMPARE(isMarked(2), name == ThemeName::contrast);
            QVERIFY(!isMarked(1) && !isMarked(3));
        }
    }

    void aLanesNegativeCellsHaveADash()
    {
        const Record record = numbersRecord({.hiddenSize = 3, .lengths = {30}});
        const Scene scene = sceneOf(record, clamped({.step = 29, .part = 4}, *record.trace));
        const TimelineLayout layout = timelineLayout(timeline, scene);
        const QImage picture = pictureOf(drawTimeline, timeline, scene).convertToFormat(QImage::Format_Grayscale8);
        const TimelineLane &lane = layout.lanes.back();
        QCOMPARE(lane.part, Part::state);
        const TimeArray &states = record.trace->at(0, Direction::forward)[Part::state];
        int negative = 0;
        for (int step = 0; step < 29; ++step) { // around the current one is a frame
            for (int unit = 0; unit < 3; ++unit) {
                const double value = states(step, 0, unit);
                const double y = lane.unitTop(unit) + lane.unitHeight(unit) / 2;
                const auto grey = [&](double x) { return qGray(picture.pixel(QPointF(x, y).toPoint())); };
                const int difference = std::abs(grey(layout.middle(step)) - grey(layout.left(step) + 5));
                if (std::abs(value) > 0.02)
                    QCOMPARE(difference > 15, value < 0);
                negative += value < -0.02;
            }
        }
        QVERIFY(negative > 5);
    }

    void aGlyphsNegativeUnitsHaveADash()
    {
        const Record record = numbersRecord({.hiddenSize = 3, .lengths = {11}});
        const Scene scene = sceneOf(record, clamped({.step = 10, .part = 4, .level = 0}, *record.trace));
        const NetworkLayout layout = networkLayout(board, scene);
        const QImage picture = pictureOf(drawNetwork, board, scene).convertToFormat(QImage::Format_Grayscale8);
        const TimeArray &states = record.trace->at(0, Direction::forward)[Part::state];
        for (int step = 0; step < 11; ++step) {
            const QRectF glyph = layout.glyph(layout.rows[0], step);
            for (int unit = 0; unit < 3; ++unit) {
                const double y = glyph.top() + (unit + 0.5) * glyph.height() / 3 - 0.5;
                const auto grey = [&](double x) { return qGray(picture.pixel(QPointF(x, y).toPoint())); };
                const int difference = std::abs(grey(glyph.center().x()) - grey(glyph.left() + 4));
                if (std::abs(states(step, 0, unit)) > 0.02)
                    QCOMPARE(difference > 15, states(step, 0, unit) < 0);
            }
        }
    }

    void statesAreDrawnOnOneUnlessAllAreSmall()
    {
        const Record usual = numbersRecord({.hiddenSize = 4, .layers = 2});
        QVERIFY(largestState(usual) >= 0.1);
        const Record small = quiet(usual);
        QVERIFY(largestState(small) < 0.1);
        for (int step = 0; step < 5; ++step) {
            Scene scene = sceneOf(small, clamped({.step = step}, *small.trace));
            const double scale = stateScale(scene);
            QCOMPARE(scale, stateScale(sceneOf(small, clamped({.step = 0}, *small.trace)))); // the same at all steps
            QVERIFY(scale < 1
                    && scale >= small.trace->at(0, Direction::forward)[Part::state].at(step, 0).cwiseAbs().maxCoeff());
            QCOMPARE(stateScale(sceneOf(usual, clamped({.step = step}, *usual.trace))), 1.0);
            scene.predicting = true; // it would tell how large what is to come is
            QCOMPARE(stateScale(scene), 1.0);
        }
    }

    void aFineScaleSaysItself()
    {
        const Record usual = numbersRecord({.hiddenSize = 3, .layers = 1});
        const Record small = quiet(usual);
        const Scene scene = sceneOf(small, clamped({.step = 4, .part = 4}, *small.trace));
        const Scene plain = sceneOf(usual, clamped({.step = 4, .part = 4}, *usual.trace));
        const QString end = QString::number(stateScale(scene));
        QVERIFY(stateScale(scene) < 0.1);
        QVERIFY(textsOf(drawCell, board, scene).contains(u'+' + end));
        QVERIFY(!textsOf(drawCell, board, plain).contains(u'+' + end));
        QVERIFY(textsOf(drawNetwork, board, scene).contains(u'+' + end));
        QVERIFY(textsOf(drawTimeline, {1468, 400}, scene).contains("state ±" + end));
        QVERIFY(!textsOf(drawTimeline, {1468, 400}, plain).contains("state ±" + end));
    }

    /// A gradient that explodes is told apart too, in a network's picture.
    void whatIsMuchLargerThanOneHasAScaleToItsSize()
    {
        const auto ends = [](double smallest, double largest) {
            const GradientScale scale = gradientScale(smallest, largest);
            return std::pair(scale.bottom, scale.top);
        };
        QCOMPARE(ends(0.5, 20), std::pair(-6, 0));
        QCOMPARE(ends(1e-8, 1), std::pair(-12, 0));
        QCOMPARE(ends(5.7, 3e9), std::pair(0, 12));
        QCOMPARE(ends(1e-2, 1e4), std::pair(-6, 6));
    }

    void smallStatesAreSeen()
    {
        const Record usual = numbersRecord({.hiddenSize = 3, .layers = 1, .lengths = {30}});
        const Record small = quiet(usual);
        const Scene scene = sceneOf(small, clamped({.step = 29, .part = 4}, *small.trace));
        const TimelineLayout layout = timelineLayout(timeline, scene);
        const QImage picture = pictureOf(drawTimeline, timeline, scene);
        const TimelineLane &lane = layout.lanes.back();
        double strongest = 0;
        for (int step = 0; step < 29; ++step)
            for (int unit = 0; unit < 3; ++unit) {
                const QPointF at(layout.left(step) + 5, lane.unitTop(unit) + lane.unitHeight(unit) / 2);
                strongest = std::max(strongest, contrastRatio(picture.pixelColor(at.toPoint()), scene.theme.paper));
            }
        QVERIFY2(strongest > 1.8, qPrintable(QString::number(strongest)));
    }

    void aVanishedGradientIsSeenOnTheStage()
    {
        const Record usual = numbersRecord({.lengths = {10}});
        Record record = usual;
        auto gradients = std::make_shared<GradientTrace>(*record.gradients);
        TimeArray &dh = gradients->layers[0][Part::state];
        for (int step = 0; step < 10; ++step)
            for (int unit = 0; unit < dh.units(); ++unit)
                dh.set(step, 0, unit, std::pow(0.01, 9 - step));
        record.gradients = gradients;
        const PlayheadState near{.step = 2, .pass = Pass::backward, .level = 0};
        const Scene scene = sceneOf(record, near);
        QCOMPARE(gradientDecades(scene), -meterRange(timelineLayout(timeline, scene), scene).bottom);
        QVERIFY(textsOf(drawNetwork, board, scene).contains(u"1e−18"_qs));
        QVERIFY(textsOf(drawNetwork, board, sceneOf(usual, near)).contains(u"1e−6"_qs));
        const NetworkLayout layout = networkLayout(board, scene);
        const QImage picture = pictureOf(drawNetwork, board, scene);
        const auto colour = [&](int step) {
            const QRectF glyph = layout.glyph(layout.rows[0], step);
            return picture.pixelColor((glyph.topLeft() + QPointF(3, 3)).toPoint());
        };
        const QColor paper = scene.theme.paper;
        for (int step = 3; step < 9; ++step) // 1e−12 … 1e−2
            QVERIFY(contrastRatio(colour(step), paper) < contrastRatio(colour(step + 1), paper));
        QVERIFY(contrastRatio(colour(3), paper) > 1.1);
        Scene guessing = scene;
        guessing.predicting = true;
        guessing.playhead.step = 8; // what is to come is not told by the scale either
        QCOMPARE(gradientDecades(guessing), usualDecades);
        guessing.playhead.step = 4;
        QCOMPARE(gradientDecades(guessing), 12);
    }

    void theScaleBesideALaneEndsBeforeItsTick()
    {
        const Record small = quiet(numbersRecord({.hiddenSize = 3, .layers = 1}));
        for (const QSizeF &size : {QSizeF(884, 170), {1100, 200}, {1468, 224}, {2936, 448}}) {
            const Scene scene = sceneOf(small, clamped({.step = 4, .part = 4}, *small.trace));
            const TimelineLayout layout = timelineLayout(size, scene);
            TextRecorder recorder(size.toSize());
            QPainter painter(&recorder);
            drawTimeline(painter, size, scene);
            painter.end();
            int scales = 0;
            for (const DrawnText &drawn : recorder.texts()) {
                if (!drawn.text.contains(u'±'))
                    continue;
                ++scales;
                QVERIFY2(drawn.where.right() <= layout.steps.gutter - layout.px(8), qPrintable(drawn.text));
                QVERIFY(drawn.pixels >= 11);
            }
            QCOMPARE(scales, 2);
        }
    }

    void noSmallNumberReadsAsNothing()
    {
        const Record small = quiet(numbersRecord({.hiddenSize = 3}), 0.01);
        const Drawing unit
            = [](QPainter &painter, const QSizeF &size, const Scene &scene) { return drawUnit(painter, size, scene); };
        for (const int part : {3, 4}) {
            const Scene scene = sceneOf(small, clamped({.step = 3, .part = part}, *small.trace));
            for (const Drawing &drawing : {Drawing(drawCell), unit, Drawing(drawNetwork)}) {
                const QStringList texts = textsOf(drawing, board, scene);
                QVERIFY(!texts.contains("0.00"));
            }
            QVERIFY(std::ranges::any_of(textsOf(unit, board, scene),
                                        [](const QString &text) { return text.contains(QStringLiteral("e−")); }));
        }
    }

    void aShortSequenceTakesTheWholeWidth()
    {
        for (int length = 1; length <= 8; ++length) {
            const Record record = numbersRecord({.lengths = {length}});
            for (const QSizeF &size : {QSizeF(884, 170), {1468, 224}, {1900, 224}, {3300, 460}}) {
                const Scene scene = sceneOf(record, at(0));
                const TimelineGeometry steps = timelineGeometry(size, scene);
                QCOMPARE(steps.shownSteps, length);
                const double left = steps.room - length * steps.stepWidth;
                QVERIFY2(left >= 0 && left < std::max(8.0, steps.room * 0.02), qPrintable(QString::number(left)));
            }
        }
    }

    void fewStepsHaveTheirNumbersInTheNetwork()
    {
        const Record record = numbersRecord({.hiddenSize = 4, .lengths = {5}});
        const Scene scene = sceneOf(record, clamped({.step = 4, .part = 4, .level = 0}, *record.trace));
        const QStringList texts = textsOf(drawNetwork, board, scene);
        for (int step = 0; step < 5; ++step)
            for (const double value : record.trace->at(0, Direction::forward)[Part::state].at(step, 0))
                QVERIFY(texts.contains(onStage(value)));
    }
};

QTEST_MAIN(SignsAndScalesTest)
#include "signs_and_scales_test.moc"

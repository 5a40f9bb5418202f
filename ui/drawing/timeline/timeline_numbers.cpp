// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_numbers.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/marks/value_cells.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

double inputValue(const Scene &scene, int step, int feature)
{
    return scene.trace().batch->x(step, scene.playhead.sequence, feature);
}

/// Two decimals, or none for whole numbers, so that pulses read as 0 and 1.
QString shortNumber(double value)
{
    return value == std::round(value) && std::abs(value) < 1000 ? decimals(value, 0) : onStageBriefly(value);
}

/// Baseline of one of the one or two values over a step.
double valueBaseline(const TimelineLayout &layout, const Scene &scene, int feature)
{
    if (scene.spec().inputSize == 1)
        return layout.inputBottom - layout.px(9);
    return layout.inputBottom - layout.px(feature == 0 ? 16.5 : 3.5);
}

/// Of a band of features over the steps first … end − 1; where there are few features a band is one.
Summary inputSummary(const TimelineLayout &layout, const Scene &scene, const Bands &bands, int band, int first, int end)
{
    if (layout.summary && layout.summary->input.rows() == bands.count)
        return layout.summary->input.over(band, first, end);
    double least = INFINITY, largest = -INFINITY, sum = 0;
    for (int step = first; step < end; ++step) {
        for (const int feature : bands.of(band)) {
            const double value = inputValue(scene, step, feature);
            least = std::min(least, value);
            largest = std::max(largest, value);
            sum += value;
        }
    }
    const double count = static_cast<double>(bands.of(band).size()) * (end - first);
    return {static_cast<float>(least), static_cast<float>(sum / count), static_cast<float>(largest)};
}

Bands featureBands(const Scene &scene)
{
    const int features = scene.spec().inputSize;
    return Bands::inOrder(features, summarisedFeatures(features));
}

struct ValueRange {
    double low = 0;
    double high = 0;
};

/// Smallest and largest shown input value, 0 included.
ValueRange shownRange(const TimelineLayout &layout, const Scene &scene)
{
    ValueRange range;
    const Bands features = featureBands(scene);
    const int first = layout.steps.firstStep, end = realEnd(layout, scene);
    for (int feature = 0; first < end && feature < features.count; ++feature) {
        const Summary all = inputSummary(layout, scene, features, feature, first, end);
        range.low = std::min(range.low, static_cast<double>(all.min));
        range.high = std::max(range.high, static_cast<double>(all.max));
    }
    if (range.low == range.high)
        range.high = 1;
    return range;
}

/// Where a value stands in the band of the curves.
double curveY(const TimelineLayout &layout, const ValueRange &range, double value)
{
    const double top = layout.inputTop + layout.px(1);
    const double bottom = layout.inputBottom - layout.px(3);
    return bottom - (bottom - top) * (value - range.low) / (range.high - range.low);
}

QFont scaleFont(const TimelineLayout &layout)
{
    return numberFont(layout.px(11));
}

double scaleRight(const TimelineLayout &layout)
{
    return layout.steps.gutter - layout.px(8);
}

/// One feature where several steps share a column: from its least to its largest there.
void drawEnvelope(QPainter &painter, const TimelineLayout &layout, const Scene &scene, const ValueRange &range)
{
    const Bands features = featureBands(scene);
    const QColor colour = scene.theme.of(Role::input).text;
    forEachColumn(layout, realEnd(layout, scene), [&](int first, int end) {
        const Summary all = inputSummary(layout, scene, features, 0, first, end);
        const double top = curveY(layout, range, all.max), bottom = curveY(layout, range, all.min);
        const double thin = std::max(0.0, layout.px(1.5) - (bottom - top)) / 2;
        painter.fillRect(QRectF(layout.left(first), top - thin, 1, bottom - top + 2 * thin), colour);
    });
}

} // namespace

void drawStepValues(QPainter &painter, const TimelineLayout &layout, const Scene &scene, int step, bool current)
{
    const int features = scene.spec().inputSize;
    for (int feature = 0; feature < features; ++feature) {
        drawText(painter, {layout.middle(step), valueBaseline(layout, scene, feature)},
                 shortNumber(inputValue(scene, step, feature)),
                 numberFont(layout.px(features == 1 ? 15 : 12), current ? QFont::Bold : QFont::Normal), scene.theme.ink,
                 Align::centre);
    }
}

void drawInputCurves(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    // One hue means input, so features differ by their dashes.
    static constexpr std::array dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    const ValueRange range = shownRange(layout, scene);
    const double zero = curveY(layout, range, 0);
    painter.setPen(QPen(scene.theme.line, 1));
    painter.drawLine(QPointF(layout.left(layout.steps.firstStep), zero),
                     QPointF(layout.left(realEnd(layout, scene)), zero));
    if (layout.steps.columnSteps() > 1)
        return drawEnvelope(painter, layout, scene, range);
    for (int feature = 0; feature < scene.spec().inputSize; ++feature) {
        QPolygonF curve;
        for (int step = layout.steps.firstStep; step < realEnd(layout, scene); ++step)
            curve << QPointF(layout.middle(step), curveY(layout, range, inputValue(scene, step, feature)));
        const QColor colour = scene.theme.of(Role::input).text;
        painter.setPen(
            QPen(colour, layout.px(1.5), dashes[static_cast<std::size_t>(feature)], Qt::FlatCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(curve);
        if (curve.size() == 1 || layout.stepWidth() >= layout.px(18)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            for (const QPointF &point : curve)
                painter.drawEllipse(point, layout.px(2.2), layout.px(2.2));
        }
    }
}

void drawInputStrip(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const int first = layout.steps.firstStep;
    const int end = realEnd(layout, scene);
    const int shared = layout.steps.columnSteps();
    const int count = (end - first + shared - 1) / shared;
    const QRectF where(layout.left(first), layout.inputTop + layout.px(2), count * layout.steps.columnWidth(),
                       layout.inputBottom - layout.inputTop - layout.px(6));
    const Bands features = featureBands(scene);
    Matrix values(features.count, count);
    forEachColumn(layout, end, [&](int step, int columnEnd) {
        for (int row = 0; row < features.count; ++row)
            values(row, (step - first) / shared) = inputSummary(layout, scene, features, row, step, columnEnd).mean;
    });
    if (values.size() == 0)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const double scale = std::max(1e-9, values.cwiseAbs().maxCoeff());
    painter.drawImage(where, heatImage(values, ValueStyle::signedValue, Role::input, scale, scene.theme));
    drawSignMarks(painter, where, values, {.role = Role::input, .scale = scale}, scene.theme);
    painter.setPen(QPen(scene.theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(where);
}

double numberScaleLeft(const TimelineLayout &layout, const Scene &scene)
{
    if (layout.marks != InputMarks::curves)
        return layout.steps.gutter;
    return scaleRight(layout) - textWidth(onStage(shownRange(layout, scene).high), scaleFont(layout));
}

void drawNumberGutter(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const Theme &theme = scene.theme;
    const auto &numbers = std::get<NumberInput>(scene.record.experiment->input.source);
    const double x = layout.px(layout.compact ? 16 : 24);
    const QFont small = interfaceFont(layout.px(layout.compact ? 11 : 12));
    if (layout.marks == InputMarks::values && scene.spec().inputSize == 2 && numbers.features.size() == 2) {
        for (int feature = 0; feature < 2; ++feature)
            drawText(painter, {x, valueBaseline(layout, scene, feature)},
                     QString::fromStdString(numbers.features[static_cast<std::size_t>(feature)]), small, theme.ink2);
        return;
    }
    const double baseline = layout.inputBottom - layout.px(9);
    const double width
        = drawMath(painter, {x, baseline}, QStringLiteral("[x]x[/]_{t}"), layout.px(20), theme.ink2, theme);
    if (layout.marks == InputMarks::curves) {
        const ValueRange range = shownRange(layout, scene);
        const double right = scaleRight(layout);
        const QFont scale = scaleFont(layout);
        drawText(painter, {right, layout.inputTop + layout.px(9)}, onStage(range.high), scale, theme.ink2,
                 Align::right);
        drawText(painter, {right, layout.inputBottom - layout.px(2)}, onStage(range.low), scale, theme.ink2,
                 Align::right);
    }
    const QString word = QCoreApplication::translate("gatescope", "input", "what a step reads");
    drawText(painter, {x + width + layout.px(6), baseline}, word, small, theme.ink2);
}

} // namespace gatescope

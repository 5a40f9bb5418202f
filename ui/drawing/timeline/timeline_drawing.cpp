// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_drawing.h"

#include "ui/common/fonts.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/timeline/timeline_gradient.h"
#include "ui/drawing/timeline/timeline_input.h"
#include "ui/drawing/timeline/timeline_lanes.h"
#include "ui/drawing/timeline/timeline_names.h"
#include "ui/drawing/timeline/timeline_numbers.h"
#include "ui/drawing/timeline/timeline_stops.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

/// "layer 1, backward", only where there is a choice.
void drawLayerName(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const NetworkSpec &spec = scene.spec();
    if (spec.layers == 1 && !spec.bidirectional)
        return;
    QString words = QCoreApplication::translate("gatescope", "layer %1").arg(scene.playhead.layer);
    const QFont font = interfaceFont(layout.px(11), QFont::DemiBold);
    const double x = layout.px(layout.compact ? 16 : 24);
    const bool isForward = scene.playhead.direction == Direction::forward;
    if (spec.bidirectional) {
        const QString whole = words
            + (isForward ? QCoreApplication::translate("gatescope", ", forward →")
                         : QCoreApplication::translate("gatescope", ", ← backward"));
        // The numbers of a scale stand at the gutter's right end.
        const double room = numberScaleLeft(layout, scene) - layout.px(4) - x;
        words = textWidth(whole, font) <= room ? whole : words + (isForward ? u" →"_qs : u" ←"_qs);
    }
    drawText(painter, {x, layout.px(12)}, words, font, scene.theme.ink);
}

/// Step numbers as often as they fit, and arrows where there are more steps than shown.
void drawStepNumbers(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const int stride = layout.numberStride();
    const QFont font = numberFont(layout.px(11));
    const bool more = layout.endStep() < scene.trace().length(scene.playhead.sequence);
    const int firstNumber = (layout.steps.firstStep + stride - 1) / stride * stride;
    for (int step = firstNumber; step < realEnd(layout, scene); step += stride) {
        const double half = textWidth(QString::number(step), font) / 2;
        const bool cut = (step > 0 && layout.middle(step) - half < layout.steps.gutter - layout.px(1))
            || layout.middle(step) + half > layout.right() + layout.px(1);
        if (!cut)
            drawText(painter, {layout.middle(step), layout.footBaseline}, QString::number(step), font, scene.theme.ink2,
                     Align::centre);
    }
    const double y = layout.footBaseline - layout.px(4);
    if (layout.steps.firstStep > 0)
        drawArrowhead(painter, {layout.steps.gutter - layout.px(14), y}, 180, scene.theme.ink2, layout.px(8));
    if (more)
        drawArrowhead(painter, {layout.right() + layout.px(14), y}, 0, scene.theme.ink2, layout.px(8));
}

/// The playhead's step number on a small plate, which covers any number that it would touch.
void drawCurrentNumber(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const Theme &theme = scene.theme;
    const int current = scene.playhead.step;
    const QFont plain = numberFont(layout.px(11));
    const QFont font = numberFont(layout.px(11), QFont::Bold);
    const auto place = [&](int step, double margin) {
        const double width = textWidth(QString::number(step), font) + 2 * margin;
        return QRectF(layout.middle(step) - width / 2, layout.footBaseline - layout.px(10.5), width, layout.px(13));
    };
    const QRectF plate = place(current, layout.px(4));
    const int stride = layout.numberStride();
    const int before = current / stride * stride;
    for (const int neighbour : {before, before + stride}) {
        const QRectF covered = place(neighbour, 2);
        if (neighbour < realEnd(layout, scene) && neighbour >= layout.steps.firstStep && covered.intersects(plate))
            painter.fillRect(covered, theme.paper);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ink);
    painter.drawRoundedRect(plate, 3, 3);
    drawText(painter, {layout.middle(current), layout.footBaseline}, QString::number(current), font, theme.paper,
             Align::centre);
}

void drawFrame(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const double left = layout.left(scene.playhead.step);
    const double top = layout.px(6);
    painter.setPen(QPen(scene.theme.ink, layout.px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(left - 1, top, layout.stepWidth() + 2, layout.gradientBottom + layout.px(2) - top),
                            4, 4);
    const double middle = layout.middle(scene.playhead.step);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme.ink);
    painter.drawPolygon(QPolygonF{
        {middle - layout.px(6), layout.px(1)}, {middle + layout.px(6), layout.px(1)}, {middle, layout.px(7)}});
}

/// A frame around what is lit, at this step or, of the state before it, at the one that made it.
void drawLit(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    for (const TimelineLane &lane : layout.lanes) {
        const QString symbol = symbolOfPart(lane.part);
        const bool isBefore = symbol == scene.lit.symbol + u"_new"_qs;
        if (!isBefore && symbol != scene.lit.symbol)
            continue;
        const int step = isBefore ? previousStep(scene.trace(), scene.moment()).value_or(-1) : scene.playhead.step;
        if (step < layout.steps.firstStep || step >= realEnd(layout, scene) || scene.lit.unit >= lane.units)
            continue;
        const bool isOne = scene.lit.unit >= 0;
        const int place = isOne ? layout.places[static_cast<std::size_t>(scene.lit.unit)] : 0;
        const double top = isOne ? lane.unitTop(place) : lane.top;
        const double height = isOne ? lane.unitHeight(place) : lane.height;
        painter.setPen(QPen(scene.theme.ink, layout.px(2)));
        painter.setBrush(Qt::NoBrush);
        const double inset = layout.isNarrow() ? -1 : 1;
        painter.drawRect(QRectF(layout.left(step), top, layout.stepWidth(), height).adjusted(inset, -1, -inset, 1));
    }
}

} // namespace

void drawTimelineLanes(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineView &view)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    fillGround(painter, QRectF({0, 0}, size), scene.theme.paper);
    const TimelineLayout layout = timelineLayout(size, scene, view);
    drawLayerName(painter, layout, scene);
    drawTimelineInput(painter, layout, scene);
    drawLaneStrips(painter, layout, scene);
    if (scene.playhead.pass == Pass::forward)
        drawGradientLane(painter, layout, scene);
    else
        drawMeterGrid(painter, layout, scene);
    drawPastEnd(painter, layout, scene);
    drawTimelineStops(painter, layout, scene);
    drawStepNumbers(painter, layout, scene);
    drawFollowedName(painter, layout, scene);
}

void drawTimelinePlayhead(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineView &view)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimelineLayout layout = timelineLayout(size, scene, view);
    if (scene.playhead.pass == Pass::backward)
        drawMeterBars(painter, layout, scene);
    if (scene.playhead.step < layout.steps.firstStep || scene.playhead.step >= realEnd(layout, scene))
        return; // scrolled away
    drawCurrentInput(painter, layout, scene);
    drawCurrentNumber(painter, layout, scene);
    drawFrame(painter, layout, scene);
    if (scene.lit)
        drawLit(painter, layout, scene);
}

HitAreas drawTimeline(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    drawTimelineLanes(painter, size, scene);
    drawTimelinePlayhead(painter, size, scene);
    return timelineAreas(size, scene);
}

} // namespace gatescope

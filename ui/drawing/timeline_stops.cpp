// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline_stops.h"

#include "ui/drawing/marks.h"

#include <algorithm>

namespace gatescope {

std::vector<BreakpointHit> stopsOf(const Scene &scene)
{
    const std::vector<Breakpoint> &breakpoints = scene.record.experiment->breakpoints;
    if (breakpoints.empty())
        return {};
    const BreakpointSight sight{scene.trace(), scene.record.gradients.get(),
                                [&](int sequence, int step) { return stepLabel(scene.record, sequence, step); }};
    const int sense = stepSense(scene.playhead);
    Moment moment = scene.moment();
    moment.step = sense > 0 ? -1 : scene.trace().length(moment.sequence); // where nothing is true yet
    std::vector<BreakpointHit> hits;
    while (const auto hit = nextHit(breakpoints, sight, moment, sense)) {
        hits.push_back(*hit);
        moment.step = hit->step;
    }
    return hits;
}

QRectF stopMark(const TimelineLayout &layout, int step)
{
    const double size = std::min(layout.px(7), layout.stepWidth() / 2);
    return {layout.left(step) + std::min(layout.px(3), layout.stepWidth() / 8), layout.px(1), size, size};
}

void drawTimelineStops(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    if (scene.predicting)
        return; // they would tell what is to come
    const PainterScope scope(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme.ink);
    for (const BreakpointHit &hit : stopsOf(scene))
        if (hit.step >= layout.steps.firstStep && hit.step < realEnd(layout, scene))
            painter.drawEllipse(stopMark(layout, hit.step));
}

} // namespace gatescope

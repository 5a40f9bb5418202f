// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_stops.h"

#include "ui/drawing/marks/marks.h"

#include <algorithm>

namespace gatescope {

std::vector<BreakpointHit> stopsOf(const Scene &scene, int first, int end)
{
    const std::vector<Breakpoint> &breakpoints = scene.record.experiment->breakpoints;
    if (breakpoints.empty())
        return {};
    const BreakpointSight sight{scene.trace(), scene.record.gradients.get(),
                                [&](int sequence, int step) { return stepLabel(scene.record, sequence, step); }};
    const int sense = stepSense(scene.playhead);
    Moment moment = scene.moment();
    // Where the walk comes from; past the ends nothing is true yet.
    moment.step = sense > 0 ? first - 1 : std::min(end, scene.trace().length(moment.sequence));
    std::vector<BreakpointHit> hits;
    while (const auto hit = nextHit(breakpoints, sight, moment, sense)) {
        if (hit->step < first || hit->step >= end)
            break;
        hits.push_back(*hit);
        moment.step = hit->step;
    }
    return hits;
}

QRectF stopMark(const TimelineLayout &layout, int step)
{
    const double size = std::clamp(layout.stepWidth() / 2, layout.px(4), layout.px(7));
    return {layout.left(step) + std::min(layout.px(3), layout.stepWidth() / 8), layout.px(1), size, size};
}

void drawTimelineStops(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    if (scene.predicting)
        return; // they would tell what is to come
    const PainterScope scope(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme.ink);
    for (const BreakpointHit &hit : stopsOf(scene, layout.steps.firstStep, realEnd(layout, scene)))
        painter.drawEllipse(stopMark(layout, hit.step));
}

} // namespace gatescope

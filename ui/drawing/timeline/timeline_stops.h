// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/breakpoints/breakpoint_search.h"
#include "ui/drawing/timeline/timeline_layout.h"

#include <QPainter>

#include <limits>

namespace gatescope {

/// Where a walk of the pass that is shown stops, from the step `first` to before `end`: the steps at which a breakpoint
/// becomes true, as they are met.
std::vector<BreakpointHit> stopsOf(const Scene &scene, int first = 0, int end = std::numeric_limits<int>::max());

/// A dot over each such step that is shown, beside the playhead's mark.
void drawTimelineStops(QPainter &painter, const TimelineLayout &layout, const Scene &scene);
QRectF stopMark(const TimelineLayout &layout, int step);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/breakpoint_search.h"
#include "ui/drawing/timeline_layout.h"

#include <QPainter>

namespace gatescope {

/// Where a walk of the pass that is shown stops: the steps at which a breakpoint becomes true, as they are met.
std::vector<BreakpointHit> stopsOf(const Scene &scene);

/// A dot over each such step that is shown, beside the playhead's mark.
void drawTimelineStops(QPainter &painter, const TimelineLayout &layout, const Scene &scene);
QRectF stopMark(const TimelineLayout &layout, int step);

} // namespace gatescope

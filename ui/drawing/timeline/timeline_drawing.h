// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_summary.h"

#include <QPainter>
#include <QPixmap>
#include <QSizeF>

namespace gatescope {

/// Where the steps stand in a timeline of this size.
TimelineGeometry timelineGeometry(const QSizeF &size, const Scene &scene, const StepWindow &window = {});

/// The timeline: the input, one lane per part as a heat strip, the gradient lane; in the backward pass
/// the vanishing meter. Everything but the playhead, so that it can be kept while the playhead moves
/// within the shown steps. What stands where is told by timelineAreas.
void drawTimelineLanes(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineView &view = {});
/// The playhead's frame over the lanes, the current input stronger, and the bars of the vanishing meter.
void drawTimelinePlayhead(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineView &view = {});

/// Both, for pictures: left alone, and of what is shown alone.
HitAreas drawTimeline(QPainter &painter, const QSizeF &size, const Scene &scene);

/// What stands where, without drawing. Areas of a step keep the part of the scene's playhead, so a click may want to
/// ask anew. To put it all into words takes longer than to draw it: where a point is given, only its column is told,
/// and of which units and steps the colour under it is.
HitAreas timelineAreas(const QSizeF &size, const Scene &scene, const TimelineView &view = {},
                       std::optional<QPointF> at = {});

} // namespace gatescope

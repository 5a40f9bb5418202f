// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene.h"

#include <QPainter>
#include <QPixmap>
#include <QSizeF>

namespace gatescope {

/// Where the timeline's steps stand: a gutter for labels, then equal steps. With more steps than fit
/// at their smallest width, the shown steps turn over in pages that keep the playhead's step in view.
struct TimelineGeometry {
    double gutter = 136;
    double stepWidth = 116;
    int firstStep = 0;  ///< the first step shown
    int shownSteps = 0;

    double left(int step) const { return gutter + (step - firstStep) * stepWidth; }
    /// The step under x, none in the gutter or past the end.
    std::optional<int> stepAt(double x) const;

    bool operator==(const TimelineGeometry &) const = default;
};
TimelineGeometry timelineGeometry(const QSizeF &size, const Scene &scene);

/// The timeline: the input, one lane per part as a heat strip, the gradient lane; in the backward pass
/// the vanishing meter. Everything but the playhead, so that it can be kept while the playhead moves
/// within the shown steps. What stands where is told by timelineAreas.
void drawTimelineLanes(QPainter &painter, const QSizeF &size, const Scene &scene);
/// The playhead's frame over the lanes, the current input stronger, and the bars of the vanishing meter.
void drawTimelinePlayhead(QPainter &painter, const QSizeF &size, const Scene &scene);

/// Both, for pictures.
HitAreas drawTimeline(QPainter &painter, const QSizeF &size, const Scene &scene);

/// What stands where, without drawing. Areas of a step keep the part of the scene's playhead, so a click may want to
/// ask anew. To put it all into words takes longer than to draw it.
HitAreas timelineAreas(const QSizeF &size, const Scene &scene);

} // namespace gatescope

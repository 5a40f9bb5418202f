// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_summary.h"

#include <QPainter>
#include <QSizeF>

namespace gatescope {

/// Where the whole sequence lies in a strip as wide as the timeline whose steps stand there.
QRectF overviewStrip(const QSizeF &size, const TimelineGeometry &steps);

/// The whole sequence in that strip: the state, in the backward pass |dL/dh_t|. Needs the view's summary: without it
/// the strip is empty.
void drawTimelineOverview(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineView &view,
                          const TimelineGeometry &steps);

/// Over it: which of its steps the timeline shows, and the playhead.
void drawOverviewWindow(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineGeometry &steps);

} // namespace gatescope

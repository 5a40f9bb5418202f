// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/forgetting.h"
#include "ui/drawing/timeline/timeline_summary.h"

#include <QPainter>
#include <QSizeF>

namespace gatescope {

/// Over a drawn timeline of the forward pass, in place of the gradient's lane: what is left at each step of what was
/// read at one, as a tank with its per cent, and a mark where most is lost.
void drawTimelineMemory(QPainter &painter, const QSizeF &size, const Scene &scene, const Forgetting &forgetting,
                        const TimelineView &view = {});

/// "step 3: 9 % is left of the difference that “h” of step 0 made"
QString memoryWords(const Scene &scene, const Forgetting &forgetting, int step);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_layout.h"

#include <QPainter>

namespace gatescope {

/// The row over the lanes: what the network reads at each step and, for letters, what its head says.
void drawTimelineInput(QPainter &painter, const TimelineLayout &layout, const Scene &scene);

/// The playhead's letter (row number, value) once more, stronger.
void drawCurrentInput(QPainter &painter, const TimelineLayout &layout, const Scene &scene);

/// "step 2 reads l, says l (0.92)".
QString inputWords(const Scene &scene, int step);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_layout.h"

#include <QPainter>

namespace gatescope {

/// A lane's symbol and words, its scale where that is not 1, and the tick of the followed unit, left of the lane.
/// Letters that would touch stand in two columns.
void drawLaneName(QPainter &painter, const TimelineLane &lane, const TimelineLayout &layout, double scale,
                  const Scene &scene);

/// What the followed unit is called, behind a tick like those beside its rows; nothing where it has no name.
void drawFollowedName(QPainter &painter, const TimelineLayout &layout, const Scene &scene);
/// Where it stands.
QRectF followedNameRoom(const TimelineLayout &layout);

/// The letter of a part in equations, as markup of drawMath in its role's hue.
QString partSymbol(Part part, const Scene &scene);
/// "reset", "update", "cell state": the words beside a lane.
QString partWords(Part part);

} // namespace gatescope

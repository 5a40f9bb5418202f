// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit_canvas.h"

namespace gatescope {

/// One number at work: the arithmetic of the playhead's unit in the playhead's part, forwards or backwards. The left of
/// the upper 40 of 748 stays free for whoever says where one is. Returns an area for each weight, value, product, the
/// sum, the point, the tank and the knob.
HitAreas drawUnit(QPainter &painter, const QSizeF &size, const Scene &scene);

/// The same on a canvas that remembers its labels.
void drawUnit(UnitCanvas &canvas);

} // namespace gatescope

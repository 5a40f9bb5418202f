// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_canvas.h"

namespace gatescope {

/// One number at work: the arithmetic of the playhead's unit in the playhead's part, forwards or backwards; with an
/// output chosen, the head's. Returns an area for each weight, value, product, the sum, the point, the tank and the
/// knob, and those of the breadcrumb.
HitAreas drawUnit(QPainter &painter, const QSizeF &size, const Scene &scene);

/// The same on a canvas that remembers its labels.
void drawUnit(UnitCanvas &canvas);

} // namespace gatescope

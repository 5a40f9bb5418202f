// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_canvas.h"

namespace gatescope {

/// The upper half of a blend's picture: a fader between the old state and the candidate over the whole width, or two
/// gates, each with what it lets by.
void drawBlendSources(UnitCanvas &canvas, const UnitForward &forward);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// A scale of signed values and the symbols of what is drawn on it (markup of
/// drawMath; empty: of everything).
struct ScaleInUse {
    QString symbols;
    double scale = 1;
};

/// The legends at the foot of the right column: one ramp for signed values with the ends of every
/// scale in use, and one for gates, of cells that have some. Returns the height at which they begin.
double drawValueLegends(CellCanvas &canvas, const std::vector<ScaleInUse> &scales, bool gates = true);

/// The legend of the widths and colours of gradients. Returns the height at which it begins.
double drawGradientLegend(CellCanvas &canvas);

} // namespace gatescope

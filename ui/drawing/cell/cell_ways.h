// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// One of the ways by which a gradient goes back, and the length of the vector that it carries.
struct WayBack {
    QString name;
    QString shortName; ///< where the picture is narrow
    double length = 0;
    int part = 0; ///< the part whose backward pass yields it
};

/// The ways back as bars of one linear scale, in the right column down to `bottom`, closed by their
/// sum. A way appears when its part is computed.
void drawWaysBack(CellCanvas &canvas, const std::vector<WayBack> &ways, const WayBack &sum, const QStringList &title,
                  double bottom);

/// Lanes of the conveyor that carry gradients from `from` leftwards to `to`: as wide as their
/// logarithm says, vermilion and grey. `share` is how far they are walked; 0: threads.
void drawGradientLanes(CellCanvas &canvas, double from, double to, const Vector &gradient, double share);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/value_cells.h"

namespace gatescope {

/// What fills a value's cell: a hue, and how strongly it covers the paper.
struct Fill {
    QColor hue;
    double opacity;
};

Fill fillOf(double value, ValueStyle style, Role role, double scale, const Theme &theme);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_frame.h"

namespace gatescope {

/// The sign between two columns: in a circle in the followed row, pale in the others.
struct RowSign {
    Band band = Band::lower;
    double x = 0;
    QString sign;
    bool circled = false;
    int part = 0;
    QString says;
    QString symbol = {}; ///< of what it makes
};
void drawRowSign(CellCanvas &canvas, const RowSign &sign);

/// The sign between what is reckoned and what comes of it, row by row: "=", or "≈" where the rounded numbers that stand
/// there do not come out.
struct EqualsSign {
    double x = 0;
    int part = 0;
    QString symbol;  ///< of what is made
    Vector reckoned; ///< from the other numbers as they are written
    Vector made;
};
void drawEqualsSign(CellCanvas &canvas, const EqualsSign &sign);

/// Numbers as onStage() writes them.
Vector shownOnStage(const Vector &values);

} // namespace gatescope

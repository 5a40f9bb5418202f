// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "ui/drawing/marks/value_cells.h"

#include <QSizeF>

namespace gatescope {

/// Where things of a cell's picture stand, from top to bottom: a header; the upper band of rows (the
/// conveyor of the state) under its labels; the lower band (gates and candidate) under its labels;
/// the wires that feed it; and the input. All in pixels of the picture.
struct CellPlan {
    QSizeF size;
    double sx = 1;    ///< width of the picture by that of the drawing board, 1468
    double sy = 1;    ///< height by 748
    double scale = 1; ///< the smaller of the two: type and marks
    bool classroom = false;
    RowLayout rows; ///< of both bands

    double header = 0; ///< baseline
    double upperSymbols = 0, upperWords = 0, upperTop = 0, upperBottom = 0;
    double bend = 0;         ///< the height at which a gate's wire runs across to the blend
    double bracketWords = 0; ///< baseline of the line over the lower labels; 0: there is no room for one
    double lowerSymbols = 0, lowerWords = 0, lowerTop = 0, lowerBottom = 0;
    double squash = 0; ///< centre of the σ circles
    double squashRadius = 14;
    double matrixNames = 0; ///< baseline
    double stateRail = 0;   ///< the height at which h runs along
    double inputRail = 0;   ///< the height at which x runs along
    double stripTop = 0, stripHeight = 0;

    /// A distance along the drawing board's width.
    double across(double x) const { return x * sx; }
    double down(double y) const { return y * sy; }
    /// A mark (a radius, a line's width) of this size on the drawing board.
    double mark(double length) const { return length * scale; }
    /// Type of this size on the drawing board: never under 11 pixels; in the classroom as classroomType() has it.
    double type(double pixels) const;

    /// How much larger than on the drawing board the rows are: 1, or more where units are few.
    double rowScale() const;

    double upperMiddle(int row) const { return upperTop + rows.middle(row); }
    double lowerMiddle(int row) const { return lowerTop + rows.middle(row); }
    double upperFollowed() const { return upperMiddle(rows.followed); }
    double lowerFollowed() const { return lowerMiddle(rows.followed); }
};

CellPlan cellPlan(const QSizeF &size, int units, int followed, bool classroom);

/// Left edges of a GRU's columns on the drawing board, 1468 wide.
struct GruColumns {
    double width;
    double hBefore, z, r;
    double h; ///< the old state again, for r∘h; only with reset before
    double u, p, w, n, hAfter;
    double capOld, capNew, capWidth; ///< the fader's caps
};

/// In pixels. With reset after the row reads r × u = p, + w; with reset before r × h = p, U p = u, + w.
GruColumns gruColumns(ResetPlacement reset, const CellPlan &plan);

} // namespace gatescope

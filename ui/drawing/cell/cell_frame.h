// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// The header: whose cell this is (left) and what it reads (right).
void drawCellHeader(CellCanvas &canvas);

/// The wash behind the followed unit in both bands, the lower one as far as `lowerEnd`, and its tag, which
/// ends before `tagEnd`.
void drawFollowedUnit(CellCanvas &canvas, double lowerEnd, double tagEnd);

/// A symbol over a column with words under it, beside the column's middle by `beside` (0: centred).
struct ColumnLabel {
    double middle;
    double room;         ///< width that the label may take
    QStringList symbols; ///< markup of drawMath; the first that fits
    QStringList words;
    Role role = Role::state;
    int part = 0; ///< the part that computes the column
    Align align = Align::centre;
    QString symbol = {}; ///< of the column's term
};
enum class Band { upper, lower };
void drawColumnLabel(CellCanvas &canvas, Band band, const ColumnLabel &label);

/// "h_{t−1}" and "h_t", or "h_{t+1}" in a layer that reads backwards.
QString stateBeforeSymbol(const Scene &scene, const QString &letter = QStringLiteral("h"));
/// The same with an arrow: what the recurrence sends there, not all of the gradient that arrives.
QString passedOnSymbol(const Scene &scene);
QString stateAfterSymbol(const QString &letter = QStringLiteral("h"));

/// The colour of the unit's sign and strength on the conveyor runs in lanes from `from` to `to`,
/// each as thick as its value is large; `share` of them is computed, the rest are thin and plain.
void drawStateLanes(CellCanvas &canvas, double from, double to, const Vector &state, double share, double scale = 1);
/// Lanes that carry no value of their own yet: from the blend to the new state.
void drawPlainLanes(CellCanvas &canvas, double from, double to, double opacity);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/marks/value_cells.h"

namespace gatescope {

/// Whether a cell of this size holds the mark of its sign.
bool hasRoomForSign(const QSizeF &cell);

/// A dash in the middle of a cell whose value is negative, so that its sign is told without its colour; nothing where
/// there is no room, or where the value is as good as 0. Gates have no sign.
void drawSignMark(QPainter &painter, const QRectF &cell, double value, const ColumnStyle &style, const Theme &theme);

/// The same for every cell of values [row, column] that fill `where` evenly, as heatImage() does.
void drawSignMarks(QPainter &painter, const QRectF &where, const Matrix &values, const ColumnStyle &style,
                   const Theme &theme);

} // namespace gatescope

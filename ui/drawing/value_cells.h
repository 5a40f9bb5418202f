// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/common/theme.h"

#include <QImage>
#include <QPainter>

namespace gatescope {

/// How a column of values is drawn.
enum class ValueStyle {
    gate,     ///< 0 … 1: a tank that fills
    signedValue, ///< hue and grey by sign, strength by size over a scale, and a small bar for the sign
    gradient  ///< vermilion and grey by log magnitude, 1e−6 … 1
};

/// Strength of the hue of a signed value at v/scale: 0.92·min(1, |v|/scale)^0.8.
double signedStrength(double valueOverScale);
/// Position of a gradient between 1e−6 (0) and 1 (1), by decades.
double decadeShare(double gradient);
/// Width of a wire that carries a gradient: 1 + 13·decadeShare.
double gradientWireWidth(double gradient);

/// The fill of a value, opaque over paper.
QColor valueFill(double value, ValueStyle style, Role role, double scale, const Theme &theme);

/// Rows of a band of units: rows are `pitch` high, the followed unit's is `focus` high.
struct RowLayout {
    int count = 1;
    int followed = 0;
    double pitch = 24;
    double focus = 40;

    double top(int row) const { return row * pitch + (row > followed ? focus - pitch : 0); }
    double height(int row) const { return row == followed ? focus : pitch; }
    double middle(int row) const { return top(row) + height(row) / 2; }
    double total() const { return (count - 1) * pitch + focus; }
    /// The row at this height, clamped.
    int rowAt(double y) const;
    /// Rows that fit `available`, with the followed row at least `focus`; rows get as thin as needed.
    static RowLayout fitting(int count, int followed, double available, double pitch, double focus);
};

/// A column of values.
struct ColumnStyle {
    ValueStyle style = ValueStyle::signedValue;
    Role role = Role::state;
    double scale = 1;         ///< of signedValue
    double digits = 13;       ///< pixels of the numbers outside the followed row; 0: none
    double focusDigits = 18;  ///< pixels of the followed row's number; 0: none
    double revealed = 1;      ///< 0 … 1: how much of the column is computed, from the first unit on; the rest is empty
};

/// Draws values [unit] as a column at (x, y), `width` wide. Rows too thin for numbers become an image.
void drawColumn(QPainter &painter, double x, double y, double width, const Vector &values, const RowLayout &rows,
                const ColumnStyle &column, const Theme &theme);

/// A heat strip: values(row, column) as an image of one pixel a value, to be scaled without smoothing.
QImage heatImage(const Matrix &values, ValueStyle style, Role role, double scale, const Theme &theme);

} // namespace gatescope

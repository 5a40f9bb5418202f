// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/common/theme.h"

#include <QImage>
#include <QPainter>
#include <QString>

namespace gatescope {

/// How a column of values is drawn.
enum class ValueStyle {
    gate,        ///< 0 … 1: a tank that fills
    signedValue, ///< hue and grey by sign, strength by size over a scale, and a small bar for the sign
    gradient     ///< vermilion and grey by log magnitude, some powers of ten up to 1
};

/// Strength of the hue of a signed value at v/scale: 0.92·min(1, |v|/scale)^0.8.
double signedStrength(double valueOverScale);
/// So many powers of ten under 1 are told apart in gradients, unless they reach further down.
inline constexpr int usualDecades = 6;
/// Position of a gradient between 10^−decades (0) and 1 (1), by decades.
double decadeShare(double gradient, int decades = usualDecades);
/// Width of a wire that carries a gradient: 1 + 13·decadeShare.
double gradientWireWidth(double gradient, int decades = usualDecades);

/// The fill of a value, opaque over paper; `decades` are of gradients.
QColor valueFill(double value, ValueStyle style, Role role, double scale, const Theme &theme,
                 int decades = usualDecades);

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

    bool operator==(const RowLayout &) const = default;
};

/// A column of values.
struct ColumnStyle {
    ValueStyle style = ValueStyle::signedValue;
    Role role = Role::state;
    double scale = 1;           ///< of signedValue
    int decades = usualDecades; ///< of gradient
    double digits = 13;         ///< pixels of the numbers outside the followed row; 0: none
    double focusDigits = 18;    ///< pixels of the followed row's number; 0: none
    int gradientDigits = 1;     ///< behind the point of a gradient's number
    double focusOverhang = 0;   ///< the followed row's cell is wider by this on either side
    double revealed = 1;        ///< 0 … 1: how much of the column is computed (see rowShare); the rest is empty
    QString was = {};           ///< what the followed value was in another run, said under it where there is room
};

/// How much of a row is computed, 0 … 1, in a column that is computed unit by unit: the followed unit
/// first and slowly (half of the time), then the others from the top, fast.
double rowShare(const RowLayout &rows, int row, double revealed);

/// Whether the cell of the followed row has room for what its value was.
bool saysWhatItWas(const RowLayout &rows, const ColumnStyle &column);

/// One value as a cell.
void drawValueCell(QPainter &painter, const QRectF &where, double value, bool followed, const ColumnStyle &column,
                   const Theme &theme);

/// Whether rows are too thin for cells, so that all but the followed one become a strip.
bool isStrip(const RowLayout &rows);

/// What the end of a strip's bars stands for. Signs cancel in the means of units that share a line of pixels: where all
/// of them are small, the bars have a scale of their own, which then is to be said.
double barScale(const Vector &values, const RowLayout &rows, const ColumnStyle &column);

/// Draws values [unit] as a column at (x, y), `width` wide. In a strip the followed unit alone is a cell.
void drawColumn(QPainter &painter, double x, double y, double width, const Vector &values, const RowLayout &rows,
                const ColumnStyle &column, const Theme &theme);

/// The same without cells, outlines and numbers: colours alone.
void drawColours(QPainter &painter, double x, double y, double width, const Vector &values, const RowLayout &rows,
                 const ColumnStyle &column, const Theme &theme);

/// A heat strip: values(row, column) as an image of one pixel a value, to be scaled without smoothing.
QImage heatImage(const Matrix &values, ValueStyle style, Role role, double scale, const Theme &theme,
                 int decades = usualDecades);

} // namespace gatescope

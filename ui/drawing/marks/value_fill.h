// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/marks/value_cells.h"

namespace gatescope {

/// What fills a value's cell: a hue, and how strongly it covers the paper.
struct Fill {
    QColor hue;
    double opacity;
};

Fill fillOf(double value, ValueStyle style, Role role, double scale, const Theme &theme, int decades = usualDecades);

/// The colours of lengths that lie many powers of ten apart: vermilion from the smallest of a matrix to the largest,
/// even by decades. What is 0 is paper, what no number can hold is as the largest.
class DecadeScale
{
public:
    explicit DecadeScale(const Matrix &lengths);

    /// The decades between which all finite lengths lie that are not 0, as powers of ten; at least one apart.
    int lowest() const { return m_lowest; }
    int highest() const { return m_highest; }
    /// 0 at the lowest decade, 1 at the highest.
    double share(double length) const;
    QColor fill(double length, const Theme &theme) const;
    /// The fills of all, one pixel each.
    QImage image(const Matrix &lengths, const Theme &theme) const;

private:
    int m_lowest = -1;
    int m_highest = 0;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/packed_matrix.h"

#include <algorithm>

namespace gatescope {

namespace {

/// One panel of a layout: its first vector, and how many it has.
struct Panel {
    int first, width;

    /// Of the vector that a column stands in: panels are as even as can be, the wider ones first.
    Panel(const PackedLayout &layout, int column)
    {
        const int vectors = layout.vectors();
        const int panels = (vectors + layout.panelVectors - 1) / layout.panelVectors;
        const int narrow = vectors / panels;
        const int wide = vectors % panels; // so many are wider by one
        const int vector = column / layout.lanes;
        const int panel
            = vector < wide * (narrow + 1) ? vector / (narrow + 1) : wide + (vector - wide * (narrow + 1)) / narrow;
        first = panel * narrow + std::min(panel, wide);
        width = narrow + (panel < wide ? 1 : 0);
    }
};

} // namespace

std::size_t PackedLayout::place(int row, int column) const
{
    const Panel panel(*this, column);
    const std::size_t start = std::size_t(panel.first) * std::size_t(lanes) * std::size_t(rows);
    return start + std::size_t(row) * std::size_t(panel.width) * std::size_t(lanes)
        + std::size_t(column - panel.first * lanes);
}

void packTransposed(const PackedLayout &fromLayout, const float *from, const PackedLayout &toLayout, float *to)
{
    const int lanes = fromLayout.lanes;
    for (int column = 0; column < fromLayout.columns; column += lanes) {
        const Panel source(fromLayout, column);
        const std::ptrdiff_t stride = std::ptrdiff_t(source.width) * lanes;
        const float *block = from + fromLayout.place(0, column);
        const int width = std::min(lanes, fromLayout.columns - column);
        // A row of `from` is a column of `to`: go along the rows of `to` that this vector feeds.
        for (int row = 0; row < fromLayout.rows; row += lanes) {
            const Panel target(toLayout, row);
            const std::ptrdiff_t targetStride = std::ptrdiff_t(target.width) * lanes;
            float *corner = to + toLayout.place(column, row);
            const int height = std::min(lanes, fromLayout.rows - row);
            for (int j = 0; j < width; ++j)
                for (int i = 0; i < height; ++i)
                    corner[j * targetStride + i] = block[(row + i) * stride + j];
        }
    }
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/kernels.h"

namespace gatescope {

/// Where the numbers of a matrix [rows, columns] stand when kernels read it: in panels of a few vectors side by
/// side, each panel row after row; what is left of the last vector is 0.
struct PackedLayout {
    int rows = 0;
    int columns = 0;
    int lanes = 1;
    int panelVectors = 1;

    PackedLayout() = default;
    PackedLayout(int height, int width, const Kernels &kernels)
        : rows(height), columns(width), lanes(kernels.lanes), panelVectors(kernels.panelVectors)
    {
    }

    int vectors() const { return (columns + lanes - 1) / lanes; }
    std::size_t size() const { return std::size_t(rows) * std::size_t(vectors()) * std::size_t(lanes); }
    /// The place of a number, as the kernels' forEachPanel lays panels out.
    std::size_t place(int row, int column) const;
};

/// to = fromᵀ, both packed.
void packTransposed(const PackedLayout &fromLayout, const float *from, const PackedLayout &toLayout, float *to);

} // namespace gatescope

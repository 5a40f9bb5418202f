// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <array>

namespace gatescope {

/// Whose layer it is: how its matrices are stacked, and where its reset acts.
enum class StackingConvention {
    pytorch,         ///< weight_ih [3H, I], weight_hh [3H, H]: blocks of rows r, z, n
    keras,           ///< kernel [I, 3H], recurrent_kernel [H, 3H]: blocks of columns z, r, h
    kerasResetBefore ///< stacked as Keras' default is, with reset_after=False
};

ResetPlacement resetOf(StackingConvention convention);
/// Which gate stands at each place of the stack: 0, 1, 2 for r, z, n.
std::array<int, 3> blockOrder(StackingConvention convention);

/// A GRU layer as formulas have it: a matrix for each gate, at r, z, n.
struct GateMatrices {
    std::array<Matrix, 3> W;         ///< [H, I]
    std::array<Matrix, 3> U;         ///< [H, H]
    std::array<Vector, 3> bIn, bRec; ///< [H]
};

/// Cuts the stacked matrices apart. The layer is a GRU's, with biases.
GateMatrices gateMatrices(const LayerParameters &layer);

} // namespace gatescope

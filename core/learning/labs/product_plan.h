// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <cstdint>
#include <vector>

namespace gatescope {

/// I, H, T and B of a layer and of what it reads.
struct LayerSizes {
    int inputs = 6, units = 8, steps = 12, sequences = 4;

    bool operator==(const LayerSizes &) const = default;
};

/// How far the matrices of a GRU are merged.
enum class ProductWay {
    separate, ///< six products a step
    stacked,  ///< the gates of a step at once
    allSteps  ///< stacked, and what is read of the input for all steps and sequences before the first step
};
inline constexpr int productWays = 3;

/// What a product multiplies its matrix by.
enum class Multiplied {
    input,      ///< x
    state,      ///< h
    resetState, ///< r∘h, which waits for r
};

/// One product of matrices: [rows, inner] · [inner, gates·H].
struct GateProduct {
    Multiplied by = Multiplied::input;
    int firstGate = 0, gates = 1; ///< of r, z, n
    int rows = 0, inner = 0, units = 0;

    std::int64_t multiplyAdds() const { return std::int64_t(rows) * inner * gates * units; }
    bool operator==(const GateProduct &) const = default;
};

/// The products of a layer that reads a batch, in their order.
struct ProductPlan {
    std::vector<GateProduct> before = {};   ///< the first step
    std::vector<GateProduct> eachStep = {}; ///< of which each waits for the state before it
    int steps = 0;

    int count() const { return int(before.size()) + steps * int(eachStep.size()); }
    std::int64_t multiplyAdds() const;
};

ProductPlan productPlan(ProductWay way, const LayerSizes &sizes, ResetPlacement reset);

} // namespace gatescope

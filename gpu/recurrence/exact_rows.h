// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/exchange.h"
#include "gpu/recurrence/quad.h"

namespace gatescope::gpu {

// How a warp multiplies in exact float32, without a tensor core. Weights lie in its lanes as quad.h has it: a lane has
// four columns of every chunk for one unit. The rows of A lie in memory that the block shares; each lane sums up its
// own columns of a row, and then the four lanes of a unit add up what they have.

struct ExactRows {
    static constexpr ProductPrecision precision = ProductPrecision::float32;
    static constexpr int together = 4; ///< rows whose sums a lane holds at once

    const Quad<precision> *factor;
    FactorLayout layout;
    int firstColumn; ///< of the warp

    /// Adds a lane's columns of `together` rows to its sums of some products, row by row: Σ A ∘ weights.
    template<int count, typename Weights>
    GATESCOPE_HOST_DEVICE void multiply(int lane, int firstRow, const Weights &weights, int firstProduct,
                                        float (&sums)[together * count]) const
    {
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
        for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk) {
            if (firstColumn + chunk * RecurrencePlan::chunk >= layout.H)
                break; // the whole warp
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
            for (int row = 0; row < together; ++row) {
                const int column = firstColumn + chunk * RecurrencePlan::chunk + 4 * (lane % 4);
                const Quad<precision> four = factor[layout.quad(firstRow + row, column)];
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
                for (int product = 0; product < count; ++product)
                    for (int i = 0; i < 4; ++i)
                        sums[row * count + product] += numberOf<precision>(four, i)
                            * numberOf<precision>(weights.quad[chunk][firstProduct + product], i);
            }
        }
    }
};

} // namespace gatescope::gpu

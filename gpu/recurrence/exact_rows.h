// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/exchange.h"
#include "gpu/recurrence/quad.h"

namespace gatescope::gpu {

// How a warp multiplies in exact float32, without a tensor core. Weights lie in its lanes as quad.h has it: a lane has
// four columns of every chunk for two units. What they multiply lies in memory that the block shares; each lane sums up
// its own columns of a sequence, and then the four lanes of a unit add up what they have.

struct ExactRows {
    static constexpr int together = 4; ///< sequences whose sums a lane holds at once

    const Quad<ProductPrecision::float32> *first; ///< of the lane's, in the first of the sequences
    int quadsOfChunk, chunks;

    /// Adds a lane's columns of some sequences to its sums of some products, of both its units: Σ A ∘ weights.
    template<int count, typename Weights>
    GATESCOPE_HOST_DEVICE void multiply(const Weights &weights, int firstProduct,
                                        float (&sums)[together * count * 2]) const
    {
        GATESCOPE_UNROLLED
        for (int chunk = 0; chunk < Weights::chunks; ++chunk) {
            const int at = chunk < chunks ? chunk * quadsOfChunk : 0; // weights beyond the last column are 0
            GATESCOPE_UNROLLED
            for (int row = 0; row < together; ++row) {
                const Quad<ProductPrecision::float32> four = first[at + row * FactorLayout::quadsOfRow];
                GATESCOPE_UNROLLED
                for (int product = 0; product < count; ++product)
                    for (int half = 0; half < 2; ++half)
                        for (int i = 0; i < 4; ++i)
                            sums[(row * count + product) * 2 + half]
                                += numberOf(four, i) * numberOf(weights.quad[chunk][firstProduct + product][half], i);
            }
        }
    }
};

} // namespace gatescope::gpu

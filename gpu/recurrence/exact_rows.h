// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/quad.h"

namespace gatescope::gpu {

// How a warp multiplies in exact float32, without a tensor core. Weights lie in its lanes as quad.h has it: a lane has
// four columns of every chunk for one unit. The rows of A that it multiplies lie in memory that the lanes share; each
// lane sums up its own columns of a row, and then the four lanes of a unit add up what they have.

/// A warp's columns of a tile of A: [16, 128].
struct ExactRows {
    static constexpr int columns = RecurrencePlan::columns, together = 4; ///< rows whose sums a lane holds at once
    static_assert(columns == 4 * RecurrencePlan::lanes);

    float *room;

    /// A lane's part of reading them: four columns of each row.
    GATESCOPE_HOST_DEVICE void stage(int lane, const RowsOfA &rows, int firstColumn) const
    {
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
        for (int row = 0; row < RecurrencePlan::rows; ++row) {
            float v[4];
            rows.four(row, firstColumn + 4 * lane, v);
            float *to = room + row * columns + 4 * lane;
#if defined(__CUDA_ARCH__)
            *reinterpret_cast<float4 *>(to) = make_float4(v[0], v[1], v[2], v[3]);
#else
            for (int i = 0; i < 4; ++i)
                to[i] = v[i];
#endif
        }
    }

    /// What a lane needs of a chunk of a row.
    GATESCOPE_HOST_DEVICE void four(int lane, int row, int chunk, float (&v)[4]) const
    {
        const float *from = room + row * columns + chunk * RecurrencePlan::chunk + 4 * (lane % 4);
#if defined(__CUDA_ARCH__)
        const float4 four = *reinterpret_cast<const float4 *>(from);
        v[0] = four.x;
        v[1] = four.y;
        v[2] = four.z;
        v[3] = four.w;
#else
        for (int i = 0; i < 4; ++i)
            v[i] = from[i];
#endif
    }

    /// Adds a lane's columns of `together` rows to its sums of some products: Σ A ∘ weights.
    template<int count, typename Weights>
    GATESCOPE_HOST_DEVICE void multiply(int lane, int firstRow, const Weights &weights, int firstProduct,
                                        float (&sums)[together][count]) const
    {
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
        for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk) {
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
            for (int row = 0; row < together; ++row) {
                float v[4];
                four(lane, firstRow + row, chunk, v);
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
                for (int product = 0; product < count; ++product)
                    for (int i = 0; i < 4; ++i)
                        sums[row][product] += v[i]
                            * numberOf<ProductPrecision::float32>(weights.quad[chunk][firstProduct + product], i);
            }
        }
    }
};

} // namespace gatescope::gpu

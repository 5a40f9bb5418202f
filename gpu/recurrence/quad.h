// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/rounding.h"
#include "gpu/recurrence/recurrence_plan.h"

#include <cstddef>

namespace gatescope::gpu {

// How a warp multiplies: C[16, 8] += A[16, 16] · B[16, 8], the chunk of a tensor core. A lane holds four numbers of two
// rows of A, the columns 4·(lane mod 4) … +3 of rows lane / 4 and lane / 4 + 8; the same four rows of column lane / 4
// of B; and C at these two rows in the columns 2·(lane mod 4) and +1. So four numbers that stand side by side in memory
// are read at once. The order of the 16 products differs from the one in the instruction's picture, where a lane's
// numbers stand apart: a sum does not mind, as long as A and B agree.

/// Four numbers in the form that the instruction takes: floats, or pairs of bf16.
template<ProductPrecision precision>
struct Quad {
    static constexpr int words = precision == ProductPrecision::bf16 ? 2 : 4;
    std::uint32_t word[words];
};

template<ProductPrecision precision>
GATESCOPE_HOST_DEVICE Quad<precision> quadOf(const float (&v)[4])
{
    Quad<precision> quad;
#if defined(__CUDA_ARCH__) // one instruction for each number, or for two, that rounds as inTf32() and inBf16() do
    if constexpr (precision == ProductPrecision::bf16) {
        for (int i = 0; i < 4; i += 2)
            asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(quad.word[i / 2]) : "f"(v[i + 1]), "f"(v[i]));
        return quad;
    } else if constexpr (precision == ProductPrecision::tf32) {
        for (int i = 0; i < 4; ++i)
            asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(quad.word[i]) : "f"(v[i]));
        return quad;
    }
#endif
    if constexpr (precision == ProductPrecision::bf16) {
        quad.word[0] = (bitsOf(inBf16(v[0])) >> 16) | bitsOf(inBf16(v[1]));
        quad.word[1] = (bitsOf(inBf16(v[2])) >> 16) | bitsOf(inBf16(v[3]));
    } else {
        for (int i = 0; i < 4; ++i)
            quad.word[i] = bitsOf(precision == ProductPrecision::tf32 ? inTf32(v[i]) : v[i]);
    }
    return quad;
}

/// One of the four, as a float.
template<ProductPrecision precision>
GATESCOPE_HOST_DEVICE float numberOf(const Quad<precision> &quad, int i)
{
    if constexpr (precision == ProductPrecision::bf16)
        return floatOf(i % 2 == 0 ? quad.word[i / 2] << 16 : quad.word[i / 2] & 0xffff0000u);
    else
        return floatOf(quad.word[i]);
}

/// Four numbers that another block may have written since the kernel began: past what this processor keeps.
GATESCOPE_HOST_DEVICE inline void readQuad(const float *from, float (&v)[4])
{
#if defined(__CUDA_ARCH__)
    asm volatile("ld.global.cg.v4.f32 {%0,%1,%2,%3}, [%4];"
                 : "=f"(v[0]), "=f"(v[1]), "=f"(v[2]), "=f"(v[3])
                 : "l"(from)
                 : "memory");
#else
    for (int i = 0; i < 4; ++i)
        v[i] = from[i];
#endif
}

/// Four numbers that stay as they are while the kernel runs; not kept from step to step, for want of registers.
GATESCOPE_HOST_DEVICE inline void readFixedQuad(const float *from, float (&v)[4])
{
#if defined(__CUDA_ARCH__)
    asm volatile("ld.global.nc.v4.f32 {%0,%1,%2,%3}, [%4];"
                 : "=f"(v[0]), "=f"(v[1]), "=f"(v[2]), "=f"(v[3])
                 : "l"(from));
#else
    for (int i = 0; i < 4; ++i)
        v[i] = from[i];
#endif
}

/// A tile's rows of A, from a matrix of so many rows and columns; 0 beyond it. The columns, and the numbers from one
/// row to the next, are multiples of 4.
struct RowsOfA {
    const float *matrix;
    int row; ///< numbers from one row to the next
    int rows, columns;
    int firstRow;
    const float *mask; ///< A = mask ∘ matrix; or null
    int maskRow;

    GATESCOPE_HOST_DEVICE void four(int atRow, int column, float (&v)[4]) const
    {
        for (float &each : v)
            each = 0;
        if (firstRow + atRow >= rows || column >= columns)
            return;
        readQuad(matrix + std::size_t(firstRow + atRow) * std::size_t(row) + std::size_t(column), v);
        if (!mask)
            return;
        float m[4];
        readFixedQuad(mask + std::size_t(firstRow + atRow) * std::size_t(maskRow) + std::size_t(column), m);
        for (int i = 0; i < 4; ++i)
            v[i] *= m[i];
    }
    template<ProductPrecision precision>
    GATESCOPE_HOST_DEVICE Quad<precision> quad(int atRow, int column) const
    {
        float v[4];
        four(atRow, column, v);
        return quadOf<precision>(v);
    }
};

/// Where a lane's four numbers of C stand in a tile of [16, 8].
GATESCOPE_HOST_DEVICE inline int placeInTile(int lane, int i)
{
    const int row = lane / 4 + (i >= 2 ? 8 : 0), column = 2 * (lane % 4) + i % 2;
    return row * RecurrencePlan::units + column;
}

} // namespace gatescope::gpu

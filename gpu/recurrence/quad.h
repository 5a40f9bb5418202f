// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/rounding.h"
#include "gpu/recurrence/recurrence_plan.h"

#include <cstdint>
#include <cstring>

namespace gatescope::gpu {

// How a warp multiplies: C[16, 8] += A[16, 16] · B[16, 8], the chunk of a tensor core, where A are weights of 16 units
// and B is what they multiply, of 8 sequences. A lane holds four numbers of two rows of A, the columns 4·(lane mod 4) …
// +3 of rows lane / 4 and lane / 4 + 8; the same four rows of column lane / 4 of B; and C at these two rows in the
// columns 2·(lane mod 4) and +1. So four numbers that stand side by side in memory are read at once. The order of the
// 16 products differs from the one in the instruction's picture, where a lane's numbers stand apart: a sum does not
// mind, as long as A and B agree.

/// Four numbers in the form that the instruction takes: floats, or pairs of bf16.
template<ProductPrecision precision>
struct alignas(precision == ProductPrecision::bf16 ? 8 : 16) Quad {
    static constexpr int words = precision == ProductPrecision::bf16 ? 2 : 4;
    std::uint32_t word[words];
};

/// Four numbers that are rounded already, as the bits of floats.
template<ProductPrecision precision>
GATESCOPE_HOST_DEVICE Quad<precision> quadOfRounded(const std::uint32_t (&bits)[4])
{
    if constexpr (precision == ProductPrecision::bf16)
        return {bits[0] >> 16 | (bits[1] & 0xffff0000u), bits[2] >> 16 | (bits[3] & 0xffff0000u)};
    else
        return {bits[0], bits[1], bits[2], bits[3]};
}

template<ProductPrecision precision>
GATESCOPE_HOST_DEVICE Quad<precision> quadOf(const float (&v)[4])
{
    std::uint32_t bits[4];
    for (int i = 0; i < 4; ++i)
        bits[i] = bitsOf(roundedTo(precision, v[i]));
    return quadOfRounded<precision>(bits);
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

/// Writes one number of the quads that begin at `first`, whose place is counted in numbers.
template<ProductPrecision precision>
GATESCOPE_HOST_DEVICE void setNumber(Quad<precision> *first, int number, float x)
{
    const std::uint32_t bits = bitsOf(roundedTo(precision, x));
    if constexpr (precision == ProductPrecision::bf16) {
        const auto half = std::uint16_t(bits >> 16);
        std::memcpy(reinterpret_cast<char *>(first) + sizeof half * std::size_t(number), &half, sizeof half);
    } else {
        first[number / 4].word[number % 4] = bits;
    }
}

/// C += A · B by a warp: mma.m16n8k8 twice in TF32, mma.m16n8k16 in bf16.
template<ProductPrecision precision, typename Thread>
GATESCOPE_HOST_DEVICE void multiplyAdd(const Thread &thread, float (&c)[4], const Quad<precision> &low,
                                       const Quad<precision> &high, const Quad<precision> &b)
{
    if constexpr (precision == ProductPrecision::bf16) {
        thread.mmaBf16(c, {low.word[0], high.word[0], low.word[1], high.word[1]}, {b.word[0], b.word[1]});
    } else {
        for (int half = 0; half < 4; half += 2)
            thread.mmaTf32(c, {low.word[half], high.word[half], low.word[half + 1], high.word[half + 1]},
                           {b.word[half], b.word[half + 1]});
    }
}

/// Where a lane's four numbers of C stand in a tile: the sequence and the unit.
GATESCOPE_HOST_DEVICE inline int sequenceOfSum(int lane, int i)
{
    return 2 * (lane % 4) + i % 2;
}
GATESCOPE_HOST_DEVICE inline int unitOfSum(int lane, int i)
{
    return lane / 4 + (i >= 2 ? 8 : 0);
}

} // namespace gatescope::gpu

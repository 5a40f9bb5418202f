// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace gatescope::ptx {

/// Where the numbers of an instruction of the tensor core stand, D[16, 8] = A[16, k] · B[k, 8] + C[16, 8]: which row
/// and column of a matrix a number is of, the `i`th of those that a lane holds. From the pictures of fragments in
/// NVIDIA's manual of PTX, where lane / 4 is groupID and lane % 4 threadID_in_group.
struct FragmentPlace {
    int row, column;
};

/// m16n8k8 of TF32: a lane holds 4 numbers of A, one in each register, and 2 of B.
constexpr FragmentPlace placeInA8(int lane, int i)
{
    return {lane / 4 + (i % 2 == 0 ? 0 : 8), lane % 4 + (i < 2 ? 0 : 4)};
}
constexpr FragmentPlace placeInB8(int lane, int i)
{
    return {lane % 4 + (i == 0 ? 0 : 4), lane / 4};
}

/// m16n8k16 of bf16: 8 numbers of A, two in each register, the first one in the lower half; and 4 of B.
constexpr FragmentPlace placeInA16(int lane, int i)
{
    return {lane / 4 + (i < 2 || (4 <= i && i < 6) ? 0 : 8), lane % 4 * 2 + i % 2 + (i < 4 ? 0 : 8)};
}
constexpr FragmentPlace placeInB16(int lane, int i)
{
    return {lane % 4 * 2 + i % 2 + (i < 2 ? 0 : 8), lane / 4};
}

/// Of both: 4 sums of C and D.
constexpr FragmentPlace placeInC(int lane, int i)
{
    return {lane / 4 + (i < 2 ? 0 : 8), lane % 4 * 2 + i % 2};
}

/// A register as a number of TF32, of which the lowest 13 bits are not looked at.
inline float tf32Of(std::uint32_t bits)
{
    return std::bit_cast<float>(bits & ~0x1fffu);
}
/// Half of a register as a number of bf16: the upper half of a float.
inline float bf16Of(std::uint32_t bits, bool isUpper)
{
    return std::bit_cast<float>(isUpper ? bits & 0xffff0000u : bits << 16);
}

} // namespace gatescope::ptx

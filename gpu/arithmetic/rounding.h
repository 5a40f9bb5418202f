// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/product_precision.h"
#include "gpu/arithmetic/host_device.h"

#include <cstdint>
#include <cstring>

namespace gatescope::gpu {

// The factors of a product in less than single precision, as floats.

GATESCOPE_HOST_DEVICE inline std::uint32_t bitsOf(float x)
{
#if defined(__CUDA_ARCH__)
    return __float_as_uint(x);
#else
    std::uint32_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    return bits;
#endif
}

GATESCOPE_HOST_DEVICE inline float floatOf(std::uint32_t bits)
{
#if defined(__CUDA_ARCH__)
    return __uint_as_float(bits);
#else
    float x;
    std::memcpy(&x, &bits, sizeof x);
    return x;
#endif
}

/// To the nearest number with 10 bits behind the leading one, halves away from 0: the instruction cvt.rna.tf32.
GATESCOPE_HOST_DEVICE inline float inTf32(float x)
{
    const std::uint32_t bits = bitsOf(x);
    if ((bits & 0x7f800000u) == 0x7f800000u) // no number: the upper bits keep one of it
        return floatOf((bits & 0x007fffffu) != 0 ? (bits | 0x00400000u) & ~0x1fffu : bits);
    return floatOf((bits + 0x1000u) & ~0x1fffu);
}

/// To the nearest number with 7 bits behind the leading one, halves to the even one: the instruction cvt.rn.bf16.
GATESCOPE_HOST_DEVICE inline float inBf16(float x)
{
    const std::uint32_t bits = bitsOf(x);
    if ((bits & 0x7f800000u) == 0x7f800000u) // no number: the upper half keeps a bit of it
        return floatOf((bits & 0x007fffffu) != 0 ? (bits | 0x00400000u) & 0xffff0000u : bits);
    return floatOf((bits + 0x7fffu + ((bits >> 16) & 1u)) & 0xffff0000u);
}

GATESCOPE_HOST_DEVICE inline float roundedTo(ProductPrecision precision, float x)
{
    if (precision == ProductPrecision::tf32)
        return inTf32(x);
    return precision == ProductPrecision::bf16 ? inBf16(x) : x;
}

} // namespace gatescope::gpu

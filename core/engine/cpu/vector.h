// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernels need of a processor's vectors. Included once by each set of kernels, which is compiled for
// its own processor; so nothing here may leave its unit, and nothing of the standard library's may enter.
#pragma once

#if defined(__AVX512F__) || defined(__AVX2__)
#include <immintrin.h>
#endif

#include <cstddef>
#include <cstdint>

namespace gatescope {
namespace {

#if defined(__AVX512F__)
constexpr int lanes = 16;
#elif defined(__AVX2__)
constexpr int lanes = 8;
#else
constexpr int lanes = 4;
#endif

typedef float Vec __attribute__((vector_size(4 * lanes)));
typedef std::int32_t IntVec __attribute__((vector_size(4 * lanes)));

// One line for one instruction, so that the three processors can be compared.
// clang-format off
/// x in every lane. Taking 0 away changes nothing, so that no instruction is left of it; adding 0 would change −0.
inline Vec splat(float x)
{
    return x - Vec{};
}

#if defined(__AVX512F__)

using Mask = __mmask16;
/// The first `count` lanes.
inline Mask firstLanes(int count)
{
    return count >= lanes ? Mask(0xffff) : Mask((1u << count) - 1);
}
/// Lanes [first, end).
inline Mask lanesBetween(int first, int end) { return Mask(firstLanes(end) & ~firstLanes(first)); }
inline Vec load(const float *p) { return _mm512_loadu_ps(p); }
inline void store(float *p, Vec v) { _mm512_storeu_ps(p, v); }
inline Vec load(const float *p, Mask mask) { return _mm512_maskz_loadu_ps(mask, p); }
inline void store(float *p, Vec v, Mask mask) { _mm512_mask_storeu_ps(p, mask, v); }
/// The lanes of the mask; the others stay as they are in v.
inline Vec loadInto(Vec v, const float *p, Mask mask) { return _mm512_mask_loadu_ps(v, mask, p); }
/// 1/x: an estimate of 14 bits, made twice as exact by one step of Newton's.
inline Vec reciprocal(Vec x)
{
    const Vec y = _mm512_maskz_rcp14_ps(0xffff, x);
    return y + y * (1.0f - x * y);
}
/// The nearest whole number.
inline Vec rounded(Vec x)
{
    return _mm512_maskz_roundscale_ps(0xffff, x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
/// x·2ᵏ for whole k.
inline Vec timesPowerOfTwo(Vec x, Vec k) { return _mm512_maskz_scalef_ps(0xffff, x, k); }
inline Vec largerOf(Vec a, Vec b) { return _mm512_maskz_max_ps(0xffff, a, b); }
inline Vec smallerOf(Vec a, Vec b) { return _mm512_maskz_min_ps(0xffff, a, b); }
inline Vec squareRoot(Vec x) { return _mm512_maskz_sqrt_ps(0xffff, x); }

#elif defined(__AVX2__)

using Mask = __m256i;
inline Mask firstLanes(int count)
{
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(count), lane);
}
inline Mask lanesBetween(int first, int end) { return _mm256_andnot_si256(firstLanes(first), firstLanes(end)); }
inline Vec load(const float *p) { return _mm256_loadu_ps(p); }
inline void store(float *p, Vec v) { _mm256_storeu_ps(p, v); }
inline Vec load(const float *p, Mask mask) { return _mm256_maskload_ps(p, mask); }
inline void store(float *p, Vec v, Mask mask) { _mm256_maskstore_ps(p, mask, v); }
inline Vec loadInto(Vec v, const float *p, Mask mask)
{
    return _mm256_blendv_ps(v, _mm256_maskload_ps(p, mask), _mm256_castsi256_ps(mask));
}
inline Vec reciprocal(Vec x) { return 1.0f / x; }
inline Vec rounded(Vec x) { return _mm256_round_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
inline Vec largerOf(Vec a, Vec b) { return _mm256_max_ps(a, b); }
inline Vec smallerOf(Vec a, Vec b) { return _mm256_min_ps(a, b); }
inline Vec squareRoot(Vec x) { return _mm256_sqrt_ps(x); }

#else

struct Mask {
    int first, end;
};
inline Mask firstLanes(int count) { return {0, count < lanes ? count : lanes}; }
inline Mask lanesBetween(int first, int end) { return {first, end}; }
inline Vec load(const float *p)
{
    Vec v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}
inline void store(float *p, Vec v) { __builtin_memcpy(p, &v, sizeof v); }
inline Vec loadInto(Vec v, const float *p, Mask mask)
{
    for (int i = mask.first; i < mask.end; ++i)
        v[i] = p[i];
    return v;
}
inline Vec load(const float *p, Mask mask) { return loadInto(Vec{}, p, mask); }
inline void store(float *p, Vec v, Mask mask)
{
    for (int i = mask.first; i < mask.end; ++i)
        p[i] = v[i];
}
inline Vec reciprocal(Vec x) { return 1.0f / x; }
inline Vec rounded(Vec x) { return x + 12582912.0f - 12582912.0f; } // 1.5·2²³ leaves no digits behind the point
inline Vec largerOf(Vec a, Vec b) { return a > b ? a : b; }
inline Vec smallerOf(Vec a, Vec b) { return a < b ? a : b; }
inline Vec squareRoot(Vec x)
{
    for (int i = 0; i < lanes; ++i)
        x[i] = __builtin_sqrtf(x[i]);
    return x;
}

#endif

#if !defined(__AVX512F__)
inline Vec timesPowerOfTwo(Vec x, Vec k)
{
    return x * __builtin_bit_cast(Vec, (__builtin_convertvector(k, IntVec) + 127) << 23);
}
#endif

/// eˣ = 2ᵏ·(1 + p) for whole k.
struct Power {
    Vec k, p;
};

/// x = k·ln 2 + f with |f| ≤ ½ ln 2, and p = eᶠ − 1 by the polynomial of Cephes' expf (Moshier 1989); beyond ±`largest`
/// as there.
inline Power powerOf(Vec x, float largest)
{
    x = largerOf(splat(-largest), smallerOf(splat(largest), x)); // in this order a NaN stays one
    const Vec k = rounded(x * 1.44269504088896341f);
    const Vec f = x - k * 0.693147180559945309f;
    Vec p = splat(1.9875691500e-4f);
    p = p * f + 1.3981999507e-3f;
    p = p * f + 8.3334519073e-3f;
    p = p * f + 4.1665795894e-2f;
    p = p * f + 1.6666665459e-1f;
    p = p * f + 5.0000001201e-1f;
    return {k, p * f * f + f};
}

/// σ(x) = 1 / (1 + e⁻ˣ)
inline Vec sigmoid(Vec x)
{
    const Power e = powerOf(-x, 87.0f);
    return reciprocal(1.0f + timesPowerOfTwo(1.0f + e.p, e.k));
}

/// tanh x = (e²ˣ − 1) / (e²ˣ + 1); e²ˣ − 1 = 2ᵏp + (2ᵏ − 1) keeps its digits near 0.
inline Vec hyperbolicTangent(Vec x)
{
    const Power e = powerOf(2.0f * x, 20.0f);
    const Vec power = timesPowerOfTwo(splat(1.0f), e.k);
    const Vec less = power * e.p + (power - 1.0f);
    return less * reciprocal(less + 2.0f);
}
// clang-format on

} // namespace
} // namespace gatescope

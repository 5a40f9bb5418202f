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
inline Vec load(const float *p) { return _mm512_loadu_ps(p); }
inline void store(float *p, Vec v) { _mm512_storeu_ps(p, v); }
inline Vec load(const float *p, Mask mask) { return _mm512_maskz_loadu_ps(mask, p); }
inline void store(float *p, Vec v, Mask mask) { _mm512_mask_storeu_ps(p, mask, v); }
/// 1/x: an estimate of 14 bits, made twice as exact by one step of Newton's.
inline Vec reciprocal(Vec x)
{
    const Vec y = _mm512_maskz_rcp14_ps(0xffff, x);
    return y + y * (1.0f - x * y);
}
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
inline Vec load(const float *p) { return _mm256_loadu_ps(p); }
inline void store(float *p, Vec v) { _mm256_storeu_ps(p, v); }
inline Vec load(const float *p, Mask mask) { return _mm256_maskload_ps(p, mask); }
inline void store(float *p, Vec v, Mask mask) { _mm256_maskstore_ps(p, mask, v); }
inline Vec reciprocal(Vec x) { return 1.0f / x; }
inline Vec largerOf(Vec a, Vec b) { return _mm256_max_ps(a, b); }
inline Vec smallerOf(Vec a, Vec b) { return _mm256_min_ps(a, b); }
inline Vec squareRoot(Vec x) { return _mm256_sqrt_ps(x); }

#else

using Mask = int;
inline Mask firstLanes(int count) { return count < lanes ? count : lanes; }
inline Vec load(const float *p)
{
    Vec v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}
inline void store(float *p, Vec v) { __builtin_memcpy(p, &v, sizeof v); }
inline Vec load(const float *p, Mask count)
{
    Vec v{};
    for (int i = 0; i < count; ++i)
        v[i] = p[i];
    return v;
}
inline void store(float *p, Vec v, Mask count)
{
    for (int i = 0; i < count; ++i)
        p[i] = v[i];
}
inline Vec reciprocal(Vec x) { return 1.0f / x; }
inline Vec largerOf(Vec a, Vec b) { return a > b ? a : b; }
inline Vec smallerOf(Vec a, Vec b) { return a < b ? a : b; }
inline Vec squareRoot(Vec x)
{
    for (int i = 0; i < lanes; ++i)
        x[i] = __builtin_sqrtf(x[i]);
    return x;
}

#endif

/// eˣ to 2 ulp for |x| ≤ 87, clamped there (the polynomial of Cephes' expf, Moshier 1989).
inline Vec exponential(Vec x)
{
    x = largerOf(splat(-87.0f), smallerOf(splat(87.0f), x)); // in this order a NaN stays one
    // x = k·ln 2 + f, |f| ≤ ½ ln 2; adding and taking away 1.5·2²³ rounds to a whole number
    const Vec shifted = x * 1.44269504088896341f + 12582912.0f;
    const Vec k = shifted - 12582912.0f;
    Vec f = x - k * 0.693359375f;
    f = f - k * -2.12194440e-4f;
    Vec p = splat(1.9875691500e-4f);
    p = p * f + 1.3981999507e-3f;
    p = p * f + 8.3334519073e-3f;
    p = p * f + 4.1665795894e-2f;
    p = p * f + 1.6666665459e-1f;
    p = p * f + 5.0000001201e-1f;
    const Vec e = p * f * f + f + 1.0f;
    // times 2ᵏ, by its exponent
    const IntVec power = (__builtin_convertvector(k, IntVec) + 127) << 23;
    return e * __builtin_bit_cast(Vec, power);
}

/// σ(x) = 1 / (1 + e⁻ˣ)
inline Vec sigmoid(Vec x)
{
    return reciprocal(1.0f + exponential(-x));
}

/// tanh x = 1 − 2 / (e²ˣ + 1); near 0 its odd polynomial (Cephes' tanhf), where the difference would lose digits.
inline Vec hyperbolicTangent(Vec x)
{
    const Vec far = 1.0f - 2.0f * reciprocal(exponential(2.0f * x) + 1.0f);
    const Vec s = x * x;
    Vec p = splat(-5.70498872745e-3f);
    p = p * s + 2.06390887954e-2f;
    p = p * s - 5.37397155531e-2f;
    p = p * s + 1.33314422036e-1f;
    p = p * s - 3.33332819422e-1f;
    const Vec near = p * s * x + x;
    return s < 0.390625f ? near : far;
}

} // namespace
} // namespace gatescope

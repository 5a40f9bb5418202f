// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix products: part of kernels_body.h.
#pragma once

#include "core/engine/cpu/kernels.h"
#include "core/engine/cpu/vector.h"

namespace gatescope {
namespace {

// As many rows of accumulators as registers hold beside a row of B and one splat.
#if defined(__AVX512F__)
constexpr int panelVectors = 3, blockRows = 8;
#else
constexpr int panelVectors = 2, blockRows = 6;
#endif

/// Panels [first vector, vectors) of a row of `columns` floats: as even as can be, none wider than panelVectors.
template<typename Do>
inline void forEachPanel(int columns, Do each, bool lastFirst = false)
{
    const int vectors = (columns + lanes - 1) / lanes;
    const int panels = (vectors + panelVectors - 1) / panelVectors;
    const int narrow = vectors / panels, wide = vectors % panels; // so many panels are wider by one
    for (int i = 0; i < panels; ++i) {
        const int panel = lastFirst ? panels - 1 - i : i;
        each(panel * narrow + (panel < wide ? panel : wide), narrow + (panel < wide ? 1 : 0));
    }
}

/// Blocks [first row, rows) of at most blockRows, as even as can be.
template<typename Do>
inline void forEachBlock(int rows, Do each)
{
    const int blocks = (rows + blockRows - 1) / blockRows;
    int first = 0;
    for (int block = 0; block < blocks; ++block) {
        const int height = rows / blocks + (block < rows % blocks ? 1 : 0);
        each(first, height);
        first += height;
    }
}

/// Chooses the instance for numbers known only at run time: call.template operator()<rows, vectors>().
template<int Rows, typename Call>
inline void withVectors(int vectors, const Call &call)
{
    switch (vectors) {
    case 1:
        return call.template operator()<Rows, 1>();
    case 2:
        return call.template operator()<Rows, 2>();
    default:
        return call.template operator()<Rows, panelVectors>();
    }
}
template<typename Call>
inline void withSizes(int rows, int vectors, const Call &call)
{
    switch (rows) {
    case 1:
        return withVectors<1>(vectors, call);
    case 2:
        return withVectors<2>(vectors, call);
    case 3:
        return withVectors<3>(vectors, call);
    case 4:
        return withVectors<4>(vectors, call);
    case 5:
        return withVectors<5>(vectors, call);
    case 6:
        return withVectors<6>(vectors, call);
#if defined(__AVX512F__)
    case 7:
        return withVectors<7>(vectors, call);
    case 8:
        return withVectors<8>(vectors, call);
#endif
    }
}

// ---- C = init + A·B

/// One block of C in registers. With few rows the products are added up in several sets, so that one FMA need
/// not wait for the other.
template<int Rows, int Vectors>
inline void multiplyBlock(const Product &p, const float *a, const float *b, const float *init, float *c, Mask last)
{
    constexpr int sets = Rows * Vectors <= 3 ? 4 : Rows * Vectors <= 6 ? 2 : 1;
    Vec sum[sets][Rows][Vectors];
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 3
        for (int v = 0; v < Vectors; ++v) {
            const float *from = init + r * p.initStride + v * lanes;
            sum[0][r][v] = v + 1 < Vectors ? load(from) : load(from, last);
#pragma GCC unroll 4
            for (int s = 1; s < sets; ++s)
                sum[s][r][v] = Vec{};
        }
    }
    const auto add = [&](int set, int k) __attribute__((always_inline))
    {
        Vec row[Vectors];
#pragma GCC unroll 3
        for (int v = 0; v < Vectors; ++v) {
            const float *from = b + (std::ptrdiff_t(k) * Vectors + v) * lanes;
            if (sets > 1) // a row or two of A are too little work to wait for B
                __builtin_prefetch(from + 1024);
            row[v] = load(from);
        }
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const Vec x = splat(a[r * p.lda + k]);
#pragma GCC unroll 3
            for (int v = 0; v < Vectors; ++v)
                sum[set][r][v] += x * row[v];
        }
    };
    int k = 0;
    for (; k + sets <= p.inner; k += sets) {
#pragma GCC unroll 4
        for (int s = 0; s < sets; ++s)
            add(s, k + s);
    }
    for (; k < p.inner; ++k)
        add(0, k);
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 3
        for (int v = 0; v < Vectors; ++v) {
#pragma GCC unroll 4
            for (int s = 1; s < sets; ++s)
                sum[0][r][v] += sum[s][r][v];
            float *to = c + r * p.ldc + v * lanes;
            if (v + 1 < Vectors)
                store(to, sum[0][r][v]);
            else
                store(to, sum[0][r][v], last);
        }
    }
}

void multiply(const Product &p)
{
    forEachPanel(
        p.columns,
        [&](int first, int vectors) {
            const int column = first * lanes;
            const float *b = p.b + std::ptrdiff_t(p.inner) * column;
            const Mask last = firstLanes(p.columns - column - (vectors - 1) * lanes);
            forEachBlock(p.rows, [&](int row, int rows) {
                withSizes(rows, vectors, [&]<int Rows, int Vectors>() {
                    multiplyBlock<Rows, Vectors>(p, p.a + row * p.lda, b, p.init + row * p.initStride + column,
                                                 p.c + row * p.ldc + column, last);
                });
            });
        },
        p.lastPanelFirst);
}

// ---- C += Σ aᵀ·b

/// One block of C [Rows, Vectors] in registers, over all tokens. `b` is packed: one token after the other.
template<int Rows, int Vectors>
inline void outerBlock(const OuterProduct &p, const float *a, const float *b, float *c)
{
    Vec sum[Rows][Vectors];
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 3
        for (int v = 0; v < Vectors; ++v)
            sum[r][v] = load(c + (r * Vectors + v) * lanes);
    }
    for (int segment = 0; segment < p.segments; ++segment) {
        const float *from = a + segment * p.stepA;
        for (int token = 0; token < p.rows; ++token) {
            Vec row[Vectors];
#pragma GCC unroll 3
            for (int v = 0; v < Vectors; ++v)
                row[v] = load(b + v * lanes);
#pragma GCC unroll 8
            for (int r = 0; r < Rows; ++r) {
                const Vec x = splat(from[r]);
#pragma GCC unroll 3
                for (int v = 0; v < Vectors; ++v)
                    sum[r][v] += x * row[v];
            }
            from += p.lda;
            b += Vectors * lanes;
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 3
        for (int v = 0; v < Vectors; ++v)
            store(c + (r * Vectors + v) * lanes, sum[r][v]);
    }
}

/// The columns of one panel of B, token after token, 0 in what is left of the last vector.
void packTokens(const OuterProduct &p, int column, int vectors)
{
    const Mask last = firstLanes(p.columns - column - (vectors - 1) * lanes);
    float *to = p.scratch;
    for (int segment = 0; segment < p.segments; ++segment) {
        const float *from = p.b + segment * p.stepB + column;
        for (int token = 0; token < p.rows; ++token, from += p.ldb) {
            for (int v = 0; v + 1 < vectors; ++v, to += lanes)
                store(to, load(from + v * lanes));
            store(to, load(from + (vectors - 1) * lanes, last));
            to += lanes;
        }
    }
}

void accumulateOuter(const OuterProduct &p)
{
    forEachPanel(p.columns, [&](int first, int vectors) {
        packTokens(p, first * lanes, vectors);
        float *c = p.c + std::ptrdiff_t(p.inner) * first * lanes;
        forEachBlock(p.inner, [&](int row, int rows) {
            withSizes(rows, vectors, [&]<int Rows, int Vectors>() {
                outerBlock<Rows, Vectors>(p, p.a + row, p.scratch, c + std::ptrdiff_t(row) * Vectors * lanes);
            });
        });
    });
}

void addColumns(int rows, int columns, const float *values, std::ptrdiff_t stride, float *sums)
{
    constexpr int together = 8;
    int column = 0;
    for (; column + together * lanes <= columns; column += together * lanes) {
        Vec sum[together];
        for (int v = 0; v < together; ++v)
            sum[v] = load(sums + column + v * lanes);
        for (int row = 0; row < rows; ++row)
            for (int v = 0; v < together; ++v)
                sum[v] += load(values + row * stride + column + v * lanes);
        for (int v = 0; v < together; ++v)
            store(sums + column + v * lanes, sum[v]);
    }
    for (; column < columns; column += lanes) {
        const Mask mask = firstLanes(columns - column);
        Vec sum = load(sums + column, mask);
        for (int row = 0; row < rows; ++row)
            sum += load(values + row * stride + column, mask);
        store(sums + column, sum, mask);
    }
}

} // namespace
} // namespace gatescope

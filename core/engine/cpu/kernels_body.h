// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels, written once. kernels_avx512.cpp, kernels_avx2.cpp and kernels_portable.cpp compile them for
// their processors.
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
    case 1: return call.template operator()<Rows, 1>();
    case 2: return call.template operator()<Rows, 2>();
    default: return call.template operator()<Rows, panelVectors>();
    }
}
template<typename Call>
inline void withSizes(int rows, int vectors, const Call &call)
{
    switch (rows) {
    case 1: return withVectors<1>(vectors, call);
    case 2: return withVectors<2>(vectors, call);
    case 3: return withVectors<3>(vectors, call);
    case 4: return withVectors<4>(vectors, call);
    case 5: return withVectors<5>(vectors, call);
    case 6: return withVectors<6>(vectors, call);
#if defined(__AVX512F__)
    case 7: return withVectors<7>(vectors, call);
    case 8: return withVectors<8>(vectors, call);
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
    const auto add = [&](int set, int k) __attribute__((always_inline)) {
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
    forEachPanel(p.columns, [&](int first, int vectors) {
        const int column = first * lanes;
        const float *b = p.b + std::ptrdiff_t(p.inner) * column;
        const Mask last = firstLanes(p.columns - column - (vectors - 1) * lanes);
        forEachBlock(p.rows, [&](int row, int rows) {
            withSizes(rows, vectors, [&]<int Rows, int Vectors>() {
                multiplyBlock<Rows, Vectors>(p, p.a + row * p.lda, b, p.init + row * p.initStride + column,
                                             p.c + row * p.ldc + column, last);
            });
        });
    }, p.lastPanelFirst);
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

void addColumns(int rows, int columns, const float *values, float *sums)
{
    constexpr int together = 8;
    int column = 0;
    for (; column + together * lanes <= columns; column += together * lanes) {
        Vec sum[together];
        for (int v = 0; v < together; ++v)
            sum[v] = load(sums + column + v * lanes);
        for (int row = 0; row < rows; ++row)
            for (int v = 0; v < together; ++v)
                sum[v] += load(values + std::ptrdiff_t(row) * columns + column + v * lanes);
        for (int v = 0; v < together; ++v)
            store(sums + column + v * lanes, sum[v]);
    }
    for (; column < columns; column += lanes) {
        const Mask mask = firstLanes(columns - column);
        Vec sum = load(sums + column, mask);
        for (int row = 0; row < rows; ++row)
            sum += load(values + std::ptrdiff_t(row) * columns + column, mask);
        store(sums + column, sum, mask);
    }
}

// ---- cells

/// Calls active(first float of the row's arrays, of its sums) and idle(…) for each sequence.
template<typename Step, typename Active, typename Idle>
inline void forEachSequence(const Step &s, int blocks, Active active, Idle idle)
{
    for (int row = 0; row < s.rows; ++row) {
        const std::ptrdiff_t part = std::ptrdiff_t(row) * s.units;
        if (s.active && !s.active[row])
            idle(part, part * blocks);
        else
            active(part, part * blocks);
    }
}

/// Calls each(unit, mask) for every vector of units.
template<typename Do>
inline void forEachVector(int units, Do each)
{
    int unit = 0;
    const Mask all = firstLanes(lanes);
    for (; unit + lanes <= units; unit += lanes)
        each(unit, all);
    if (unit < units)
        each(unit, firstLanes(units - unit));
}

inline void fill(float *to, int count)
{
    for (int i = 0; i < count; ++i)
        to[i] = 0;
}
inline void copy(float *to, const float *from, int count)
{
    for (int i = 0; i < count; ++i)
        to[i] = from[i];
}

/// A sequence that has ended, or not begun: its parts are 0 and its states stay.
template<int Parts, bool HasCellState>
inline void keepState(const CellForward &s, std::ptrdiff_t at)
{
    for (int part = 0; part + 1 + HasCellState < Parts; ++part)
        fill(s.parts[part] + at, s.units);
    copy(s.parts[Parts - 1] + at, s.h + at, s.units);
    if (HasCellState)
        copy(s.parts[Parts - 2] + at, s.c + at, s.units);
}

inline void noGradient(const CellBackward &s, int blocks, int parts, std::ptrdiff_t at, std::ptrdiff_t sums)
{
    fill(s.dInput + sums, blocks * s.units);
    if (s.dRecurrent != s.dInput)
        fill(s.dRecurrent + sums, blocks * s.units);
    for (int part = 0; s.dParts && part < parts; ++part)
        fill(s.dParts[part] + at, s.units);
}

enum { reset, update, past, candidate, gruState };

void gruForward(const CellForward &s)
{
    const int H = s.units;
    forEachSequence(s, 3, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        const float *x = s.fromInput + sums, *g = s.fromState + sums;
        forEachVector(H, [&](int j, Mask m) __attribute__((always_inline)) {
            // r = σ(W_r x + b_ir + U_r h + b_hr)
            const Vec r = sigmoid(load(x + j, m) + load(g + j, m));
            // z = σ(W_z x + b_iz + U_z h + b_hz)
            const Vec z = sigmoid(load(x + H + j, m) + load(g + H + j, m));
            // u = U_n h + b_hn
            const Vec u = load(g + 2 * H + j, m);
            // n = tanh(W_n x + b_in + r∘u)
            const Vec n = hyperbolicTangent(load(x + 2 * H + j, m) + r * u);
            // h' = (1−z)∘n + z∘h
            const Vec h = n + z * (load(s.h + at + j, m) - n);
            store(s.parts[reset] + at + j, r, m);
            store(s.parts[update] + at + j, z, m);
            store(s.parts[past] + at + j, u, m);
            store(s.parts[candidate] + at + j, n, m);
            store(s.parts[gruState] + at + j, h, m);
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t) { keepState<5, false>(s, at); });
}

void gruBackward(const CellBackward &s)
{
    const int H = s.units;
    forEachSequence(s, 3, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        float *dx = s.dInput + sums, *dg = s.dRecurrent + sums;
        forEachVector(H, [&](int j, Mask m) __attribute__((always_inline)) {
            const Vec r = load(s.parts[reset] + at + j, m), z = load(s.parts[update] + at + j, m);
            const Vec u = load(s.parts[past] + at + j, m), n = load(s.parts[candidate] + at + j, m);
            const Vec dh = load(s.dh + at + j, m);
            // h' = (1−z)∘n + z∘h
            const Vec dn = dh * (1.0f - z);
            const Vec dz = dh * (load(s.h + at + j, m) - n);
            // n = tanh(a_n), a_n = W_n x + b_in + r∘u
            const Vec da = dn * (1.0f - n * n);
            const Vec dr = da * u;
            const Vec du = da * r;
            // r = σ(a_r), z = σ(a_z)
            const Vec dar = dr * r * (1.0f - r);
            const Vec daz = dz * z * (1.0f - z);
            store(s.dh + at + j, dh * z, m);
            store(dx + j, dar, m);
            store(dx + H + j, daz, m);
            store(dx + 2 * H + j, da, m);
            store(dg + j, dar, m);
            store(dg + H + j, daz, m);
            store(dg + 2 * H + j, du, m);
            if (s.dParts) {
                store(s.dParts[reset] + at + j, dr, m);
                store(s.dParts[update] + at + j, dz, m);
                store(s.dParts[past] + at + j, du, m);
                store(s.dParts[candidate] + at + j, dn, m);
            }
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t sums) { noGradient(s, 3, 4, at, sums); });
}

void gruGatesForward(const CellForward &s)
{
    const int H = s.units;
    forEachSequence(s, 3, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        const float *x = s.fromInput + sums, *g = s.fromState + at * 2; // U_r h and U_z h alone
        forEachVector(H, [&](int j, Mask m) __attribute__((always_inline)) {
            // r = σ(W_r x + b_ir + U_r h + b_hr)
            const Vec r = sigmoid(load(x + j, m) + load(g + j, m));
            // z = σ(W_z x + b_iz + U_z h + b_hz)
            const Vec z = sigmoid(load(x + H + j, m) + load(g + H + j, m));
            store(s.parts[reset] + at + j, r, m);
            store(s.parts[update] + at + j, z, m);
            store(s.product + at + j, r * load(s.h + at + j, m), m);
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t) { fill(s.product + at, H); });
}

void gruCandidateForward(const CellForward &s)
{
    const int H = s.units;
    forEachSequence(s, 3, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        const float *x = s.fromInput + sums;
        forEachVector(H, [&](int j, Mask m) __attribute__((always_inline)) {
            // u = U_n (r∘h) + b_hn; n = tanh(W_n x + b_in + u)
            const Vec n = hyperbolicTangent(load(x + 2 * H + j, m) + load(s.parts[past] + at + j, m));
            // h' = (1−z)∘n + z∘h
            const Vec h = n + load(s.parts[update] + at + j, m) * (load(s.h + at + j, m) - n);
            store(s.parts[candidate] + at + j, n, m);
            store(s.parts[gruState] + at + j, h, m);
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t) { keepState<5, false>(s, at); });
}

void gruBlendBackward(const CellBackward &s)
{
    const int H = s.units;
    forEachSequence(s, 3, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        float *dx = s.dInput + sums;
        forEachVector(H, [&](int j, Mask m) __attribute__((always_inline)) {
            const Vec z = load(s.parts[update] + at + j, m), n = load(s.parts[candidate] + at + j, m);
            const Vec dh = load(s.dh + at + j, m);
            // h' = (1−z)∘n + z∘h
            const Vec dn = dh * (1.0f - z);
            const Vec dz = dh * (load(s.h + at + j, m) - n);
            // n = tanh(a_n), a_n = W_n x + b_in + u
            const Vec da = dn * (1.0f - n * n);
            store(s.dh + at + j, dh * z, m);
            store(dx + H + j, dz * z * (1.0f - z), m);
            store(dx + 2 * H + j, da, m);
            if (s.dParts) {
                store(s.dParts[update] + at + j, dz, m);
                store(s.dParts[past] + at + j, da, m);
                store(s.dParts[candidate] + at + j, dn, m);
            }
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t sums) { noGradient(s, 3, 4, at, sums); });
}

void gruResetBackward(const CellBackward &s)
{
    forEachSequence(s, 3, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        forEachVector(s.units, [&](int j, Mask m) __attribute__((always_inline)) {
            const Vec r = load(s.parts[reset] + at + j, m);
            const Vec dp = load(s.dProduct + at + j, m);
            // p = r∘h
            const Vec dr = dp * load(s.h + at + j, m);
            store(s.dh + at + j, load(s.dh + at + j, m) + dp * r, m);
            // r = σ(a_r)
            store(s.dInput + sums + j, dr * r * (1.0f - r), m);
            if (s.dParts)
                store(s.dParts[reset] + at + j, dr, m);
        });
    }, [](std::ptrdiff_t, std::ptrdiff_t) {});
}

enum { input, forget, cellCandidate, output, cellState, lstmState };

void lstmForward(const CellForward &s)
{
    const int H = s.units;
    forEachSequence(s, 4, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        const float *x = s.fromInput + sums, *u = s.fromState + sums;
        forEachVector(H, [&](int j, Mask m) __attribute__((always_inline)) {
            const Vec i = sigmoid(load(x + j, m) + load(u + j, m));
            const Vec f = sigmoid(load(x + H + j, m) + load(u + H + j, m));
            const Vec g = hyperbolicTangent(load(x + 2 * H + j, m) + load(u + 2 * H + j, m));
            const Vec o = sigmoid(load(x + 3 * H + j, m) + load(u + 3 * H + j, m));
            // c' = f∘c + i∘g
            const Vec c = f * load(s.c + at + j, m) + i * g;
            // h' = o∘tanh(c')
            const Vec h = o * hyperbolicTangent(c);
            store(s.parts[input] + at + j, i, m);
            store(s.parts[forget] + at + j, f, m);
            store(s.parts[cellCandidate] + at + j, g, m);
            store(s.parts[output] + at + j, o, m);
            store(s.parts[cellState] + at + j, c, m);
            store(s.parts[lstmState] + at + j, h, m);
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t) { keepState<6, true>(s, at); });
}

void lstmBackward(const CellBackward &s)
{
    const int H = s.units;
    forEachSequence(s, 4, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        float *da = s.dInput + sums;
        forEachVector(H, [&](int j, Mask m) __attribute__((always_inline)) {
            const Vec i = load(s.parts[input] + at + j, m), f = load(s.parts[forget] + at + j, m);
            const Vec g = load(s.parts[cellCandidate] + at + j, m), o = load(s.parts[output] + at + j, m);
            const Vec t = hyperbolicTangent(load(s.parts[cellState] + at + j, m));
            const Vec dh = load(s.dh + at + j, m);
            // h' = o∘tanh(c')
            const Vec dO = dh * t;
            const Vec dc = load(s.dc + at + j, m) + dh * o * (1.0f - t * t);
            // c' = f∘c + i∘g
            const Vec di = dc * g;
            const Vec df = dc * load(s.c + at + j, m);
            const Vec dg = dc * i;
            store(s.dh + at + j, Vec{}, m);
            store(s.dc + at + j, dc * f, m);
            // i = σ(a_i), f = σ(a_f), g = tanh(a_g), o = σ(a_o)
            store(da + j, di * i * (1.0f - i), m);
            store(da + H + j, df * f * (1.0f - f), m);
            store(da + 2 * H + j, dg * (1.0f - g * g), m);
            store(da + 3 * H + j, dO * o * (1.0f - o), m);
            if (s.dParts) {
                store(s.dParts[input] + at + j, di, m);
                store(s.dParts[forget] + at + j, df, m);
                store(s.dParts[cellCandidate] + at + j, dg, m);
                store(s.dParts[output] + at + j, dO, m);
                store(s.dParts[cellState] + at + j, dc, m);
            }
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t sums) { noGradient(s, 4, 5, at, sums); });
}

void rnnForward(const CellForward &s)
{
    forEachSequence(s, 1, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        forEachVector(s.units, [&](int j, Mask m) __attribute__((always_inline)) {
            // h' = tanh(W x + b_in + U h + b_rec)
            store(s.parts[0] + at + j, hyperbolicTangent(load(s.fromInput + sums + j, m) + load(s.fromState + sums + j, m)), m);
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t) { keepState<1, false>(s, at); });
}

void rnnBackward(const CellBackward &s)
{
    forEachSequence(s, 1, [&](std::ptrdiff_t at, std::ptrdiff_t sums) {
        forEachVector(s.units, [&](int j, Mask m) __attribute__((always_inline)) {
            const Vec h = load(s.parts[0] + at + j, m);
            // h' = tanh(a)
            store(s.dInput + sums + j, load(s.dh + at + j, m) * (1.0f - h * h), m);
            store(s.dh + at + j, Vec{}, m);
        });
    }, [&](std::ptrdiff_t at, std::ptrdiff_t sums) { noGradient(s, 1, 0, at, sums); });
}

// ---- optimizers

/// Calls each(place, w, gradient) for every vector of weights and stores what it returns.
template<typename Do>
inline void forEachWeight(const OptimizerStep &s, Do each)
{
    for (std::size_t i = s.begin; i < s.end; i += lanes) {
        Vec g = load(s.gradients[0] + i);
        for (int thread = 1; thread < s.threads; ++thread)
            g += load(s.gradients[thread] + i);
        const Vec w = load(s.weights + i);
        // g ← g + λ w
        store(s.weights + i, each(i, w, g + s.decay * w));
    }
}

void sgd(const OptimizerStep &s)
{
    forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // m = μ m + g; w ← w − lr·m
        const Vec m = s.momentum * load(s.m + i) + g;
        store(s.m + i, m);
        return w - s.learningRate * m;
    });
}

void rmsprop(const OptimizerStep &s)
{
    forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // v = α v + (1−α) g²; w ← w − lr·g / (√v + ε)
        const Vec v = s.beta2 * load(s.v + i) + (1.0f - s.beta2) * g * g;
        store(s.v + i, v);
        return w - s.learningRate * g / (squareRoot(v) + s.epsilon);
    });
}

void adam(const OptimizerStep &s)
{
    forEachWeight(s, [&](std::size_t i, Vec w, Vec g) {
        // m = β₁ m + (1−β₁) g; v = β₂ v + (1−β₂) g²
        const Vec m = s.beta1 * load(s.m + i) + (1.0f - s.beta1) * g;
        const Vec v = s.beta2 * load(s.v + i) + (1.0f - s.beta2) * g * g;
        store(s.m + i, m);
        store(s.v + i, v);
        // w ← w − lr·λ·w − lr · m / (1−β₁ᵗ) / (√v / √(1−β₂ᵗ) + ε)
        const Vec step = s.learningRate / s.correction1 * m / (squareRoot(v) * (1.0f / s.correction2) + s.epsilon);
        return w - s.learningRate * s.decoupledDecay * w - step;
    });
}

constexpr Kernels kernelsNamed(const char *name)
{
    return {name, lanes, panelVectors, multiply, accumulateOuter, addColumns,
            gruForward, gruBackward, gruGatesForward, gruCandidateForward, gruBlendBackward, gruResetBackward,
            lstmForward, lstmBackward, rnnForward, rnnBackward, sgd, rmsprop, adam};
}

} // namespace
} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
// A step of each kind of cell, forwards and backwards: part of kernels_body.h.
#pragma once

#include "core/engine/cpu/kernels.h"
#include "core/engine/cpu/vector.h"

namespace gatescope {
namespace {

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

} // namespace
} // namespace gatescope

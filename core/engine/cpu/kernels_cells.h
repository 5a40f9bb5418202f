// SPDX-License-Identifier: GPL-3.0-or-later
// A step of each kind of cell, forwards and backwards: part of kernels_body.h.
#pragma once

#include "core/engine/cpu/kernels_units.h"

namespace gatescope {
namespace {

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

inline void noGradient(const CellBackward &s, int blocks, int parts, std::ptrdiff_t at)
{
    const std::ptrdiff_t sums = at * blocks;
    fill(s.dSums + sums, blocks * s.units);
    for (int part = 0; s.dParts && part < parts; ++part)
        fill(s.dParts[part] + at, s.units);
}

enum { reset, update, past, candidate, gruState };
constexpr Block resetBlock{0, 3}, updateBlock{1, 3}, candidateBlock{2, 3};
// A GRU that resets after the product has W x's blocks in another order, and all that flows back in one row.
constexpr Block candidateOfInput{0, 3}, resetOfInput{1, 3}, updateOfInput{2, 3};
constexpr Block candidateOfFour{0, 4}, resetOfFour{1, 4}, updateOfFour{2, 4}, pastOfFour{3, 4};
constexpr Block resetOfTwo{0, 2}, updateOfTwo{1, 2}; // U_r h and U_z h alone

void gruForward(const CellForward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            // r = σ(W_r x + b_ir + U_r h + b_hr)
            const Vec r = sigmoid(units.load(s.fromInput, resetOfInput) + units.load(s.fromState, resetBlock));
            // z = σ(W_z x + b_iz + U_z h + b_hz)
            const Vec z = sigmoid(units.load(s.fromInput, updateOfInput) + units.load(s.fromState, updateBlock));
            // u = U_n h + b_hn
            const Vec u = units.load(s.fromState, candidateBlock);
            // n = tanh(W_n x + b_in + r∘u)
            const Vec n = hyperbolicTangent(units.load(s.fromInput, candidateOfInput) + r * u);
            // h' = (1−z)∘n + z∘h
            const Vec h = n + z * (units.load(s.h) - n);
            units.store(s.parts[reset], r);
            units.store(s.parts[update], z);
            units.store(s.parts[past], u);
            units.store(s.parts[candidate], n);
            units.store(s.parts[gruState], h);
        },
        [&](std::ptrdiff_t at) { keepState<5, false>(s, at); });
}

void gruBackward(const CellBackward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            const Vec r = units.load(s.parts[reset]), z = units.load(s.parts[update]);
            const Vec u = units.load(s.parts[past]), n = units.load(s.parts[candidate]);
            const Vec dh = units.load(s.dh);
            // h' = (1−z)∘n + z∘h
            const Vec dn = dh * (1.0f - z);
            const Vec dz = dh * (units.load(s.h) - n);
            // n = tanh(a_n), a_n = W_n x + b_in + r∘u
            const Vec da = dn * (1.0f - n * n);
            const Vec dr = da * u;
            const Vec du = da * r;
            // r = σ(a_r), z = σ(a_z)
            const Vec dar = dr * r * (1.0f - r);
            const Vec daz = dz * z * (1.0f - z);
            units.store(s.dh, dh * z);
            units.store(s.dSums, resetOfFour, dar);
            units.store(s.dSums, updateOfFour, daz);
            units.store(s.dSums, candidateOfFour, da);
            units.store(s.dSums, pastOfFour, du);
            if (s.dParts) {
                units.store(s.dParts[reset], dr);
                units.store(s.dParts[update], dz);
                units.store(s.dParts[past], du);
                units.store(s.dParts[candidate], dn);
            }
        },
        [&](std::ptrdiff_t at) { noGradient(s, 4, 4, at); });
}

void gruGatesForward(const CellForward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            // r = σ(W_r x + b_ir + U_r h + b_hr)
            const Vec r = sigmoid(units.load(s.fromInput, resetBlock) + units.load(s.fromState, resetOfTwo));
            // z = σ(W_z x + b_iz + U_z h + b_hz)
            const Vec z = sigmoid(units.load(s.fromInput, updateBlock) + units.load(s.fromState, updateOfTwo));
            units.store(s.parts[reset], r);
            units.store(s.parts[update], z);
            units.store(s.product, r * units.load(s.h));
        },
        [&](std::ptrdiff_t at) { fill(s.product + at, s.units); });
}

void gruCandidateForward(const CellForward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            // u = U_n (r∘h) + b_hn; n = tanh(W_n x + b_in + u)
            const Vec n = hyperbolicTangent(units.load(s.fromInput, candidateBlock) + units.load(s.parts[past]));
            // h' = (1−z)∘n + z∘h
            const Vec h = n + units.load(s.parts[update]) * (units.load(s.h) - n);
            units.store(s.parts[candidate], n);
            units.store(s.parts[gruState], h);
        },
        [&](std::ptrdiff_t at) { keepState<5, false>(s, at); });
}

void gruBlendBackward(const CellBackward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            const Vec z = units.load(s.parts[update]), n = units.load(s.parts[candidate]);
            const Vec dh = units.load(s.dh);
            // h' = (1−z)∘n + z∘h
            const Vec dn = dh * (1.0f - z);
            const Vec dz = dh * (units.load(s.h) - n);
            // n = tanh(a_n), a_n = W_n x + b_in + u
            const Vec da = dn * (1.0f - n * n);
            units.store(s.dh, dh * z);
            units.store(s.dSums, updateBlock, dz * z * (1.0f - z));
            units.store(s.dSums, candidateBlock, da);
            if (s.dParts) {
                units.store(s.dParts[update], dz);
                units.store(s.dParts[past], da);
                units.store(s.dParts[candidate], dn);
            }
        },
        [&](std::ptrdiff_t at) { noGradient(s, 3, 4, at); });
}

void gruResetBackward(const CellBackward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            const Vec r = units.load(s.parts[reset]);
            const Vec dp = units.load(s.dProduct);
            // p = r∘h
            const Vec dr = dp * units.load(s.h);
            units.store(s.dh, units.load(s.dh) + dp * r);
            // r = σ(a_r)
            units.store(s.dSums, resetBlock, dr * r * (1.0f - r));
            if (s.dParts)
                units.store(s.dParts[reset], dr);
        },
        [](std::ptrdiff_t) {});
}

enum { input, forget, cellCandidate, output, cellState, lstmState };
constexpr Block inputBlock{0, 4}, forgetBlock{1, 4}, cellBlock{2, 4}, outputBlock{3, 4};

void lstmForward(const CellForward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            const Vec i = sigmoid(units.load(s.fromInput, inputBlock) + units.load(s.fromState, inputBlock));
            const Vec f = sigmoid(units.load(s.fromInput, forgetBlock) + units.load(s.fromState, forgetBlock));
            const Vec g = hyperbolicTangent(units.load(s.fromInput, cellBlock) + units.load(s.fromState, cellBlock));
            const Vec o = sigmoid(units.load(s.fromInput, outputBlock) + units.load(s.fromState, outputBlock));
            // c' = f∘c + i∘g
            const Vec c = f * units.load(s.c) + i * g;
            // h' = o∘tanh(c')
            const Vec h = o * hyperbolicTangent(c);
            units.store(s.parts[input], i);
            units.store(s.parts[forget], f);
            units.store(s.parts[cellCandidate], g);
            units.store(s.parts[output], o);
            units.store(s.parts[cellState], c);
            units.store(s.parts[lstmState], h);
        },
        [&](std::ptrdiff_t at) { keepState<6, true>(s, at); });
}

void lstmBackward(const CellBackward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            const Vec i = units.load(s.parts[input]), f = units.load(s.parts[forget]);
            const Vec g = units.load(s.parts[cellCandidate]), o = units.load(s.parts[output]);
            const Vec t = hyperbolicTangent(units.load(s.parts[cellState]));
            const Vec dh = units.load(s.dh);
            // h' = o∘tanh(c')
            const Vec dO = dh * t;
            const Vec dc = units.load(s.dc) + dh * o * (1.0f - t * t);
            // c' = f∘c + i∘g
            const Vec di = dc * g;
            const Vec df = dc * units.load(s.c);
            const Vec dg = dc * i;
            units.store(s.dh, Vec{});
            units.store(s.dc, dc * f);
            // i = σ(a_i), f = σ(a_f), g = tanh(a_g), o = σ(a_o)
            units.store(s.dSums, inputBlock, di * i * (1.0f - i));
            units.store(s.dSums, forgetBlock, df * f * (1.0f - f));
            units.store(s.dSums, cellBlock, dg * (1.0f - g * g));
            units.store(s.dSums, outputBlock, dO * o * (1.0f - o));
            if (s.dParts) {
                units.store(s.dParts[input], di);
                units.store(s.dParts[forget], df);
                units.store(s.dParts[cellCandidate], dg);
                units.store(s.dParts[output], dO);
                units.store(s.dParts[cellState], dc);
            }
        },
        [&](std::ptrdiff_t at) { noGradient(s, 4, 5, at); });
}

constexpr Block onlyBlock{0, 1};

void rnnForward(const CellForward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            // h' = tanh(W x + b_in + U h + b_rec)
            units.store(s.parts[0],
                        hyperbolicTangent(units.load(s.fromInput, onlyBlock) + units.load(s.fromState, onlyBlock)));
        },
        [&](std::ptrdiff_t at) { keepState<1, false>(s, at); });
}

void rnnBackward(const CellBackward &s)
{
    forEachVector(
        s,
        [&](const auto &units) __attribute__((always_inline)) {
            const Vec h = units.load(s.parts[0]);
            // h' = tanh(a)
            units.store(s.dSums, onlyBlock, units.load(s.dh) * (1.0f - h * h));
            units.store(s.dh, Vec{});
        },
        [&](std::ptrdiff_t at) { noGradient(s, 1, 0, at); });
}

} // namespace
} // namespace gatescope

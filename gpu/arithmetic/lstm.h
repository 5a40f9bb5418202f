// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/squash.h"

namespace gatescope::gpu {

// One unit of an LSTM at one step of one sequence: core/ops/lstm.h, in the same letters.

template<typename T>
struct LstmUnit {
    T i, f, g, o, cNew, hNew;
};

template<typename T>
struct LstmUnitGradient {
    T di, df, dg, dO, dcNew; ///< by the parts; of c' all that reaches it
    T dai, daf, dag, dao;    ///< by the sums
    T dc;                    ///< by c before the step
};

template<typename T>
GATESCOPE_HOST_DEVICE LstmUnit<T> lstmForward(const CellOptions &options, T ai, T af, T ag, T ao, T c)
{
    LstmUnit<T> made;
    made.i = squashed(options.gate, ai);                     // i = σ(a_i)
    made.f = squashed(options.gate, af);                     // f = σ(a_f)
    made.g = squashed(options.state, ag);                    // g = tanh(a_g)
    made.o = squashed(options.gate, ao);                     // o = σ(a_o)
    made.cNew = made.f * c + made.i * made.g;                // c' = f∘c + i∘g
    made.hNew = made.o * squashed(options.state, made.cNew); // h' = o∘tanh(c')
    return made;
}

/// `dhNew` is all that reaches h'; `dcNew` what reaches c' past h'.
template<typename T>
GATESCOPE_HOST_DEVICE LstmUnitGradient<T> lstmBackward(const CellOptions &options, const LstmUnit<T> &made, T c,
                                                       T dhNew, T dcNew)
{
    LstmUnitGradient<T> d;
    // h' = o∘tanh(c')
    const T tanhC = squashed(options.state, made.cNew);
    d.dO = dhNew * tanhC;
    d.dcNew = dcNew + dhNew * made.o * slope(options.state, tanhC);
    // c' = f∘c + i∘g
    d.df = d.dcNew * c;
    d.di = d.dcNew * made.g;
    d.dg = d.dcNew * made.i;
    d.dc = d.dcNew * made.f;
    // i = σ(a_i), f = σ(a_f), g = tanh(a_g), o = σ(a_o)
    d.dai = d.di * slope(options.gate, made.i);
    d.daf = d.df * slope(options.gate, made.f);
    d.dag = d.dg * slope(options.state, made.g);
    d.dao = d.dO * slope(options.gate, made.o);
    return d;
}

} // namespace gatescope::gpu

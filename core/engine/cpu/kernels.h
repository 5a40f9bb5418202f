// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace gatescope {

/// C = init + A·B. A is [rows, inner], C is [rows, columns], both with rows `lda`, `ldc` floats apart;
/// B is a PackedMatrix [inner, columns]. `init` is one row of C when its stride is 0, or C itself.
struct Product {
    int rows, inner, columns;
    const float *a;
    std::ptrdiff_t lda;
    const float *b;
    const float *init;
    std::ptrdiff_t initStride;
    float *c;
    std::ptrdiff_t ldc;
    bool lastPanelFirst = false; ///< goes through B the other way round; the numbers are the same
};

/// C += Σ over segments and rows of aᵀ·b: what a batch of tokens gives to the gradient of a weight. A token
/// is a row of A [inner] and the row of B [columns] that belongs to it; segments are `stepA`, `stepB` floats
/// apart. C is a PackedMatrix [inner, columns].
struct OuterProduct {
    int segments, rows, inner, columns;
    const float *a;
    std::ptrdiff_t stepA, lda;
    const float *b;
    std::ptrdiff_t stepB, ldb;
    float *c;
    float *scratch; ///< segments · rows · Kernels::panelColumns floats
};

/// One step of `rows` sequences of a cell. Arrays of a part are [rows, H]; sums are [rows, blocks·H] in the
/// order of the cell's blocks. A sequence that is not active keeps its state; its parts become 0.
struct CellForward {
    int rows, units;
    const unsigned char *active; ///< [rows], or null: all are
    const float *fromInput;      ///< W x + b_in
    const float *fromState;      ///< U h + b_rec
    const float *h, *c;          ///< the states before
    float *const *parts;         ///< as CellDescription::recorded; the last is h', an LSTM's last but one c'
    float *product;              ///< GRU that resets before the product: r∘h
};

/// The same step backwards. On entry `dh` (and `dc`) is the total derivative by the new state, on exit what
/// goes back to the old one without passing a matrix.
struct CellBackward {
    int rows, units;
    const unsigned char *active;
    const float *h, *c;
    const float *const *parts;
    float *dh, *dc;
    float *dSums; ///< dL/d of the sums [rows, blocks·H]; of a GRU that resets after, n's, r's, z's and u [rows, 4·H]
    const float *dProduct; ///< GRU that resets before the product: dL/d(r∘h)
    float *const *dParts;  ///< dL/d of each recorded part but the state, or null
};

/// One update of the weights [begin, end); see core/ops/optimizer.h. All arrays are padded to whole vectors. What is
/// new is written beside what was, so that an update can be dropped.
struct OptimizerStep {
    std::size_t begin, end;
    const float *gradient;
    const float *mask;            ///< 0 for a weight that stays as it is with its m and v; null: all are moved
    const float *weights, *m, *v; ///< m and v are the optimizer's memory
    float *newWeights, *newM, *newV;
    float factor, largest; ///< g ← g·factor, then within ± largest
    float learningRate, momentum, beta1, beta2, epsilon;
    float decay, decoupledDecay;
    float correction1, correction2; ///< 1 − β₁ᵗ and √(1 − β₂ᵗ)
};

/// Inner loops for one kind of processor. Every set computes the same; see kernels_body.h.
struct Kernels {
    const char *name;
    int lanes;        ///< floats in one vector
    int panelVectors; ///< vectors side by side in the widest panel of a PackedMatrix

    void (*multiply)(const Product &);
    void (*accumulateOuter)(const OuterProduct &);
    /// sums[column] += Σ over rows of values[row, column], with rows `stride` floats apart
    void (*addColumns)(int rows, int columns, const float *values, std::ptrdiff_t stride, float *sums);
    /// arrays[0] += the others, [begin, end) of each; returns Σ of the squares of what is there then. Where `mask` is 0
    /// there is 0; it may be null.
    float (*addUp)(std::size_t begin, std::size_t end, float *const *arrays, int count, const float *mask);

    void (*gruForward)(const CellForward &); ///< reset after the product
    void (*gruBackward)(const CellBackward &);
    void (*gruGatesForward)(const CellForward &);     ///< reset before: r, z and r∘h …
    void (*gruCandidateForward)(const CellForward &); ///< … then, with U_n (r∘h) known, n and h'
    void (*gruBlendBackward)(const CellBackward &);   ///< reset before: dn, dz …
    void (*gruResetBackward)(const CellBackward &);   ///< … then, with dL/d(r∘h) known, dr
    void (*lstmForward)(const CellForward &);
    void (*lstmBackward)(const CellBackward &);
    void (*rnnForward)(const CellForward &);
    void (*rnnBackward)(const CellBackward &);

    // They return 0, or NaN if a new weight is not finite.
    float (*sgd)(const OptimizerStep &);
    float (*rmsprop)(const OptimizerStep &);
    float (*adam)(const OptimizerStep &);

    int panelColumns() const { return lanes * panelVectors; }
};

} // namespace gatescope

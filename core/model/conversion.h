// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

namespace gatescope {

/// A network in another convention, computing the same function.
struct Converted {
    NetworkSpec spec;
    Parameters parameters;
};

/// The same GRU with the update gate read the other way round: the z rows of W, U and both biases
/// change sign, because σ(−a) = 1 − σ(a) (gru.md, A6); with layer normalisation the gains' in place of W and U.
/// Exact. Other cells are returned unchanged.
Converted withUpdateMeaning(const NetworkSpec &spec, const Parameters &parameters, UpdateMeaning update);

/// The same GRU with its reset on the other side of the product, where that exists: every U_n is
/// diagonal and every b_hn is 0 (gru.md, A6). Otherwise refused with the reason: r∘(U h) ≠ U (r∘h)
/// in general, and no weights can make up for it. From before to after, b_hn may be anything: it
/// stands outside the reset there, so it moves into b_in. Other cells are returned unchanged.
Result<Converted> withResetPlacement(const NetworkSpec &spec, const Parameters &parameters, ResetPlacement reset);

/// One bias per block instead of two. Exact for the gates; for a reset-after candidate it is refused
/// unless b_hn is 0, because b_hn is inside the reset. Returns the parameters with b_rec = 0.
Result<Parameters> withFoldedBiases(const NetworkSpec &spec, const Parameters &parameters);

/// One GRU layer in one direction as Keras stores it: columns in the order z, r, h. Keras has no gains of a layer
/// normalisation; its activations are said beside the weights.
struct KerasLayer {
    Matrix kernel;          ///< [I, 3H]
    Matrix recurrentKernel; ///< [H, 3H]
    Matrix bias;            ///< [2, 3H] with reset_after, [1, 3H] without; 0 rows without bias
};

/// Exact in both directions; with reset before, Keras has a single bias, so the two are added. Keras'
/// update gate keeps, as PyTorch's does: an overwriting layer goes through withUpdateMeaning first.
/// fromKeras refuses shapes that are not those of such a layer.
KerasLayer toKeras(const LayerParameters &layer, ResetPlacement reset);
Result<LayerParameters> fromKeras(const KerasLayer &layer, ResetPlacement reset);

} // namespace gatescope

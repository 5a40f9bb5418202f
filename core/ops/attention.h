// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"
#include "core/ops/views.h"

namespace gatescope {

/// What attention makes of the outputs of one sequence's real steps.
struct Attended {
    Eigen::ArrayXd alpha; ///< the weights of the steps; their sum is 1
    Vector context;       ///< Σ_t α_t o_t [directions·H]
};

/// e_t = vᵀ tanh(A o_t + b), α = softmax(e), context = Σ_t α_t o_t, where A, b and v are attention.weight, .bias and
/// .score (additive attention with no query: Bahdanau et al. 2015; Yang et al. 2016). `o` is [step, unit].
Attended attend(const AttentionParameters &parameters, const ConstSequenceView &o);

/// Its derivative from dL/dcontext: adds to the gradients of the parameters and to dL/do, returns dL/dα.
Eigen::ArrayXd attendBackward(const AttentionParameters &parameters, const ConstSequenceView &o,
                              const Eigen::ArrayXd &alpha, const Vector &dContext, AttentionParameters &sum,
                              SequenceView dO);

} // namespace gatescope

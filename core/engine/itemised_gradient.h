// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/model/objective.h"
#include "core/trace/moment.h"

#include <stop_token>

namespace gatescope {

/// More sources are sampled: a matrix of so many rows is as fine as a screen shows it.
inline constexpr int mostSources = 500;

/// Which step's loss sent how much to which step's state: the gradient of one layer and direction for one sequence,
/// itemised by the step where the loss is taken. Lengths of vectors do not add up, the vectors do: see
/// gradientOfLossAt.
struct ItemisedGradient {
    std::vector<int> sources; ///< the steps whose losses are itemised, in the order of the input
    int watched = 0;          ///< steps of the sequence that have a loss
    Matrix lengths;           ///< |dL_s/dh_t| [source, target], target is the step; 0 where s sends nothing to t
    Vector startLengths;      ///< |dL_s/dh0| [source]

    /// Otherwise the sources are an even sample, and their sum is not the whole gradient.
    bool isWhole() const { return static_cast<int>(sources.size()) == watched; }
};

/// Itemises the gradient of the layer, direction and sequence of `place`; its step is not asked. The trace must be in
/// double precision and the backend's own. Fails when the objective does not fit, when the backend does, and, with no
/// other consequence, soon after somebody asks it to stop.
Result<ItemisedGradient> itemisedGradient(const Backend &backend, const Parameters &parameters, const Trace &trace,
                                          const Objective &objective, const Moment &place, int most = mostSources,
                                          std::stop_token stop = {});

/// One row of it as vectors: everything that the loss of the step `source` alone sends back through this sequence,
/// which is the only one in it. Zeros where the step has no watched loss. Over all watched steps it sums to the
/// gradients of the whole loss, as far as they are this sequence's.
Result<std::shared_ptr<const GradientTrace>> gradientOfLossAt(const Backend &backend, const Parameters &parameters,
                                                              const Trace &trace, const Objective &objective,
                                                              int sequence, int source);

} // namespace gatescope

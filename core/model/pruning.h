// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

namespace gatescope {

/// Among which weights the smallest are looked for.
enum class PruningScope {
    network, ///< all weight matrices together: torch.nn.utils.prune.global_unstructured
    tensor   ///< each by itself: l1_unstructured
};

/// A network some of whose weights are 0, and which those are.
struct Pruned {
    Parameters parameters;
    Parameters mask; ///< 0 where a weight was pruned, 1 elsewhere; what is no weight matrix is all 1
};

/// Puts the share of the weights that are smallest in size to 0: round(share · weights), halves to the even number, as
/// PyTorch counts. Of weights of the same size the first in the order of views() go, row by row. Biases, gains and
/// the embedding stay; see isWeightMatrix. Refuses a share that is not within 0 … 1.
Result<Pruned> pruned(const NetworkSpec &spec, const Parameters &parameters, double share, PruningScope scope);

/// The mask that keeps a network's zeros: 0 where a number in a weight matrix is 0, 1 elsewhere.
Parameters maskOfZeros(const NetworkSpec &spec, const Parameters &parameters);

} // namespace gatescope

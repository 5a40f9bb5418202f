// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/experiment/experiment.h"
#include "core/model/pruning.h"
#include "core/model/quantisation.h"

namespace gatescope {

/// What some way of storing a network takes.
struct StoredSize {
    std::string name;  ///< in JSON
    std::string label; ///< in the table
    std::int64_t bytes;
};

/// What was made of a network.
struct Compressed {
    Parameters parameters;
    Json described; ///< what was done, as JSON
    std::vector<StoredSize> sizes;
};

Result<Compressed> quantisedNetwork(const Experiment &network, Granularity granularity);
Result<Compressed> prunedNetwork(const Experiment &network, double share, PruningScope scope);

} // namespace gatescope

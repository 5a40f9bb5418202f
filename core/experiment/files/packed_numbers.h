// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/experiment/known_networks.h"

#include <string>

namespace gatescope {

/// A network's numbers on the way to being made short.
struct PackedNumbers {
    Json how;          ///< {"types": "ffd…", "like"?: {"demo": name} or {"seed", "floats"}, "sum"?: of all numbers}
    std::string bytes; ///< each tensor's, the first bytes of all its numbers before their second ones
};

/// Every number bit for bit: tensors of floats as F32, others as F64. Where at least half of the numbers are those of a
/// known network, or of a fresh one of a small seed, the bytes say what differs (exclusive or), so they are mostly 0.
PackedNumbers packNumbers(const NetworkSpec &spec, const Parameters &parameters, const KnownNetworks &known);

/// The numbers of a network of this spec, which has passed its check. Refuses what does not fit it, a demo that is not
/// known here, and one that is another here.
Result<Parameters> unpackNumbers(const NetworkSpec &spec, const PackedNumbers &packed, const KnownNetworks &known);

} // namespace gatescope

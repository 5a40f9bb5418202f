// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/evidence.h"

namespace gatescope {

/// The rows of the table of claims: of the lessons about memory, and of those about using the layer.
std::vector<Claim> memoryClaims();
Claim gradientClaim(); ///< among those about memory
std::vector<Claim> layerClaims();

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/evidence.h"

namespace gatescope {

/// The rows of the table of claims: of the lessons about memory, of those about using the layer, of those about why
/// it learns, and of those about frameworks.
std::vector<Claim> memoryClaims();
Claim gradientClaim(); ///< among those about memory
std::vector<Claim> layerClaims();
std::vector<Claim> reachClaims(); ///< how far a gradient reaches
std::vector<Claim> untrainedReachClaims();
std::vector<Claim> capacityClaims(); ///< where memory ends
std::vector<Claim> raceClaims();
std::vector<Claim> countingClaims(); ///< what the cells have and can hold
std::vector<Claim> sizeClaims();
std::vector<Claim> dropoutClaims();
std::vector<Claim> conventionClaims(); ///< two readings of z, two sides of the reset
std::vector<Claim> kerasClaims();
std::vector<Claim> statesClaims(); ///< a sequence cut into pieces

} // namespace gatescope

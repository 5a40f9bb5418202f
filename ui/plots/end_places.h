// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace gatescope {

/// Where names stand beside the ends of their curves: each as near to its own as it can, in the same order, `apart`
/// from each other and from `top` to `bottom`. In pixels; what is wanted falls from the top down.
std::vector<double> endPlaces(const std::vector<double> &wanted, double apart, double top, double bottom);

} // namespace gatescope

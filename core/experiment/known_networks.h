// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <string>
#include <vector>

namespace gatescope {

/// A network that comes with the program, so that whoever has one writes only what differs from it.
struct KnownNetwork {
    std::string name; ///< the demo's
    NetworkSpec spec;
    Parameters parameters;
};
using KnownNetworks = std::vector<KnownNetwork>;

} // namespace gatescope

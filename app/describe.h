// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <string>

namespace gatescope {

/// "1 layer", "2 layers".
std::string counted(std::int64_t count, const std::string &one, const std::string &several);

/// "GRU 27 → 8, 1 layer, one direction, with biases", then the options that it uses.
std::string networkLine(const NetworkSpec &spec);
/// What the two conventions of a GRU are here, with the equations; empty for other cells.
std::string conventionLine(const NetworkSpec &spec);
/// "1131 (888 recurrent, 243 head)".
std::string parameterLine(const NetworkSpec &spec);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <string>

namespace gatescope {

/// "Layer 0", in a bidirectional network "Layer 0, backward", as an argument of a sentence: in another language it has
/// another name.
std::string layerName(const NetworkSpec &spec, int layer, Direction direction);

} // namespace gatescope

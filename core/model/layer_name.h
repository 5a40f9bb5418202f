// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/model/spec.h"

namespace gatescope {

/// "Layer 0", in a bidirectional network "Layer 0, backward".
Sentence layerName(const NetworkSpec &spec, int layer, Direction direction);

} // namespace gatescope

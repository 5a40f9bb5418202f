// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <optional>

namespace gatescope {

/// What a head's numbers should be at a step of the playhead's sequence, one for each output. None where the loss asks
/// for classes, where nothing is asked, and at steps that a loss of the last step alone does not ask.
std::optional<Vector> targetAt(const Scene &scene, int step);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// The ways back from a moment of the scene's record (see waysBack), which multiply by every Uᵀ. What was asked last is
/// remembered: a picture, and the words beside it, ask the same from frame to frame while one step goes back.
std::vector<GradientPath> rememberedWaysBack(const Scene &scene, const Moment &moment, Part part = Part::state);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// What may be seen at this playhead. Everything may, unless the scene is predicting: then only what the computation
/// has behind it.

/// A recorded part of the playhead's layer and direction at a step.
bool isKnown(const Scene &scene, int step, Part part);
/// What the head says at a step: in a network that reads both ways once both have been there.
bool isAnswerKnown(const Scene &scene, int step);
/// The gradient by the state of the playhead's layer and direction at a step: none before the backward pass.
bool isGradientKnown(const Scene &scene, int step);

} // namespace gatescope

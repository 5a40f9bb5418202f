// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene.h"

namespace gatescope {

/// The power of ten at which a scale of gradients begins whose smallest is this: −6, or the multiple of 6 under it.
int gradientFloor(double smallest);

/// How many powers of ten under 1 the gradients of a stage span: as many as the lengths of the state's gradient do in the
/// layer, direction and sequence in focus. Somebody who is to predict is not told by it how far they will have fallen.
int gradientDecades(const Scene &scene);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// The power of ten at which a scale of gradients begins whose smallest is this: −6, or the multiple of 6 under it.
int gradientFloor(double smallest);

/// How many powers of ten under 1 the gradients of a stage span: as many as the lengths of the state's gradient do in
/// the layer, direction and sequence in focus. Somebody who is to predict is not told by it how far they will have
/// fallen.
int gradientDecades(const Scene &scene);

/// Powers of ten between which a network's gradients are told apart.
struct GradientScale {
    int bottom = -6, top = 0;

    int decades() const { return top - bottom; }
};

/// Up to 1 as gradientDecades() has it; where lengths explode, on to the multiple of 6 that takes them all in, and then
/// from 1 on if none of them is smaller.
GradientScale gradientScale(const Scene &scene);
/// The same of the smallest and the largest length.
GradientScale gradientScale(double smallest, double largest);

} // namespace gatescope

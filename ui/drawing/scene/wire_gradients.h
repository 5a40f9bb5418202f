// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <memory>

namespace gatescope {

/// How long the gradients are that come down the wires between the layers of a network at some of its steps. 0 where
/// none comes, and between layers so large that they would hold up a picture.
class WireGradients
{
public:
    /// Of the steps first … end − 1; remembered from picture to picture.
    WireGradients(const Scene &scene, int first, int end);

    /// What a layer sends down to what it reads: one direction of it, and both together.
    double outOf(int layer, Direction direction, int step) const;
    double outOf(int layer, int step) const;
    /// What comes down to a layer's state from the layer above, or of the top layer from what reads it.
    double into(int layer, Direction direction, int step) const;

    struct Lengths;

private:
    std::shared_ptr<const Lengths> m_lengths;
    int m_first;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/marks/scales.h"
#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// The scale of the states and candidates of a layer in one direction, the same at all steps of the sequence. It is 1,
/// so that one can compare steps, layers and networks, unless none of them comes to 0.1: then it is fine. Where
/// somebody predicts it is 1, for it would tell what comes.
double stateScale(const Scene &scene, int layer, Direction direction);
/// Of the layer in focus.
double stateScale(const Scene &scene);
/// Of one value that stands alone: that of the states where they are small, else niceScale().
double scaleOfValue(double value, double ofStates);
/// Of all layers together.
double networkStateScale(const Scene &scene);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// What the experiment calls a unit; empty where it has no name.
QString unitName(const Scene &scene, int layer, Direction direction, int unit);
/// Of the layer and direction that one looks at.
QString unitName(const Scene &scene, int unit);

/// What stands behind the word unit.
QString unitLabel(const Scene &scene, int unit);
QString unitLabel(const Scene &scene, int layer, Direction direction, int unit);
/// The same with a long name cut: "3 “counts open bra…”".
QString shortUnitLabel(const Scene &scene, int unit);

/// Whether the unit of the layer that one looks at is kept at the top of the timeline.
bool isKept(const Scene &scene, int unit);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QSizeF>

namespace gatescope {

/// The stage at network level: layers stacked, time unrolled, both directions, the head over them and the input below;
/// in the backward pass the gradients. Draws into (0, 0) … size and tells what is where.
HitAreas drawNetwork(QPainter &painter, const QSizeF &size, const Scene &scene);

} // namespace gatescope

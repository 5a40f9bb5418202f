// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/itemised_gradient.h"
#include "ui/drawing/scene.h"

#include <QPainter>
#include <QSizeF>

namespace gatescope {

/// The gradient of the playhead's layer, direction and sequence by the step of its loss: a row for each step whose loss
/// is taken, a column for each step whose state it reaches, vermilion by the logarithm of its length. Draws into
/// (0, 0) … size and tells what is where; a click goes to the column's step in the backward pass.
HitAreas drawItemised(QPainter &painter, const QSizeF &size, const Scene &scene, const ItemisedGradient &items);

} // namespace gatescope

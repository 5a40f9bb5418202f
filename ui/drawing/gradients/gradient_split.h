// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QRectF>

namespace gatescope {

/// The lower half of the gradients picture: how dL/dh at the playhead's step goes back to the state
/// before it. Left, the followed unit's parts as steps of a sum, linearly and with their signs; right,
/// the Euclidean length of each part over all units.
void drawGradientSplit(QPainter &painter, const QRectF &where, const Scene &scene, double type, HitAreas &areas);

} // namespace gatescope

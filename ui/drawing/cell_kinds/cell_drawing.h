// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QSizeF>

namespace gatescope {

/// The stage at cell level: the data flow of one cell at one step, in the playhead's pass. Draws into
/// (0, 0) … size and tells what is where.
HitAreas drawCell(QPainter &painter, const QSizeF &size, const Scene &scene);

} // namespace gatescope

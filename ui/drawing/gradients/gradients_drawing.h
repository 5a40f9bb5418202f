// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QSizeF>

namespace gatescope {

/// The gradient of the watched loss along time: for each layer and direction |dL/dh_t| by decades,
/// and how it splits at the playhead's step among the ways back.
HitAreas drawGradients(QPainter &painter, const QSizeF &size, const Scene &scene);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/layer_shapes.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QString>

namespace gatescope {

/// One axis of a tensor on its way: where it stands among the others, and how much of it is there.
struct MovingAxis {
    Axis axis = Axis::time;
    QString size;
    double slot = 0;    ///< from the front
    double fromEnd = 0; ///< 0: the last axis
    double length = 1;  ///< 0 … 1 of the longest edge
    double opacity = 1;
    int cells = 0;            ///< drawn on the box; 0: too many to be told apart
    bool updateFirst = false; ///< of the three blocks: Keras has z, r, h, PyTorch r, z, n
};

/// "time", "batch", "features", as it is written under an axis.
QString axisName(Axis axis);

/// A tile with the size in it and the name below.
void drawAxisTile(QPainter &painter, const QRectF &where, const MovingAxis &axis, const Theme &theme, double pixels);
double axisTileWidth(const QString &size, const QString &name, double pixels);

/// An edge of the box in the look of its axis.
void drawAxisEdge(QPainter &painter, const QLineF &edge, const MovingAxis &axis, const Theme &theme, double pixels);

} // namespace gatescope

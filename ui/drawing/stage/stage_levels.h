// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QSizeF>

#include <vector>

namespace gatescope {

/// One of the stage's pictures, from far to near.
struct StageLevel {
    const char *name; ///< "cell", as on the command line
    HitAreas (*draw)(QPainter &painter, const QSizeF &size, const Scene &scene);
    /// What grows into this picture: a place of the picture before it, whose areas are given. Null for the first.
    QRectF (*source)(const QSizeF &size, const Scene &scene, const HitAreas &before);
};

/// The table of levels; a playhead's level is an index into it.
const std::vector<StageLevel> &stageLevels();
/// The nearest level that there is.
inline int nearestStageLevel()
{
    return static_cast<int>(stageLevels().size()) - 1;
}

/// In a cell's picture, the followed unit's value in the column that the playhead's part computes.
QRectF followedValue(const QSizeF &size, const Scene &scene, const HitAreas &cell);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <vector>

namespace gatescope {

/// One thing that the stage shows, for those who have it read to them.
struct StageValue {
    QString name;  ///< "update gate z, unit 3, step 5"
    QString value; ///< "0.6218"; empty where the name says all
    QRectF where;
    PlayheadState leadsTo; ///< of a vector that of its first unit
    Term term = {};        ///< what it is, if it is of the equations
    int units = 1;         ///< how many it stands for: a vector is one value with many
};

/// More units than this are one vector in a cell's and a unit's picture; in the network, whose steps have a vector
/// each, two are.
constexpr int singlyToldUnits = 16;
/// So many units of a vector are told; its value says how many there are.
constexpr int toldUnits = 64;

/// The areas of a picture of this scene as values, in the order in which they were drawn.
std::vector<StageValue> stageValues(const HitAreas &areas, const Scene &scene);

/// The one that the scene's playhead is at: what its part makes of its unit; −1: none.
int valueAt(const std::vector<StageValue> &values, const Scene &scene);
/// The topmost under a point of the picture; −1: none.
int valueUnder(const std::vector<StageValue> &values, const QPointF &point);

} // namespace gatescope

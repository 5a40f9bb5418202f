// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/scene.h"

#include <algorithm>

namespace gatescope {

const HitArea *areaAt(const HitAreas &areas, const QPointF &point)
{
    const auto found
        = std::find_if(areas.rbegin(), areas.rend(), [&](const HitArea &area) { return area.where.contains(point); });
    return found == areas.rend() ? nullptr : &*found;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/held.h"

namespace gatescope {

void hold(const CellStep &step, Part part, ArrayView y)
{
    for (const HeldValue &held : step.held)
        if (held.part == part)
            y[held.unit] = held.value;
}

Eigen::ArrayXd passedOn(const CellStep &step, Part part, const ConstArrayRef &dHeld)
{
    Eigen::ArrayXd dy = dHeld;
    for (const HeldValue &held : step.held)
        if (held.part == part)
            dy[held.unit] = 0;
    return dy;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/controls/finding_place.h"

#include "core/model/step_part.h"

namespace gatescope {

PlayheadState placeOf(const Finding &finding, CellKind cell, const PlayheadState &now)
{
    PlayheadState there = now;
    there.layer = finding.place.layer;
    there.direction = finding.place.direction;
    there.step = finding.place.step;
    there.sequence = finding.place.sequence;
    there.progress = 1.0;
    if (!finding.units.empty() && finding.kind != FindingKind::unusedInput)
        there.unit = finding.units.front();
    const bool isGradient = finding.kind == FindingKind::gradientDies || finding.kind == FindingKind::gradientReaches
        || finding.kind == FindingKind::gradientExplodes;
    there.pass = isGradient ? Pass::backward : Pass::forward;
    if (finding.part)
        there.part = stepPartThatMakes(cell, *finding.part).value_or(there.part);
    return there;
}

} // namespace gatescope

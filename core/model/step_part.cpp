// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step_part.h"

#include <algorithm>

namespace gatescope {

std::optional<int> stepPartThatMakes(CellKind cell, Part part)
{
    const Part completed = part == Part::recurrentCandidate ? Part::candidate : part;
    const std::vector<StepPart> &parts = describe(cell).stepParts;
    const auto found = std::ranges::find(parts, std::optional(completed), &StepPart::completes);
    return found == parts.end() ? std::nullopt : std::optional(static_cast<int>(found - parts.begin()));
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/difference.h"

#include <cmath>

namespace gatescope {

LargestDifference largestDifference(const Record &record, const Record &ghost, const PlayheadState &at)
{
    const TimeArray &now = record.trace->at(at.layer, at.direction)[Part::state];
    const TimeArray &before = ghost.trace->at(at.layer, at.direction)[Part::state];
    LargestDifference most;
    for (int step = 0; step < record.trace->length(at.sequence); ++step) {
        for (int unit = 0; unit < now.units(); ++unit) {
            const double value = now(step, at.sequence, unit) - before(step, at.sequence, unit);
            if (std::abs(value) > std::abs(most.value))
                most = {step, unit, value};
        }
    }
    return most;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/deed.h"

#include <cmath>

namespace gatescope {

Result<DeedJudgement> judge(const Deed &deed, const Studied &studied)
{
    const int length = studied.trace->length(0);
    if (deed.unit < 0 || deed.unit >= studied.spec().hiddenSize)
        return error("There is no unit %1: the network has units 0 to %2.",
                     {std::to_string(deed.unit), std::to_string(studied.spec().hiddenSize - 1)});
    if (deed.from < 0 || deed.steps < 1 || deed.from + deed.steps >= length)
        return error("From step %1 there are no %2 steps more: the sequence has %3 steps.",
                     {std::to_string(deed.from), std::to_string(deed.steps), std::to_string(length)});
    if (deed.accepts && (*deed.accepts < 0 || *deed.accepts >= length))
        return error("There is no step %1 to take in a new value.", {std::to_string(*deed.accepts)});

    const double start = studied.at({.step = deed.from}, Part::state, deed.unit);
    DeedJudgement judgement;
    while (judgement.survived < deed.steps && start != 0
           && studied.at({.step = deed.from + judgement.survived + 1}, Part::state, deed.unit) / start >= deed.share)
        ++judgement.survived;
    if (deed.accepts) {
        const Moment moment{.step = *deed.accepts};
        const double before = stateBefore(*studied.trace, moment)[deed.unit];
        judgement.accepted = std::abs(studied.at(moment, Part::state, deed.unit) - before) >= deed.change;
    }
    judgement.done = judgement.survived == deed.steps && judgement.accepted;
    judgement.said = judgement.done ? sentence("Done: %1 of %1 steps survived.", {std::to_string(deed.steps)})
        : judgement.accepted
        ? sentence("%1 of %2 steps survived.", {std::to_string(judgement.survived), std::to_string(deed.steps)})
        : sentence("%1 of %2 steps survived, but step %3 took in nothing new.",
                   {std::to_string(judgement.survived), std::to_string(deed.steps), std::to_string(*deed.accepts)});
    return judgement;
}

} // namespace gatescope

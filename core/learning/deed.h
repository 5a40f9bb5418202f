// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/studied.h"

namespace gatescope {

/// Something to be done in the program: a unit's state, made at a step, must survive so many steps, keeping its sign
/// and at least a share of what it was; and where it is asked, it must still take in a new value at a step.
struct Deed {
    int unit = 0;
    int from = 0;   ///< the step whose state must survive
    int steps = 20; ///< how many steps it must survive
    double share = 0.5;
    std::optional<int> accepts; ///< the step that must change the state by at least `change`
    double change = 0.5;
};

struct DeedJudgement {
    bool done = false;
    int survived = 0; ///< steps, of Deed::steps
    bool accepted = true;
    Sentence said;
};

/// Judges what the network of layer 0, forwards, did with sequence 0; refuses a deed that this network or input does
/// not have room for.
Result<DeedJudgement> judge(const Deed &deed, const Studied &studied);

} // namespace gatescope

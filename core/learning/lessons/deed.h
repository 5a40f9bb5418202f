// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/json_reader.h"
#include "core/learning/study/studied.h"

#include <variant>

namespace gatescope {

/// A unit's state, made at a step, must survive so many steps, keeping its sign and at least a share of what it was;
/// and where it is asked, it must still take in a new value at a step.
struct Survival {
    int unit = 0;
    int from = 0;   ///< the step whose state must survive
    int steps = 20; ///< how many steps it must survive
    double share = 0.5;
    std::optional<int> accepts; ///< the step that must change the state by at least `change`
    double change = 0.5;
};

/// The step at which a part of a unit is smallest, or largest, must be pointed at.
struct StepSearch {
    Part part = Part::update;
    int unit = 0;
    bool largest = false;
};

/// A part of a unit must be brought to at least, or at most, a value at a step.
struct ValueReach {
    Part part = Part::update;
    int unit = 0;
    int step = 0;
    std::optional<double> least;
    std::optional<double> most; ///< exactly one of the two
};

/// Of the gradient that arrives at the last state, at least a share must still be there at each of so many steps back.
struct GradientSurvival {
    int steps = 20;
    double share = 0.1;
};

/// Something to be done in the program.
using Deed = std::variant<Survival, StepSearch, ValueReach, GradientSurvival>;

struct DeedJudgement {
    bool done = false;
    int survived = 0; ///< steps, of stepsToSurvive()
    bool accepted = true;
    Sentence said;
};

/// Judges what the network of layer 0, forwards, did with sequence 0; `pointed` is the step that was pointed at, if
/// any. Refuses a deed that this network or input does not have room for.
Result<DeedJudgement> judge(const Deed &deed, const Studied &studied, std::optional<int> pointed = {});

/// The unit that a deed is about; of a gradient, which is all units', the first.
int unitOf(const Deed &deed);
/// How many steps something has to survive; 0 where the deed is of another kind.
int stepsToSurvive(const Deed &deed);

/// {"survive": {"unit", "from", "steps", "share"?, "accepts"?, "change"?}}, {"point": {"part", "unit", "where":
/// "smallest" or "largest"}}, {"reach": {"part", "unit", "step", "least" or "most"}} or {"gradient": {"steps",
/// "share"?}}.
Deed readDeed(const JsonReader &json);

} // namespace gatescope

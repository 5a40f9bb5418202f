// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/files/json_reader.h"

namespace gatescope {

// The parts of an experiment as JSON, and back. The reading functions note in their reader's refusal
// what is not as expected; whether the parts fit together is for check(experiment).

Json parametersToJson(const NetworkSpec &spec, const Parameters &parameters);
/// About how long the JSON of the parameters would be; never too much.
std::size_t storedLetters(const NetworkSpec &spec, const Parameters &parameters);
Parameters readParameters(const JsonReader &json, const NetworkSpec &spec);

Json inputToJson(const Input &input);
Input readInput(const JsonReader &json);

Json objectiveToJson(const Objective &objective);
Objective readObjective(const JsonReader &json);

Json viewToJson(const ExperimentView &view, CellKind cell);
ExperimentView readView(const JsonReader &json, CellKind cell);

Json breakpointsToJson(const std::vector<Breakpoint> &breakpoints);
std::vector<Breakpoint> readBreakpoints(const JsonReader &json, CellKind cell);

// The "units": a list of {"layer"?, "direction"?, "unit", "name"?, "kept"?}. Left out, the layer is 0, the direction
// "forward", and the unit has no name and is not kept at the top.
Json unitNotesToJson(const std::vector<UnitNote> &notes);
std::vector<UnitNote> readUnitNotes(const JsonReader &json);

} // namespace gatescope

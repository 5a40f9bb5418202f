// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/learning/question.h"

namespace gatescope {

/// Refuses a place of the worked solution, and a right answer that is pointed at, that the network does not have: a
/// layer, a direction, a sequence, a step, a part or a unit. The sentence begins with the field: "places[1].step".
Result<void> checkPlaces(const Question &question, const Experiment &network);

} // namespace gatescope

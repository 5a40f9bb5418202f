// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lesson.h"

namespace gatescope {

/// Refuses a place of the worked solution, and a right answer that is pointed at, that the network does not have: a
/// layer, a direction, a sequence, a step, a part or a unit. The sentence begins with the field: "places[1].step".
Result<void> checkPlaces(const Question &question, const Experiment &network);
/// The same of the network that the question brings with it, or of its lesson's where that is among `lessons`.
Result<void> checkNetwork(const Question &question, const std::vector<Lesson> &lessons);

} // namespace gatescope

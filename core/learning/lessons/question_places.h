// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"

namespace gatescope {

/// The network that a lesson's question is about, where it brings none of its own: that on the card that asks it, and
/// where no card does, the lesson's. None where the lesson is not among `lessons`.
std::optional<Experiment> lessonNetworkOf(const Question &question, const std::vector<Lesson> &lessons);

/// Refuses a place of the worked solution, and a right answer that is pointed at, that the network does not have: a
/// layer, a direction, a sequence, a step, a part or a unit. The sentence begins with the field: "places[1].step".
Result<void> checkPlaces(const Question &question, const Experiment &network);
/// The same of the network that the question brings with it, or of its lesson's.
Result<void> checkNetwork(const Question &question, const std::vector<Lesson> &lessons);

} // namespace gatescope

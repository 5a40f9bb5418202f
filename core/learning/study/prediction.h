// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/experiment/experiment.h"
#include "core/trace/moment.h"

#include <optional>
#include <vector>

namespace gatescope {

/// A question about a value before it is computed, to be answered by everybody in the room. Question and options
/// say nothing that is not computed yet.
struct Prediction {
    Sentence question;
    std::vector<Sentence> options;
    std::size_t right = 0; ///< index into options
    Sentence outcome;      ///< what it became: "z of unit 2 became 0.6218."
};

/// What the part of the moment's step (index into CellDescription::stepParts) will be for a unit: a gate in quarters,
/// a candidate by its sign, a state by how it changes. Of the last part of the top layer, where a head names the next
/// letter, the letter is asked instead. None for a part that computes nothing.
std::optional<Prediction> predictionOf(const Experiment &experiment, const Trace &trace, const Moment &moment,
                                       int stepPart, int unit);

} // namespace gatescope

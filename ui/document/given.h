// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/document/playhead.h"
#include "ui/document/record.h"
#include "ui/document/term.h"

#include <optional>
#include <vector>

namespace gatescope {

/// A number that the network does not make but is given: what it reads, or the state that it begins with.
struct GivenPlace {
    enum class What { input, state, cell };
    What what = What::input;
    int sequence = 0;
    int step = 0;       ///< of an input
    int layerIndex = 0; ///< of a state, NetworkSpec::layerIndex
    int index = 0;      ///< the feature, or the unit

    bool operator==(const GivenPlace &) const = default;
};

/// What is given under a term of the picture at this place: a number of an input that is numbers, or, at the first step
/// that a layer reads, its state before it. None where the network makes it.
std::optional<GivenPlace> givenAt(const Record &record, const PlayheadState &at, const Term &term);

/// What of a sequence is given otherwise than in an experiment of the same sizes: its input if it is numbers, and the
/// state that it begins with.
std::vector<GivenPlace> changedGiven(const Experiment &experiment, const Experiment &original, int sequence);
/// All that is given as it was there.
Experiment withGivenOf(const Experiment &experiment, const Experiment &original);

double givenValue(const Experiment &experiment, const GivenPlace &place);
Result<Experiment> withGiven(const Experiment &experiment, const GivenPlace &place, double value);

} // namespace gatescope

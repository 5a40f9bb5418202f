// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_story.h"

namespace gatescope {

/// Where one can stop on the way through the nearest picture: a stored number and what it multiplies, or a number of
/// the run alone. PlayheadState::row is an index into them.
struct UnitStop {
    int term = -1;                        ///< UnitTerm::index; −1: of what becomes of the number
    QString name;                         ///< of the number of the run; empty: there is only the stored one
    QString says;                         ///< "weight_hh_l0[10, 3] = −1.5444 times h before, unit 3 = 0.2210"
    std::optional<StoredNumber> stored;   ///< the last stop, if nothing made the rest
    std::optional<PlayheadState> leadsTo; ///< where the number of the run was made
};

/// Those of a story, in the order in which its terms stand. While predicting, what is not computed says so.
std::vector<UnitStop> unitStops(const Scene &scene, const UnitStory &story);
/// Those of the scene's nearest picture; "inputs" has none.
std::vector<UnitStop> unitStops(const Scene &scene);

/// The one that the playhead has chosen; null: none.
const UnitStop *chosenStop(const std::vector<UnitStop> &stops, const PlayheadState &state);

} // namespace gatescope

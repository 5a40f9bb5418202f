// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What somebody noted on a unit: what they call it, and whether it stands at the top of the timeline. It changes
/// nothing that is computed.
struct UnitNote {
    int layer = 0;
    Direction direction = Direction::forward;
    int unit = 0;
    std::string name = {}; ///< UTF-8, "counts open brackets"; empty: none
    bool isKept = false;   ///< at the top of every lane, whatever the order

    bool operator==(const UnitNote &) const = default;
};

inline constexpr int longestUnitName = 40; ///< characters
inline constexpr int mostKeptUnits = 8;    ///< of a layer in one direction

/// Refuses what is no name of one line: control characters, and those that turn the direction of writing; what is
/// longer than a name may be; and bytes that are not UTF-8.
Result<void> checkUnitName(std::string_view name);

/// Refuses units that this network has not, two notes on one unit, names that are none and too many kept units. The
/// sentence begins with the place, "units[2]", where it is about one note.
Result<void> check(const NetworkSpec &spec, const std::vector<UnitNote> &notes);

/// The note on a unit; null where there is none.
const UnitNote *noteOn(const std::vector<UnitNote> &notes, int layer, Direction direction, int unit);

/// The units of a layer that are kept at the top, by number.
std::vector<int> keptUnits(const std::vector<UnitNote> &notes, int layer, Direction direction);

/// With this note in the place of that on the same unit; one that says nothing is none. By layer, direction and unit.
std::vector<UnitNote> withNote(std::vector<UnitNote> notes, UnitNote note);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/spec.h"

#include <optional>
#include <vector>

namespace gatescope {

/// What if: a value that is held in a run, whatever the network would have made of it. One part of one unit, at some
/// steps, of one sequence or of all. What reads the part reads the held value; what led to it leads nowhere.
struct Pin {
    int layer = 0;
    Direction direction = Direction::forward;
    Part part = Part::update;
    int unit = 0;
    int firstStep = 0;
    int lastStep = 0;                 ///< held too
    std::optional<int> sequence = {}; ///< none: all, each as far as it has these steps
    double value = 0;

    bool operator==(const Pin &) const = default;
};

/// Whether a value of this cell's part can be held: what the blocks and the blend make, which is all that is recorded
/// but u, the candidate's share of a sum.
bool canBePinned(CellKind cell, Part part);

/// Whether the pin holds its part and unit at this step of this sequence.
bool holdsAt(const Pin &pin, int layer, Direction direction, int step, int sequence);

/// Whether two pins hold some value both, if some sequence is long enough.
bool meet(const Pin &one, const Pin &other);

/// Refuses what this network does not have, sequences of these lengths have not, and values that the part cannot take
/// (Range).
Result<void> check(const NetworkSpec &spec, const std::vector<int> &lengths, const Pin &pin);

/// The same of each, and refuses two that hold one value at different numbers; the sentence begins with the place,
/// "pins[2]".
Result<void> check(const NetworkSpec &spec, const std::vector<int> &lengths, const std::vector<Pin> &pins);

} // namespace gatescope

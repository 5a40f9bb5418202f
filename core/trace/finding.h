// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/trace/moment.h"

namespace gatescope {

enum class FindingKind {
    gateSaturated,
    candidateSaturated,
    unitStill,   ///< the state never moves
    unitAtBound, ///< the state is always near 1 or −1
    memoryLength,
    forgotten, ///< what becomes of what was read at one step, see experiment/remembering.h
    gradientDies,
    gradientReaches, ///< how much of the gradient arrives at the first step
    gradientExplodes,
    convention,
    unusedInput,
    duplicateUnits
};

/// The name in files: "gate_saturated".
std::string_view findingName(FindingKind kind);

enum class Severity {
    problem, ///< something cannot be learned or computed so
    remark,  ///< worth a look
    note     ///< a fact
};

/// "problem", "remark", "note".
std::string_view severityName(Severity severity);

/// A number that a finding rests on.
struct FindingNumber {
    std::string name; ///< "smallest_share", in files
    double value = 0;

    bool operator==(const FindingNumber &) const = default;
};

/// Something that is true of a network, and where one sees it.
struct Finding {
    FindingKind kind = FindingKind::convention;
    Severity severity = Severity::note;
    Sentence sentence;
    Moment place;             ///< where to look: layer, direction, step and sequence
    std::optional<Part> part; ///< what to look at there, if it is one part
    std::vector<int> units;   ///< all that it is true of, the first leads; of unusedInput: the inputs
    std::vector<FindingNumber> numbers;
};

} // namespace gatescope

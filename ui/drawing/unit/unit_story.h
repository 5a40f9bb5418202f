// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_terms.h"

#include <functional>

namespace gatescope {

/// A number of the unit at this step.
struct UnitNumber {
    QString symbol; ///< markup, without the unit: "z"
    QString name;   ///< "update gate z"
    double value = 0;
    Role role = Role::state;
    bool isGate = false;
    int part = -1; ///< index into stepParts of the part that makes it; −1: an earlier step
    Term term;
    std::optional<PlayheadState> from; ///< where it was made; none: it was given
    bool held = false;                 ///< what-if holds it
};

/// The curve between a sum and what the part makes of it.
struct UnitCurve {
    std::function<double(double)> squash;
    QString symbol; ///< "σ"
    double lowest = 0, highest = 1;
    double slope = 0;    ///< at the point
    double steepest = 1; ///< the largest slope that the curve has
};

/// What becomes of the number: a fader between the old value and the candidate, or a product of two.
struct UnitOutcome {
    bool isFader = false;
    UnitNumber gate;
    UnitNumber first;  ///< of a fader: the old value; of a product: the other factor
    UnitNumber second; ///< of a fader: the candidate
    UnitNumber result;
    double kept = 0; ///< of a fader, 0 … 1
};

/// How one part of a step makes one number.
struct UnitStory {
    bool isHead = false;
    int index = 0;     ///< of the number that is made: its unit, or the head's output
    QString unit = {}; ///< the unit's number with its name
    int block = -1;    ///< whose rows the sum has; −1: products of numbers of the step
    UnitSum sum;
    bool sumIsKnown = false; ///< an earlier part of this step made it
    QString sumSymbol = QStringLiteral("a");
    std::optional<UnitCurve> curve;
    UnitNumber made;
    std::optional<UnitOutcome> outcome;

    // The backward pass. What arrives at `made` goes back by the slope to the sum and its rows.
    double arrives = 0;                  ///< dL/d(made)
    double fromAbove = 0, fromLater = 0; ///< what it is of, where `made` is the state
    double bySum = 0;                    ///< dL/d(sum)
    std::vector<UnitTerm> sent;          ///< instead of the sum's rows: factor · arrives, to each number that made it
};

/// The stories of a kind of cell: of the part at which the playhead stands, which is not "inputs".
struct UnitStories {
    CellKind kind;
    UnitStory (*tell)(const Scene &scene);
};
const std::vector<UnitStories> &unitStories();
/// That of the playhead's unit, or of the head's output that it has chosen.
UnitStory unitStory(const Scene &scene);

/// "update gate z, unit 2: 0.6218"
QString numberInWords(const UnitStory &story, const UnitNumber &number);

} // namespace gatescope

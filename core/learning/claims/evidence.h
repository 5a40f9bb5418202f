// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/study/studied.h"

#include <stop_token>
#include <string_view>

namespace gatescope {

/// One line of a claim's picture: a number for each step.
struct EvidenceCurve {
    Sentence name;
    std::string symbol; ///< the letter whose hue it wears: "h", "z", "g" for a gradient; empty: none
    std::vector<double> values;
    bool isDashed = false; ///< so that another one shows under it
};

/// What was measured for a claim.
struct Evidence {
    bool holds = false;
    Sentence said;                          ///< with the measured numbers
    std::vector<EvidenceCurve> curves = {}; ///< none: the sentence says it all
    Sentence axis = {};                     ///< what the curves' numbers are
    bool isLog = false;                     ///< they are to be seen by powers of ten
    Sentence along = {};                    ///< what the curves' places are, where they are no steps: "units"
    std::vector<std::string> places = {};   ///< and which each one is; empty: counted from 0
};

/// Something that a lesson says and the engine can show, on the lesson's own network where the claim is about one.
struct Claim {
    std::string_view name;
    std::string_view says;
    /// Refuses nothing: where the network is not of the kind that the claim is about, it does not hold. Null where
    /// networks of its own learn for it.
    Evidence (*ofNetwork)(const Studied &studied);
    bool hasCurves = false; ///< whether what it measures is also a picture
    /// Lets networks learn, which takes seconds the first time. Asked to stop, it has measured nothing.
    Evidence (*ofTrained)(const std::stop_token &stop) = nullptr;

    bool isTrained() const { return ofTrained != nullptr; }
    Evidence measure(const Studied &studied, const std::stop_token &stop = {}) const
    {
        return isTrained() ? ofTrained(stop) : ofNetwork(studied);
    }
};

const std::vector<Claim> &claims();
const Claim *claimNamed(std::string_view name);

} // namespace gatescope

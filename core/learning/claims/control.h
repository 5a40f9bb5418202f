// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <string_view>

namespace gatescope {

/// A slider that a card of a lesson shows: one number that changes the network.
struct Control {
    std::string_view name;              ///< in files: "update-bias"
    std::string_view title;             ///< words for people
    std::string_view symbol;            ///< of the part that it moves: its hue
    std::string_view lowSays, highSays; ///< what the gate does at either end
    double low = -2, high = 8;
    bool isHighAtLeft = false; ///< as on the stage, where the fader keeps at its left end
    /// Sets it in every unit of every layer; refuses a network that has no such number.
    Result<void> (*set)(Experiment &experiment, double value);
    /// Its mean over the units of layer 0.
    double (*value)(const Experiment &experiment);
    /// Whether the units differ, so that the value is only their mean.
    bool (*isMean)(const Experiment &experiment);
};

const std::vector<Control> &controls();
const Control *controlNamed(std::string_view name);

} // namespace gatescope

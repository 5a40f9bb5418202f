// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/pin.h"

namespace gatescope {

// Lists of pins that hold each value at most once, as a person changes them; of a network that reads sequences of these
// lengths.

/// With this pin; those that held the same values before give way, as far as they did.
std::vector<Pin> withPin(const std::vector<Pin> &pins, const Pin &pin, const std::vector<int> &lengths);

/// Nothing is held any more where `place` holds: its part and unit, at its steps, of its sequence or of all; its value
/// is not asked. A pin that holds more is cut to the rest.
std::vector<Pin> withoutPin(const std::vector<Pin> &pins, const Pin &place, const std::vector<int> &lengths);

/// What of the pins this network and these sequences have; a pin of more steps is cut to those that are
/// left.
std::vector<Pin> fittingPins(const std::vector<Pin> &pins, const NetworkSpec &spec, const std::vector<int> &lengths);

} // namespace gatescope

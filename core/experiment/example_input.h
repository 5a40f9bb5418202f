// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/input/input.h"

namespace gatescope {

/// Steps of an example where nothing says how many.
inline constexpr int exampleLength = 12;

/// An input that this network can read, one sequence for each length: rows of the embedding in their
/// order, or numbers to two digits in which features are waves and pulses by turns, so that one sees
/// both what a unit does with a change and what it keeps of an event. The same for the same arguments.
Input exampleInput(const NetworkSpec &spec, const std::vector<int> &lengths);

/// `previous` where this network can still read it, otherwise (and if it is empty) an exampleInput of the same
/// lengths; h0 and c0 are kept if they fit.
Input fittingInput(const NetworkSpec &spec, const Input &previous);

/// The input without an h0 or c0 that does not fit the network and the number of sequences.
Input withFittingStates(const NetworkSpec &spec, Input input);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

namespace gatescope {

/// The objective after somebody else's input took the place of a sequence: nobody knows what is right there, so that
/// classes which do not follow from the input itself are none (−1).
Objective withoutTruth(const Objective &objective, const NetworkSpec &spec, const Input &input, int sequence);

} // namespace gatescope

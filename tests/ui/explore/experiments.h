// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/record.h"

namespace gatescope::testing {

/// A network that reads "hello" and "hold" letter by letter and names the next letter.
Experiment spelling(NetworkSpec spec, std::uint64_t seed = 3);
/// A network that reads two short sequences of numbers, with a given initial state.
Experiment counting(NetworkSpec spec, std::uint64_t seed = 3);

Record recordOf(const Experiment &experiment);

} // namespace gatescope::testing

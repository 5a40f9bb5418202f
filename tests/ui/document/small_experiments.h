// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

namespace gatescope {

/// Three sequences of numbers with 4, 1 and 3 steps, two features; the sum of the outputs.
Experiment numberExperiment(CellKind cell = CellKind::gru, bool bidirectional = false);

/// "hello" and "ol" over the letters e, h, l, o with a head as wide, naming the next letter.
Experiment letterExperiment();

} // namespace gatescope

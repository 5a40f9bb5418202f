// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

namespace gatescope {

/// A GRU with a head that reads "hello" and "wow" over a small alphabet and names the next letter.
Experiment letterExperiment();
/// An LSTM with an embedding of six rows, two token sequences, h0 and c0.
Experiment tokenExperiment();
/// A bidirectional GRU of two layers with targets for its one output; sequences of 4 and 2 steps.
Experiment numberExperiment();

} // namespace gatescope

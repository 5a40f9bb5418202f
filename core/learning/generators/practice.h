// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/experiment/experiment.h"

namespace gatescope {

// Networks to ask about, drawn from random numbers; weights to two decimals, so that one can compute with them by hand.

/// A GRU of 2 to 4 units in PyTorch's convention that reads 4 to 8 steps of two numbers; the loss is taken at the last.
Experiment smallGru(Random &random);
/// The same with either reading of z.
Experiment smallGruOfEitherUpdate(Random &random);
/// One of two units with the reset on either side of the product.
Experiment smallGruOfEitherReset(Random &random);
/// A small GRU whose loss is taken at one step in the middle.
Experiment smallGruWithInnerLoss(Random &random);
/// A GRU, now and then an LSTM or RNN, of any sizes up to 24 and up to three layers, one or both directions, several
/// sequences of one length.
Experiment anyShape(Random &random);
/// The same, always in both directions.
Experiment anyBothWays(Random &random);
/// Two or three layers of it.
Experiment anyDeep(Random &random);
/// A small GRU that reads three to five sequences of different lengths.
Experiment paddedSequences(Random &random);

} // namespace gatescope

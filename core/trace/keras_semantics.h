// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trace/trace.h"

namespace gatescope {

// What a recurrent layer of Keras reads and answers under its arguments (gru.md, A3), told by a run of the same layers
// here. Answers are the top layer's.

/// return_sequences=False: each direction's state after the last step that it read, side by side [batch, directions·H].
Matrix kerasOutput(const Trace &trace);

/// What return_state=True appends: h (and c of an LSTM) of the forward direction, then of the backward one [batch, H].
std::vector<Matrix> kerasStates(const Trace &trace);

/// [sequence][step] as in the padded batch: true where there is something to read. A masked step leaves the state as it
/// is, wherever it stands; the mask need not be at the end.
using StepMask = std::vector<std::vector<bool>>;

/// The batch as Keras reads it under a mask: without the masked steps, each sequence as long as what is left. A
/// sequence of which nothing is left does not pass the batch's check. Pins, which name steps of the batch, are left
/// out.
Batch unmasked(const Batch &batch, const StepMask &mask);

/// return_sequences=True for a run of the unmasked batch, at the steps of the padded one [time, batch, directions·H]. A
/// masked step answers what the step before it answered, or zeros: before the first real step, with
/// zero_output_for_mask=True, and always in both directions (Bidirectional forces it).
TimeArray kerasSequences(const Trace &trace, const StepMask &mask, bool zeroOutputForMask = false);

/// go_backwards=True: the layer reads this batch and answers in this order, the last step first. Nothing turns the
/// answers round again but Bidirectional. Pins are left out.
Batch goingBackwards(const Batch &batch);

/// stateful=True: the next batch goes on where each sequence of the run before ended. Refuses another number of
/// sequences.
Result<Batch> stateful(const Trace &before, Batch next);

} // namespace gatescope

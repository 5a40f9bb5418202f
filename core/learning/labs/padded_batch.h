// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/keras_semantics.h"

namespace gatescope {

/// Where the zeros stand that make sequences equally long.
enum class PaddingSide { right, left };

/// The step of the padded array at which step t of a sequence stands.
int paddedStep(int t, int length, PaddingSide side, int steps);

/// Sequences as a network reads them that knows nothing of lengths: zeros after or before each, so that all have
/// `steps` steps, and all of them are read.
Batch padded(const Batch &sequences, PaddingSide side, int steps);

/// True where the padded array has a step of a sequence, [sequence][step].
StepMask realSteps(const std::vector<int> &lengths, PaddingSide side, int steps);

/// How far a vector lies from the one that it should be, |found − meant| / |meant|; of zeros that should be zeros 0.
double relativeDistance(const Vector &found, const Vector &meant);

} // namespace gatescope

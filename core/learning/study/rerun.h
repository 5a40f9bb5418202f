// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/study/studied.h"

namespace gatescope {

/// What the reference backend makes of another batch with the same network, which must fit.
std::shared_ptr<const Trace> runOf(const Experiment &experiment, const Batch &batch);

/// One sequence of a batch without the others and without padding.
Batch alone(const Batch &batch, int sequence);

/// The same batch with the first number of one step of a sequence grown by 1.
Batch nudged(Batch batch, int step, int sequence = 0);

/// How far two runs of as many steps lie apart: the largest difference of a number of sequence 0's output.
double outputsApart(const Trace &one, const Trace &other);

/// How far each step's output of sequence 0, read alone, moves when the first number of one step's input grows by 1:
/// the length of the difference.
std::vector<double> ripple(const Experiment &experiment, const Batch &batch, int step);

} // namespace gatescope

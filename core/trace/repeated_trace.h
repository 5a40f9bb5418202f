// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

namespace gatescope {

/// The record of one sequence side by side with itself, so that several gradients can be propagated back through it at
/// once: copy i as it was until so many steps were read, 1 … the sequence's own length. A shorter copy is what the
/// network would have done with the shorter sequence only if nothing in it looks ahead: neither a backward direction
/// nor attention. Numbers are doubles. hN and cN have the right shapes; their numbers are those of the whole sequence.
Trace repeated(const Trace &trace, int sequence, const std::vector<int> &lengths);

/// What such copies read.
Batch repeated(const Batch &batch, int sequence, const std::vector<int> &lengths);

} // namespace gatescope

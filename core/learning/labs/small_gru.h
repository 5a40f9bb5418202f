// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trace/trace.h"

#include <cstdint>

namespace gatescope {

/// A GRU of one layer that a lab measures with, and its numbers.
struct SmallGru {
    NetworkSpec spec;
    Parameters parameters;
};

/// With PyTorch's first numbers.
SmallGru smallGru(int inputs, int units, bool bias, bool bidirectional, std::uint64_t seed);

/// By the reference engine.
Result<std::shared_ptr<const Trace>> run(const SmallGru &gru, Batch batch);

/// Standard normal numbers [time, batch, unit]; a step of a sequence has the same ones whatever the sizes are.
TimeArray labNumbers(int steps, int sequences, int units, std::uint64_t seed);

/// The first `lengths[n]` steps of each sequence of labNumbers, zeros after them.
Batch labSequences(const std::vector<int> &lengths, int units, std::uint64_t seed);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <optional>
#include <vector>

namespace gatescope {

/// The digit that chooses each of these answers: 1, 2, 3 … Where they are steps or units, which count from 0, it is
/// their own number: beside "step 0" a 1 would mislead.
std::vector<int> keysOf(const std::vector<Sentence> &answers);

/// Which of them this digit chooses.
std::optional<int> answerOfKey(const std::vector<int> &keys, int digit);

} // namespace gatescope

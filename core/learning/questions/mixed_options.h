// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/learning/questions/question.h"

#include <cstdint>

namespace gatescope {

/// Puts the options of a question of the kind choice, choices or order into another order, answer and wrong answers
/// with them. What is to be put in order never stands in its right order afterwards. Other kinds stay as they are.
void mixOptions(Question &question, Random &random);
/// The same, drawn from a seed and the question's id: for each seed in another way, on every machine in the same.
void mixOptions(Question &question, std::uint64_t seed);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

namespace gatescope {

/// The answer to what is asked of a few numbers that the question itself states, worked out from its check; none where
/// the check is of another kind.
std::optional<Answer> answerOfStatedNumbers(const Json &check);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

namespace gatescope {

/// The right answer of a question, worked out anew from its check: steps by PlainGru, gradients by central differences,
/// shapes from a run of the engine, counts tensor by tensor. None if the check is of no known kind.
std::optional<Answer> checkedAnswer(const Question &question);

/// The options that are marked right: of a choice each given alone, of choices those of the one set that is.
std::vector<int> optionsMarkedRight(const Question &question);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// An answer as a table and a key write it: "B", "A, C", "none", a number with the fewest digits, "(4, 7, 3)",
/// "step 3", "unit 2" or the name of a part.
std::string letteredAnswer(const Question &question, const Answer &answer);

/// The same back. Whether the options have it is for check(question).
Result<Answer> answerIn(std::string_view text, QuestionKind kind);

/// The one number that is meant; of "1,234" none, as it is two.
std::optional<double> oneNumberIn(std::string_view text);

} // namespace gatescope

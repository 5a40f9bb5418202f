// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

namespace gatescope {

/// Something for which a class raises its hands.
struct ClassAnswer {
    Sentence text;
    bool isRight = false;              ///< of `choices` several are
    Sentence why;                      ///< why it is wrong, or wrongly judged; of a right one of another kind empty
    std::optional<Answer> answer = {}; ///< of a question that offers no options itself
};

/// What a class can raise its hands for: the options; where there are none, or they are to be ordered, the right answer
/// among what is often said in its place, at most five, sorted, so that the right one has no usual place.
std::vector<ClassAnswer> classAnswers(const Question &question);

} // namespace gatescope

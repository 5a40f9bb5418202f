// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

namespace gatescope {

/// What a question asks and what is right, as one text that is the same for every copy of it: without its id, topic,
/// hint, solution and tolerance, whatever the order of its options and the blanks between its words.
std::string contentOf(const Question &question);

struct NewAndKnown {
    std::vector<Question> fresh; ///< in their order
    int known = 0;               ///< how many others were there already, or came twice
};

/// Parts questions that come from a file by whether a question of the same content is `there`.
NewAndKnown partKnown(std::vector<Question> arriving, const std::vector<Question> &there);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/question.h"

namespace gatescope {

/// Which questions are wanted; what is empty is left open.
struct QuizChoice {
    std::string topic;
    std::optional<Level> level;
    std::uint64_t seed = 0;
    int count = 10;
};

/// Draws from the written questions and from the generators, easy ones first. A written question comes at most once, a
/// generator again with other numbers. The same choice from the same written questions gives the same quiz; there are
/// fewer than `count` only where no generator fits.
std::vector<Question> drawQuiz(const std::vector<Question> &written, const QuizChoice &choice);

} // namespace gatescope

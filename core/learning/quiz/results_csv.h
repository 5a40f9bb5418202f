// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/progress.h"

namespace gatescope {

/// How a learner stands in a topic: a row of the table.
struct TopicScore {
    std::string learner;
    std::string topic;
    int right = 0;
    int wrong = 0;
    Level level = Level::easy;

    bool operator==(const TopicScore &) const = default;
};

/// Every topic in which this learner has answered.
std::vector<TopicScore> scoresOf(const std::string &learner, const Progress &progress);

/// Learners' results as a table for a spreadsheet: learner, topic, right, wrong, level. A text that a spreadsheet would
/// take for a formula gets an apostrophe before it, which reading takes away again.
std::string writeResultsCsv(const std::vector<TopicScore> &scores);
Result<std::vector<TopicScore>> readResultsCsv(std::string_view text);

/// What a class's raised hands said to one question.
struct HandsScore {
    std::string question; ///< its id
    std::string topic;
    std::string text;
    int right = 0; ///< hands for a right answer
    int hands = 0; ///< all that were counted

    bool operator==(const HandsScore &) const = default;
};

/// A class's results: number, question, topic, text, right, hands.
std::string writeHandsCsv(const std::vector<HandsScore> &scores);
Result<std::vector<HandsScore>> readHandsCsv(std::string_view text);

} // namespace gatescope

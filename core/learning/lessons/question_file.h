// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"

#include <filesystem>

namespace gatescope {

/// What a file of questions holds: the good ones, and for each other one the sentence that names file, line, id and
/// reason.
struct ReadQuestions {
    std::vector<Question> questions;
    std::vector<Error> refused;
};

/// Reads a JSON list of questions. Each stands for itself: a broken one, even one that is not JSON, does not keep the
/// others from being read. A question that has the id of an earlier one is refused, and one that plays at a place that
/// its network does not have: its own, or that of its lesson where that is among `lessons`. `file` is named in the
/// errors.
ReadQuestions readQuestions(std::string_view text, const std::string &file, const std::vector<Lesson> &lessons);

/// All *.json of the folder `questions` of the resources, in the order of their names.
ReadQuestions readQuestionFolder(const std::filesystem::path &resources, const std::vector<Lesson> &lessons);

} // namespace gatescope

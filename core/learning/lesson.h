// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/learning/question.h"

#include <filesystem>

namespace gatescope {

/// One short text beside the stage: it says one thing, and sets what the stage shows.
struct LessonCard {
    std::string title;
    std::string text;       ///< Markdown
    StagePlace place;       ///< in the lesson's experiment
    std::string commitment; ///< id of a written question that is answered before going on; empty: none
};

/// A lesson as its file has it: {"name", "number", "title", "minutes", "essential", "experiment", "evidence", "cards"}.
/// The experiment is {"demo": name} or {"spec", "seed", "lengths", "update_bias"?}: a fresh network with an example to
/// read.
struct Lesson {
    std::string name;
    int number = 0; ///< counted from 1, as the list shows it
    std::string title;
    int minutes = 0;
    bool essential = false; ///< on the short path
    Experiment experiment;
    std::string claim; ///< what evidence.h computes on the experiment
    std::vector<LessonCard> cards;
};

/// Refuses a lesson that cannot be shown, naming the field: a place that its experiment does not have, a claim that
/// is not there. Demos are looked for in the folder `experiments` of the resources.
Result<Lesson> readLesson(std::string_view text, const std::filesystem::path &resources);

struct ReadLessons {
    std::vector<Lesson> lessons; ///< by number
    std::vector<Error> refused;  ///< with the file's name
};
ReadLessons readLessonFolder(const std::filesystem::path &resources);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/myths.h"
#include "core/learning/lessons/pitfalls.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/lessons/sources.h"

namespace gatescope {

// The teaching of a folder of resources in the language that the window speaks; what has no translation is English. A
// person's own translations win over those that lie beside the English texts.

ReadLessons lessonsAsSpoken(const std::filesystem::path &resources);
ReadQuestions questionsAsSpoken(const std::filesystem::path &resources, const std::vector<Lesson> &lessons);
ReadSources sourcesAsSpoken(const std::filesystem::path &resources);
ReadMyths mythsAsSpoken(const std::filesystem::path &resources, const std::vector<Lesson> &lessons);
/// They name cards by their English titles: the lessons are read for themselves.
ReadPitfalls pitfallsAsSpoken(const std::filesystem::path &resources);

} // namespace gatescope

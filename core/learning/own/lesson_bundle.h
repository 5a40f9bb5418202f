// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/own_lessons.h"

namespace gatescope {

/// A lesson of one's own with all that it stands on, as one text to be handed to others: {"gatescope_lesson": 1,
/// "lesson", "network"?, "questions"?}. The network is there where the lesson is about a file beside it, the questions
/// where its cards ask some of one's own. Refuses a lesson that cannot be shown.
Result<std::string> lessonBundle(const Json &lesson, const std::filesystem::path &folder,
                                 const LessonSurroundings &around);

struct TakenLesson {
    std::filesystem::path file = {}; ///< that it became, or that it was already
    std::string title = {};
    bool wasThere = false;
    int questions = 0; ///< how many new ones came with it
};

/// Takes such a text, or a lesson's file as it is, into the folder of one's own lessons: its network beside it, its
/// questions into the folder of one's own questions, but for those that are there already. A lesson of another's name
/// gets one of its own; the very same lesson is not taken twice. What cannot be shown is refused, and nothing is
/// written.
Result<TakenLesson> takeLesson(std::string_view text, const std::filesystem::path &folder,
                               const std::filesystem::path &questionFolder, const LessonSurroundings &around);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/own_lessons.h"

#include <memory>

namespace gatescope {

/// The lessons, a teacher's own behind those of the program, and the questions that their cards ask.
struct LessonShelf {
    ReadLessons read;
    LessonSurroundings around; ///< what one's own stand beside
};

/// Reads lessons and questions in the language of the window, and those of a teacher's own from the folders `lessons`
/// and `questions` of `own`; empty: there are none.
std::shared_ptr<const LessonShelf> readShelf(const std::filesystem::path &resources, const std::filesystem::path &own);

/// What the files of a teacher's own say now: when it says otherwise, the shelf is to be read again.
std::string writtenIn(const std::filesystem::path &own);

} // namespace gatescope

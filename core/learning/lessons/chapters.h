// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace gatescope {

/// Lessons that belong together.
struct Chapter {
    int number = 0;
    std::string_view title;              ///< words for people
    std::string_view says;               ///< what it is about, in a sentence
    int firstLesson = 0, lastLesson = 0; ///< numbers
};

/// Of a teacher's own lessons: its number is 0, and its lessons' numbers follow those of the program's.
const Chapter &ownChapter();
/// What lessons are listed under: all chapters, then one's own.
std::vector<Chapter> listedChapters();

/// All chapters that are planned; whether its lessons are there, the folder says.
const std::vector<Chapter> &chapters();

} // namespace gatescope

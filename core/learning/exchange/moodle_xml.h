// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_question.h"

#include <string_view>

namespace gatescope {

/// Questions as Moodle XML: https://docs.moodle.org/en/Moodle_XML_format. Texts are plain, so that a "<" is one.
std::string writeMoodleXml(const std::vector<CourseQuestion> &questions);

/// Reads multichoice, truefalse, numerical, shortanswer and matching; other questions are refused one by one. Refuses
/// the whole of what is no XML or no quiz, declares a document type, which may bring entities along, or is nested
/// deeper than any quiz.
Result<CourseFile> readMoodleXml(std::string_view text);

} // namespace gatescope

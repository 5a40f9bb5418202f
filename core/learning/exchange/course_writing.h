// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_question.h"
#include "core/learning/questions/question.h"

#include <optional>

namespace gatescope {

/// Our question as courses keep it. Topic, lesson, level, kind and source become tags; a shape is words in the ways
/// people write it; an order matches each option with its place. Refuses what is answered by pointing at a picture.
Result<CourseQuestion> toCourseQuestion(const Question &question);

/// One sentence about what a format has no place for in any question: its network, where its solution plays, how its
/// answer is worked out anew. None if nothing is lost.
std::optional<Error> lossOf(const Question &question, std::string_view format);

/// Begins the line of a worked solution that tells a wrong order apart: "Not: A → B, because …".
inline constexpr std::string_view wrongOrderMark = "Not: ";
inline constexpr std::string_view orderArrow = " → ";

} // namespace gatescope

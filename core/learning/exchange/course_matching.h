// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_question.h"
#include "core/learning/questions/question.h"

namespace gatescope {

/// Whether it matches each left side with its place, "1" to "n", as toCourseQuestion() writes an order.
bool isOrder(const CourseQuestion &course);

/// Makes a question about an order of what isOrder(); wrong orders that its solution tells of become misconceptions.
void readOrder(const CourseQuestion &course, Question &question);

/// One choice for each pair, among everything that stands on the right; like `common` in all else.
std::vector<Question> readMatching(const CourseQuestion &course, const Question &common);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_question.h"

#include <string_view>

namespace gatescope {

/// "// [id:q-7] [tag:level:easy]" and "// hint: …", for the question that follows.
void writeGiftComments(const CourseQuestion &question, std::string &text);
void readGiftComment(std::string_view line, CourseQuestion &question);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_question.h"

#include <string_view>

namespace gatescope {

/// Questions as GIFT, Moodle's text format: https://docs.moodle.org/en/GIFT_format. An id and tags stand in comments as
/// Moodle 4 reads them, a hint in a comment that only we read.
std::string writeGift(const std::vector<CourseQuestion> &questions);

/// Reads GIFT as Moodle does; blank lines part the questions, and one that is broken does not keep the others from
/// being read.
Result<CourseFile> readGift(std::string_view text);

} // namespace gatescope

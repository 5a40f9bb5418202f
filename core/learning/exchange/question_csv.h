// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_reading.h"

#include <string_view>

namespace gatescope {

/// Questions as a table for a spreadsheet, a row for each: id, topic, lesson, level, kind, text, "option A" and on,
/// answer, tolerance, hint, solution (a line for each step), source, and "wrong 1", "why 1" and on. An answer is "B",
/// "A, C", a number, "(4, 7, 3)", "step 3", "unit 2" or the name of a part.
std::string writeQuestionCsv(const std::vector<Question> &questions);

struct QuestionRows {
    std::vector<Question> questions;
    std::vector<Error> refused;
    std::vector<Error> notes;
};

/// Reads such a table, parted by commas, semicolons or tabs, its columns in any order; text, kind and answer must be
/// there. A number may have a decimal comma.
Result<QuestionRows> readQuestionCsv(std::string_view text, const ImportDefaults &defaults);

/// As many options as there are letters for.
inline constexpr std::size_t mostLetteredOptions = 26;

} // namespace gatescope

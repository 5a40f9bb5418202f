// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

inline constexpr int mostStudents = 500;
inline constexpr std::size_t largestClassList = 1u << 20; ///< in bytes

/// "Student 1" and so on, for a class whose names are not known; with the word for one in the language of the sheets.
std::vector<std::string> numberedStudents(int count, const std::string &word = "Student");

/// The names of a class in their order: one on each line, in quotes or not, or a table (CSV) whose first line says
/// which column has them: "Name", or "First name" and "Last name". Refuses an empty list, a table of several columns
/// without such a line, a name that stands there twice, and too many.
Result<std::vector<std::string>> studentsIn(std::string_view text);
/// The names as a text that studentsIn reads back.
std::string classListText(const std::vector<std::string> &names);

} // namespace gatescope

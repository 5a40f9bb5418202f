// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

enum class CourseKind { choice, choices, number, words, matching };

struct CourseAnswer {
    std::string text;
    double percent = 0; ///< of the points: 100 is right, 0 or less wrong
    std::string feedback;
    double tolerance = 0; ///< of a number, absolute
};

struct CoursePair {
    std::string left; ///< empty: `right` belongs to none and only misleads
    std::string right;
};

/// A question as the software of courses keeps it, between ours and a file: texts are plain, and an answer earns a part
/// of the points.
struct CourseQuestion {
    CourseKind kind = CourseKind::choice;
    std::string name;
    std::string id;                    ///< may be empty
    std::vector<std::string> category; ///< from the outermost inwards
    std::string text;
    std::vector<CourseAnswer> answers;
    std::vector<CoursePair> pairs; ///< of matching
    std::string feedback;          ///< shown whatever the answer was
    std::vector<std::string> hints;
    std::vector<std::string> tags; ///< "level:easy"
    std::vector<Argument> leftOut; ///< what stood in the file and has no place here: "the picture a.png"
};

/// What a file holds, and for each question that is no CourseQuestion the sentence that names it and says why.
struct CourseFile {
    std::vector<CourseQuestion> questions;
    std::vector<Error> refused;
};

/// "$course$/Gates//Cells/z" is Gates/Cells, z: the course itself and its "top" have no name.
std::vector<std::string> categoryPath(std::string_view text);
std::string categoryText(const std::vector<std::string> &path);

/// Puts it into `leftOut` once; behind the twentieth thing it only says that there is more.
void noteLeftOut(CourseQuestion &question, const Sentence &what);
/// A picture by its file; empty where it has no name.
void notePictureLeftOut(CourseQuestion &question, const std::string &file);

/// Percent of the points as Moodle's list of grades has them: "33.33333".
std::string gradeText(double percent);

} // namespace gatescope

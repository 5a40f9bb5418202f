// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz.h"

#include <functional>

namespace gatescope {

/// What a class is to be given on paper.
struct WorksheetWish {
    QuizChoice choice;            ///< what about, how many, from which seed
    std::vector<std::string> ids; ///< just these, written ones by id and generators by name; empty: drawn by `choice`
    std::vector<std::string> students; ///< a sheet for each
};

/// One student's sheet.
struct Worksheet {
    std::string student;
    std::vector<Question> questions;
};

struct Worksheets {
    std::vector<Worksheet> sheets;
    std::vector<Error> notes; ///< what is not as one might expect: a generator with too few numbers for all
};

inline constexpr int mostStudents = 500;
inline constexpr int mostSheetQuestions = 50;

/// Everybody gets the same questions in the same order; those of generators with numbers of their own, from the seed
/// and the place in the list of students: who is added at its end changes no other sheet. A written question, also one
/// that has a generator's name, has its options in an order of its own on each sheet. `goOn` is told how many sheets are made and stops the rest with false;
/// what is made by then comes back.
Result<Worksheets> makeWorksheets(const std::vector<Question> &written, const WorksheetWish &wish,
                                  const std::function<bool(int made)> &goOn = {});

/// "Student 1" and so on, for a class whose names are not known; with the word for one in the language of the sheets.
std::vector<std::string> numberedStudents(int count, const std::string &word = "Student");
/// The names of a list, one on each line. Refuses an empty list, a name that stands there twice, and too many.
Result<std::vector<std::string>> studentsIn(std::string_view text);

/// An answer as the key says it: letters of options, "0.3955", "(4, 7, 3)", "step 3".
Sentence keySentence(const Question &question);
std::string keyText(const Question &question);
/// "A" for the first option.
std::string optionLetter(int option);

} // namespace gatescope

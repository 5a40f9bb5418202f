// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/class_list.h"
#include "core/learning/quiz/quiz.h"

#include <functional>

namespace gatescope {

/// What a class is to be given on paper.
struct WorksheetWish {
    QuizChoice choice;            ///< what about, how many, from which seed
    std::vector<std::string> ids; ///< just these, written ones by id and generators by name; empty: drawn by `choice`
    std::vector<std::string> students; ///< a sheet for each
    bool sameForAll = false;           ///< nobody gets written questions that others do not get
};

/// One student's sheet.
struct Worksheet {
    std::string student;
    std::vector<Question> questions;
    std::vector<int> ofTheirOwn = {}; ///< indices of written questions in place of which others get other ones
};

struct Worksheets {
    std::vector<Worksheet> sheets;
    std::vector<Error> notes; ///< what is not as one might expect: a generator with too few numbers for all
};

inline constexpr int mostSheetQuestions = 50;

/// Everybody gets as many questions of each lesson, level and kind, in the same order. Those of generators have numbers
/// of their own; written ones are others where the lesson has more of this level and kind than stand on a sheet, so
/// that neighbours share as few as can be, and their options stand in an order of their own. With `ids` everybody gets
/// just these. All follows from the seed and the place in the list of students: who is added at its end changes no
/// other sheet. `goOn` is told how many sheets are made and stops the rest with false; what is made by then comes back.
Result<Worksheets> makeWorksheets(const std::vector<Question> &written, const WorksheetWish &wish,
                                  const std::function<bool(int made)> &goOn = {});

/// An answer as the key says it: letters of options, "0.3955", "(4, 7, 3)", "step 3".
Sentence keySentence(const Question &question);
std::string keyText(const Question &question);
/// "A" for the first option.
std::string optionLetter(int option);

} // namespace gatescope

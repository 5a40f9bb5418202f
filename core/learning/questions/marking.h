// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

namespace gatescope {

enum class MarkingVerdict {
    right,
    wrong,
    unclear ///< it could not be read, or could be read in two ways: asked again, and not counted
};

/// What an answer is worth, and what to say to who gave it.
struct Marking {
    MarkingVerdict verdict = MarkingVerdict::unclear;
    Sentence why; ///< of a wrong one the reason of its misconception, of an unclear one what to type instead
    std::optional<Answer> answer; ///< as it was read; none if unclear
};

/// Marks an answer that was chosen or pointed at.
Marking mark(const Question &question, const Answer &answer);

/// Marks an answer as it was typed: a number (see numbersMeant), "(4, 7, 3)", the letters of options ("B", "A, C"), the
/// name of a part, a step's or unit's number. An answer that can be read in two ways is asked again, also where one of
/// them would be right.
Marking markTyped(const Question &question, std::string_view typed);

/// The set of options with this one in it if it was not, and without it if it was; sorted.
std::vector<int> withOptionJudgedOtherwise(std::vector<int> options, int option);

/// Whether two answers are the same within the question's tolerance.
bool sameAnswer(const Question &question, const Answer &one, const Answer &other);

} // namespace gatescope

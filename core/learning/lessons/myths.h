// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"

namespace gatescope {

/// Something that is often said about GRUs, what is to be thought of it, and the claim that shows it.
struct Myth {
    std::string id;      ///< "beats-lstm"
    Question question;   ///< the statement; its options are "It is so", "It is not so", "It depends"
    int lesson = 0;      ///< index among the lessons: where it is explained
    int card = 0;        ///< the first card there on which the claim is measured
    LessonCard evidence; ///< that card with this claim alone, for measuredOn()
};

struct ReadMyths {
    std::vector<Myth> myths;    ///< in the order of the file
    std::vector<Error> refused; ///< with file, line and id
};

/// Reads a JSON list of {"id", "says", "verdict": "yes" | "no" | "depends", "if_yes", "if_no", "if_depends", "lesson",
/// "claim"}: what is answered to each of the three guesses, and a claim that a card of that lesson measures. A row that
/// is not so is refused, as is the second one of an id; the others are read. `file` is named in the errors.
ReadMyths readMyths(std::string_view text, const std::string &file, const std::vector<Lesson> &lessons);

/// Those of the folder `myths` of the resources.
ReadMyths readMythFile(const std::filesystem::path &resources, const std::vector<Lesson> &lessons);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/myths.h"
#include "core/learning/lessons/pitfalls.h"
#include "core/learning/lessons/sources.h"

namespace gatescope {

/// The words of the teaching in another language. They stand in files beside the English ones, which keep all else:
/// `lessons/de/NAME.json` is {"name", "title"?, "cards": [{"title"?, "text"?, "after"?, "asks"?}, …]} with as many
/// cards as the lesson has; `questions/de/NAME.json` and `myths/de/NAME.json` are lists, of {"id", "text"?, "options"?,
/// "hint"?, "solution"?, "why"?} with a sentence for each of the question's, and of {"id", "says"?, "if_yes"?,
/// "if_no"?, "if_depends"?}, and `sources/de/sources.json` one of {"id", "says"?}, and
/// `pitfalls/de/pitfalls.json` one of {"id", "task"?, "symptom"?, "why"?, "mends"?: [why]}. What is absent stays as it
/// is.
struct Translations {
    std::string language;                       ///< "de": the folder's name
    std::vector<std::filesystem::path> folders; ///< of resources, in the order in which they are read: the last wins
    std::filesystem::path formulas;             ///< the resources whose formulas the cards may show
};

/// Puts the words in. What does not fit, as a file with another number of cards or a question with another number of
/// options, is left out as a whole and refused with file, line and reason.
std::vector<Error> translate(std::vector<Lesson> &lessons, const Translations &translations);
std::vector<Error> translate(std::vector<Question> &questions, const Translations &translations);
std::vector<Error> translate(std::vector<Myth> &myths, const Translations &translations);
std::vector<Error> translate(std::vector<Pitfall> &pitfalls, const Translations &translations);
std::vector<Error> translate(std::vector<Source> &sources, const Translations &translations);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"

namespace gatescope {

/// What kind of thing a source is, or how far it was looked at: a name in files and words for people.
struct SourceWord {
    std::string_view name;
    std::string_view says;
};
const std::vector<SourceWord> &sourceKinds();
const std::vector<SourceWord> &sourceMarks();

/// A paper, a page of documentation, a program or a thread that lessons rest on.
struct Source {
    std::string id;   ///< "chung-2014"
    std::string kind; ///< of sourceKinds()
    std::string mark; ///< of sourceMarks()
    std::string who;
    int year = 0; ///< 0: it has none
    std::string title;
    std::string where; ///< its address
    Sentence says;     ///< what the lessons take from it
};

struct ReadSources {
    std::vector<Source> sources; ///< in the order of the file
    std::vector<Error> refused;  ///< with file and line
};

/// Reads a JSON list of {"id", "kind", "mark", "who", "year"?, "title", "where", "says"}. A row that is not so is
/// refused, as is the second one of an id; the others are read. `file` is named in the errors.
ReadSources readSources(std::string_view text, const std::string &file);
/// Those of the folder `sources` of the resources.
ReadSources readSourceFile(const std::filesystem::path &resources);

/// Those of the lessons that name the source.
std::vector<const Lesson *> lessonsOn(const Source &source, const std::vector<Lesson> &lessons);

} // namespace gatescope

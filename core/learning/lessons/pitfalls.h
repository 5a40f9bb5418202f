// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/layer_shapes.h"
#include "core/learning/lessons/lesson.h"

namespace gatescope {

/// A few lines of a program with one fault in them, what one sees of it, and three lines that might mend it.
struct Pitfall {
    std::string id; ///< "output-of-lstm"
    Framework framework = Framework::pytorch;
    Sentence task;                 ///< what the lines are meant for
    std::vector<std::string> code; ///< line by line
    std::string error;             ///< what the framework prints; empty: it prints nothing
    Sentence symptom;              ///< what one sees where nothing is printed; empty otherwise
    Question line;                 ///< which line is at fault: its options are the lines
    Question mend;                 ///< what to write in its place
    int lesson = 0, card = 0;      ///< where it is explained: index among the lessons, and a card of it
    LessonCard evidence; ///< that card with the claim that shows it alone; without a claim nothing is measured
};

struct ReadPitfalls {
    std::vector<Pitfall> pitfalls; ///< in the order of the file
    std::vector<Error> refused;    ///< with file and line
};

/// Reads a JSON list of {"id", "framework": "pytorch" | "keras", "task", "code": [lines], "line": from 1, "why",
/// "error" or "symptom", "mends": [{"code", "why"}, …], "mend": from 1, "lesson", "card" or "claim"}: "why" says what
/// is wrong with the line. Where nothing is printed a claim has to show what happens. A row that is not so is refused,
/// as is the second one of an id; the others are read. `file` is named in the errors.
ReadPitfalls readPitfalls(std::string_view text, const std::string &file, const std::vector<Lesson> &lessons);
/// Those of the folder `pitfalls` of the resources.
ReadPitfalls readPitfallFile(const std::filesystem::path &resources, const std::vector<Lesson> &lessons);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_question.h"
#include "core/learning/questions/question.h"

#include <map>

namespace gatescope {

/// What a question of a file gets where the file names none.
struct ImportDefaults {
    std::string topic;
    std::string lesson;
    Level level = Level::medium;
};

/// Ours from what a course keeps; of a matching one a choice for each pair. What a course need not have may be missing
/// still, as a hint or the reason of a wrong option: check(question) says so. Where no reply belongs to a wrong answer,
/// the one for all answers explains it. Refuses what Gatescope cannot ask; says in `leftOut` what it asks without.
Result<std::vector<Question>> fromCourseQuestion(const CourseQuestion &course, const ImportDefaults &defaults,
                                                 std::vector<Argument> &leftOut);

/// A wrong answer with the reply to it, or with the one for all answers; without either there is no reason to give.
void addMistake(Question &question, const Answer &answer, const std::string &reply, const CourseQuestion &course);

/// "What is z?" as "what-is-z", cut where it is long.
std::string idFromName(std::string_view name);
/// The id, or with a number behind it where it is taken; taken from then on.
std::string freeId(const std::string &id, std::map<std::string, int> &taken);

} // namespace gatescope

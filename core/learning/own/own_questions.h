// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/exchange.h"
#include "core/learning/lessons/lesson.h"

#include <filesystem>

namespace gatescope {

/// A question of a teacher's own, with where it is kept.
struct OwnQuestion {
    std::filesystem::path file;
    std::string text; ///< as it stands in the file, byte for byte
    Question question;
    bool canBeWritten = false;    ///< it could be read, so that a form can show it and write it anew
    std::optional<Error> trouble; ///< why it cannot be asked yet; none: it is asked
};

struct OwnQuestions {
    std::vector<OwnQuestion> all;
    std::vector<Error> refused; ///< files that could not be read, text that nobody reads

    std::vector<Question> askable() const;
};

/// All *.json of a teacher's folder, in the order of their names; without such a folder none. An id that one of
/// `others` has, or that a generator has, is refused: its question would be taken for the other.
OwnQuestions readOwnQuestions(const std::filesystem::path &folder, const std::vector<Lesson> &lessons,
                              const std::vector<Question> &others);

/// Refuses an id that is a generator's: a question of that id would come back with generated numbers.
Result<void> checkOwnId(const std::string &id);
/// Refuses a question that could not be asked: check(), its id, and what it shows of its network.
Result<void> checkOwnQuestion(const Question &question, const std::vector<Lesson> &lessons);

/// The id, or one like it that is neither taken nor a generator's.
std::string freeOwnId(const std::string &id, const std::vector<std::string> &taken);

// Each writes the file whole or leaves it as it is, and changes nothing in it but the one question: fields that this
// program does not know, other questions and what is broken stay, byte for byte. Refused where the question is no
// longer in its file as it was read.

/// At the end of the folder's own file; where that one is not closed by a bracket, of the next.
Result<void> addOwnQuestions(const std::filesystem::path &folder, const std::vector<Question> &questions);
Result<void> replaceOwnQuestion(const OwnQuestion &old, const Question &question);
Result<void> removeOwnQuestion(const OwnQuestion &old);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/learning/lessons/lesson.h"

namespace gatescope {

/// A card that is being written.
struct DraftCard {
    LessonCard card;
    Json json = Json::object(); ///< as it stood in the file: what a form does not show stays
};

/// A lesson that is being written, complete or not: what a form shows of a lesson's file.
struct LessonDraft {
    std::string name; ///< by which what is learned is kept; empty: not saved yet
    std::string title;
    int minutes = 5;
    int number = 0;                   ///< its place among one's own; 0: behind those that have one
    bool isEssential = false;         ///< on the short path
    std::string claim;                ///< its main claim; empty: none
    std::vector<std::string> sources; ///< ids of what it rests on
    Json experiment = {{"demo", "hello-world"}};
    std::vector<DraftCard> cards{1};
    Json json = Json::object(); ///< as for a card
};

/// Refuses what a form could not show and write again without losing something.
Result<LessonDraft> draftOf(const Json &json);

/// The lesson's file: the fields that a form shows as they are now, every other one as it stood.
Json toJson(const LessonDraft &draft);

/// A name for a lesson of this title that none of `taken` is: "Gates, once more" is "gates-once-more".
std::string freeLessonName(const std::string &title, const std::vector<std::string> &taken);

} // namespace gatescope

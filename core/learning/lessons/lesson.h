// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/learning/claims/evidence.h"
#include "core/learning/lessons/deed.h"
#include "core/learning/lessons/figure.h"
#include "core/learning/questions/question.h"

#include <filesystem>

namespace gatescope {

/// One short text beside the stage: it says one thing, and sets what the stage shows.
struct LessonCard {
    std::string title;
    std::string text;                 ///< Markdown; a link [update gate z](z) names a term of the cell's equations,
                                      ///< a picture ![formula](formula:blend) a formula of resources/formulas
    std::string after;                ///< what is said once the commitment is made, as Markdown; empty: nothing
    StagePlace place;                 ///< in the network that the stage shows
    std::optional<StagePlace> before; ///< where the stage waits until the commitment is made; none: at the place
    std::optional<int> level; ///< how near one looks: 0 the network, 1 a cell, 2 a unit; none: as the place has it
    std::string highlight;    ///< the letter of the equations that is lit: "z"; empty: none
    std::optional<Experiment> experiment; ///< what the stage shows in place of the lesson's network
    std::optional<Figure> figure;         ///< drawn in place of the stage
    std::optional<Figure> figureBefore;   ///< until the commitment is made, where the figure waits for it
    std::optional<double> updateBias;     ///< set in the experiment while the card is shown
    std::vector<std::string> controls;    ///< names of Controls that can be moved
    std::vector<std::string> evidence;    ///< names of claims that are measured on the card
    std::string commitment;               ///< id of a written question that is answered before going on; empty: none
    std::optional<Deed> deed;
    std::string asks; ///< what the deed is, in words
};

/// A lesson as its file has it: {"name", "number", "title", "minutes", "essential", "experiment", "evidence",
/// "sources"?, "cards"}.
/// What an experiment is, lesson_network.h says, and what a figure is, figure.h.
/// A card is {"title", "text", "after"?, "place"?, "before"?, "level"?, "highlight"?, "experiment"?, "figure"?,
/// "figure_before"?, "update_bias"?, "controls"?, "evidence"?, "commitment"?, "deed"?}; the pass is part of the place.
/// A card's own experiment is for its stage alone: its claims are about the lesson's.
struct Lesson {
    std::string name;
    int number = 0;     ///< counted from 1, as the list shows it
    bool isOwn = false; ///< a teacher's own, see own_lessons.h
    std::string title;
    int minutes = 0;
    bool essential = false; ///< on the short path
    Experiment experiment;
    std::string claim;                ///< what evidence.h measures on the experiment: the lesson's main claim
    std::vector<std::string> sources; ///< ids of what it rests on, see sources.h
    std::vector<LessonCard> cards;
};

/// The network of a card's stage, looking where the card looks.
Experiment shownOn(const LessonCard &card, const Lesson &lesson);

/// The network that a card's claims are about: the lesson's, with the card's bias.
Experiment measuredNetwork(const LessonCard &card, const Lesson &lesson);
/// What a card draws in place of its stage, while it asks and after that; null: the stage is shown.
const Figure *figureOf(const LessonCard &card, bool isAsked);
/// What the card's claims measure on it, before anybody has moved anything. Asked to stop, nothing more is learned for
/// it.
std::vector<Evidence> measuredOn(const LessonCard &card, const Lesson &lesson, const std::stop_token &stop = {});

/// Refuses a lesson that cannot be shown, naming line and field: a place that its experiment does not have, a claim, a
/// letter or a slider that is not there, a deed that cannot be done or is done from the beginning, a slider or a deed
/// beside a figure, a field that no card has. Demos are looked for in the folder `experiments` of the resources,
/// formulas in `formulas`.
Result<Lesson> readLesson(std::string_view text, const std::filesystem::path &resources);

struct ReadLessons {
    std::vector<Lesson> lessons; ///< by number
    std::vector<Error> refused;  ///< with the file's name
};
/// A broken file keeps none of the others from being read. Of two lessons of one number or name the second is refused.
ReadLessons readLessonFolder(const std::filesystem::path &resources);

} // namespace gatescope

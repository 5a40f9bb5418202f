// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/claims/control.h"
#include "core/learning/lessons/lesson.h"

namespace gatescope {

/// Refuses words of a card that cannot be shown: a formula that is not there, what looks like HTML. The sentence begins
/// behind the card's place.
Result<void> checkWords(const LessonCard &card, const std::filesystem::path &resources);

/// A card as its JSON has it; what fits a lesson's experiment is asked later.
LessonCard readCard(const JsonReader &json);

/// A lesson from its JSON; the sentence of a refusal begins with the place of the field.
Result<Lesson> lessonFromJson(const Json &json, const std::filesystem::path &resources);

/// The same of a teacher's own: it needs no number, no main claim and no five cards, and its experiment may be
/// {"file": "name.gatescope"} of the folder that it lies in.
Result<Lesson> ownLessonFromJson(const Json &json, const std::filesystem::path &resources,
                                 const std::filesystem::path &folder);

/// The network that such an "experiment" names.
Result<Experiment> ownExperimentFromJson(const Json &json, const std::filesystem::path &resources,
                                         const std::filesystem::path &folder);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/control.h"
#include "core/learning/lesson.h"

namespace gatescope {

/// Refuses words of a card that cannot be shown: a formula that is not there, what looks like HTML. The sentence begins
/// behind the card's place.
Result<void> checkWords(const LessonCard &card, const std::filesystem::path &resources);

/// A lesson from its JSON; the sentence of a refusal begins with the place of the field.
Result<Lesson> lessonFromJson(const Json &json, const std::filesystem::path &resources);

} // namespace gatescope

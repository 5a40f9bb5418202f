// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actions.h"

namespace gatescope {

/// The heading under which every place's rows on how one looks stand.
inline const char *const seeingGroup = QT_TRANSLATE_NOOP("gatescope", "Seeing");

// Rows of the table of actions, in files by place; actionTable puts them in their order.

// Explore
std::vector<ActionRow> movingRows(const ActionTargets &on);
std::vector<ActionRow> editingRows(const ActionTargets &on);
std::vector<ActionRow> askingRows(const ActionTargets &on);
/// How near one looks at the open network.
std::vector<ActionRow> lookingRows(const ActionTargets &on);

// Train, Compare, Learn and Quiz
std::vector<ActionRow> trainingRows(const ActionTargets &on);
std::vector<ActionRow> comparingRows(const ActionTargets &on);
/// What can be done on a card; on the list of lessons only what goes on or shows it.
std::vector<ActionRow> lessonRows(const ActionTargets &on);
/// Digits choose an option, or raise a hand, and are the place's own.
std::vector<ActionRow> quizRows(const ActionTargets &on);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

namespace gatescope {

/// What answerText() says, to be said in the language of the window.
Sentence answerSentence(const Question &question, const Answer &answer);

} // namespace gatescope

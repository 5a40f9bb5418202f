// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/quiz.h"

namespace gatescope {

class QuestionShelf;
struct QuizWish;

/// What a learner is asked who wishes this and has answered that. `screen` is the run that is asked about, where that
/// is wished for. Refuses a wish that gives no question.
Result<std::vector<Question>> wishedQuestions(const QuizWish &wish, const QuestionShelf &shelf,
                                              const Progress &progress, const Studied *screen);

/// The same for a class; a ladder begins with what is easy, whatever hands were raised before.
Result<std::vector<Question>> wishedForClass(const QuizWish &wish, const QuestionShelf &shelf, const Progress &progress,
                                             const Studied *screen);

} // namespace gatescope

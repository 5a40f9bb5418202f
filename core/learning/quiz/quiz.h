// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/learning/quiz/progress.h"
#include "core/learning/study/studied.h"

namespace gatescope {

/// How a learner is asked.
enum class QuizMode {
    ladder,   ///< from easy to hard, with hints; what was missed comes back
    recall,   ///< what was asked before, the options after one has thought of an answer
    challenge ///< hard ones without a hint, over at the first mistake
};

/// Which questions are wanted; what is empty is left open.
struct QuizChoice {
    std::string topic = {};
    std::vector<std::string> lessons = {}; ///< names: a chapter's
    std::optional<Level> level = {};
    bool mayGenerate = true; ///< whether generators are asked beside the written questions
    std::uint64_t seed = 0;
    int count = 10;
};

/// Draws from the written questions and from the generators, easy ones first; of all levels three in ten easy ones and
/// three hard. A written question comes at most once, its options in an order that the seed gives, a generator again
/// with other numbers. The same choice from the same written questions gives the same quiz; there are
/// fewer than `count` only where no generator fits.
std::vector<Question> drawQuiz(const std::vector<Question> &written, const QuizChoice &choice);
/// The same from where this learner's ladder stands: nothing easier in a topic while there is enough that is not, and
/// no written question that was answered before, on a card or in a quiz, while there are others.
std::vector<Question> drawQuiz(const std::vector<Question> &written, const QuizChoice &choice,
                               const Progress &progress);
/// Draws from what this learner was asked in a quiz or on a card before: what was missed comes
/// first, what has waited longest of it before all, then the others in an order that the seed gives. Written ones
/// as they are, of generators others with new numbers. Fewer than `count`, or none, where so little was asked.
std::vector<Question> drawRecall(const std::vector<Question> &written, const QuizChoice &choice,
                                 const Progress &progress);
/// Draws hard questions, whatever level is chosen, written ones that are new to this learner first.
std::vector<Question> drawChallenge(const std::vector<Question> &written, const QuizChoice &choice,
                                    const Progress &progress);
/// Draws from what this network can be asked, easy ones first: each generator once before one comes twice, and none
/// that another one gives away; there may be fewer than `count`.
std::vector<Question> drawQuizAbout(const Studied &studied, const QuizChoice &choice);

/// Whether who has seen the first one answered knows the other: the same once more, or about the same moment of the
/// same run, whose picture then shows all of it.
bool givesAway(const Question &one, const Question &other);
/// The same from its generator with other numbers, of the network on the screen where it is about that; a written
/// question, or one that has no others, as it is.
Question withOtherNumbers(const Question &question, const Studied *screen, Random &random);

/// Whether a question, or what it is made by, is among what is wanted.
bool isWanted(const QuizChoice &choice, const Question &question);

/// A question that is to come again, as Progress::due names it: the written one, or the generator's with other numbers.
/// None if there is neither, as of a question that was taken out of its file.
std::optional<Question> questionAgain(const std::vector<Question> &written, std::string_view origin,
                                      std::uint64_t seed);

} // namespace gatescope

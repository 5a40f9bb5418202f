// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/wished_questions.h"

#include "core/base/marked.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/round/quiz_round.h"

namespace gatescope {

namespace {

std::vector<Question> writtenFor(const QuizWish &wish, const QuestionShelf &shelf)
{
    return wish.onlyOwn ? shelf.ownAskable() : shelf.written();
}

Result<std::vector<Question>> unlessEmpty(std::vector<Question> questions, const char *otherwise)
{
    if (questions.empty())
        return error(otherwise);
    return questions;
}

Result<std::vector<Question>> aboutTheScreen(const QuizWish &wish, const Studied &screen)
{
    QuizChoice choice = wish.choice;
    if (wish.mode == QuizMode::challenge)
        choice.level = Level::hard; // elsewhere the challenge's own draw does it
    return unlessEmpty(drawQuizAbout(screen, choice),
                       marked("Of this topic and level there is nothing to ask about the network on the screen."));
}

/// Who is asked, in the two sentences in which that is said, and the ladder on which they stand.
struct Asked {
    const char *notAboutTheScreen, *nothingYet;
    const Progress *ladder; ///< null: they stand on none
};

Result<std::vector<Question>> wished(const QuizWish &wish, const QuestionShelf &shelf, const Progress &progress,
                                     const Studied *screen, const Asked &asked)
{
    if (screen && wish.mode == QuizMode::recall)
        return error(asked.notAboutTheScreen);
    if (screen)
        return aboutTheScreen(wish, *screen);
    const std::vector<Question> written = writtenFor(wish, shelf);
    if (wish.mode == QuizMode::recall)
        return unlessEmpty(drawRecall(written, wish.choice, progress), asked.nothingYet);
    const char *none = marked("There is no question of this topic and level.");
    if (wish.mode == QuizMode::challenge)
        return unlessEmpty(drawChallenge(written, wish.choice, progress), none);
    return unlessEmpty(asked.ladder ? drawQuiz(written, wish.choice, *asked.ladder) : drawQuiz(written, wish.choice),
                       none);
}

} // namespace

Result<std::vector<Question>> wishedQuestions(const QuizWish &wish, const QuestionShelf &shelf,
                                              const Progress &progress, const Studied *screen)
{
    return wished(wish, shelf, progress, screen,
                  {marked("Recall asks what you were asked before, not about the network on the screen."),
                   marked("Recall asks what you were asked before, and none of this was yet: begin with a quiz."),
                   &progress});
}

Result<std::vector<Question>> wishedForClass(const QuizWish &wish, const QuestionShelf &shelf, const Progress &progress,
                                             const Studied *screen)
{
    if (wish.aboutTheScreen && !screen)
        return error("The network on the screen has no run yet.");
    return wished(
        wish, shelf, progress, screen,
        {marked("Recall asks what the class was asked before, not about the network on the screen."),
         marked("Recall asks what the class was asked before, and none of this was yet: ask it a quiz first."),
         nullptr});
}

} // namespace gatescope

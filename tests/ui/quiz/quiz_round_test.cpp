// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/chapters.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/quiz/quiz.h"
#include "ui/document/learner.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/round/quiz_round.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace gatescope;

namespace {

Question generated(const char *name, std::uint64_t seed)
{
    return makeQuestion(*generatorNamed(name), seed);
}

struct Walk {
    QuestionShelf shelf{resourceFolder()};
    Learner learner;
    QuizRound round{shelf, learner};

    void answer(bool right)
    {
        const Question &question = round.question();
        round.answer(right ? question.answer : question.misconceptions.front().answer);
    }
};

} // namespace

/// A round as one walks it, without a window.
class QuizRoundTest : public QObject
{
    Q_OBJECT

private slots:
    void wrongOnesComeAgainWithOtherNumbers()
    {
        Walk walk;
        const Question first = generated("blend-by-hand", 3), second = generated("share-left", 4);
        walk.round.ask({first, second});
        while (!walk.round.isOver()) {
            walk.answer(false);
            walk.round.next();
        }
        walk.round.beginAgainWithWrongOnes();
        QCOMPARE(walk.round.count(), 2);
        QCOMPARE(originOf(walk.round.question()), originOf(first));
        QVERIFY(walk.round.question().text.english() != first.text.english());
        walk.round.next();
        QCOMPARE(originOf(walk.round.question()), originOf(second));
        QVERIFY(walk.round.question().text.english() != second.text.english());
    }

    void whatWasRightInARoundDoesNotReturnInIt()
    {
        Walk walk;
        const Question missed = generated("blend-by-hand", 3);
        for (int i = 0; i < 1; ++i)
            walk.learner.note(missed, false); // due after three others
        std::vector<Question> questions{generated("blend-by-hand", 5)};
        for (int i = 0; i < 11; ++i)
            questions.push_back(generated("share-left", std::uint64_t(10 + i)));
        walk.round.ask(std::move(questions));
        for (bool first = true; !walk.round.isOver(); first = false) {
            QVERIFY(first || originOf(walk.round.question()) != "blend-by-hand");
            walk.answer(true);
            walk.round.next();
        }
        QCOMPARE(walk.learner.progress().due(), std::vector<std::string>{"blend-by-hand"}); // another day
    }

    void noQuestionOfAQuizGivesAnotherAway()
    {
        Walk walk;
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            const auto quiz = drawQuiz(walk.shelf.written(), {.topic = "step", .seed = seed, .count = 20});
            for (std::size_t i = 0; i < quiz.size(); ++i)
                for (std::size_t j = i + 1; j < quiz.size(); ++j)
                    QVERIFY2(!givesAway(quiz[i], quiz[j]), (quiz[i].id + " and " + quiz[j].id).c_str());
        }
        const Question one = generated("blend-by-hand", 3);
        QVERIFY(givesAway(one, one));
        QVERIFY(!givesAway(one, generated("blend-by-hand", 4)));
    }

    /// Who has answered a chapter's cards has reached its hard questions, of which there may be few.
    void whoHasClimbedIsNotAskedTheSameAgainAndAgain()
    {
        Walk walk;
        for (const Chapter &chapter : chapters()) {
            QuizChoice choice{.lessons = walk.shelf.lessonsOf(chapter), .count = 10};
            if (choice.lessons.empty())
                continue;
            Progress progress;
            for (const Question &question : walk.shelf.written())
                if (isWanted(choice, question))
                    progress.note(question, true);
            for (choice.seed = 1; choice.seed < 9; ++choice.seed) {
                std::map<std::string, int> times;
                const auto quiz = drawQuiz(walk.shelf.written(), choice, progress);
                QCOMPARE(quiz.size(), std::size_t(10));
                for (const Question &question : quiz)
                    QVERIFY2(++times[std::string(originOf(question))] <= 2, question.id.c_str());
            }
        }
    }

    void ofTheScreenNoMomentIsAskedAboutTwice()
    {
        const Lesson lesson = readLessonFolder(resourceFolder()).lessons.at(3);
        const auto asked = study(lesson.experiment);
        QVERIFY(asked.ok());
        const auto quiz = drawQuizAbout(*asked, {.topic = "step", .seed = 2, .count = 12});
        QVERIFY(quiz.size() >= 4);
        for (std::size_t i = 0; i < quiz.size(); ++i)
            for (std::size_t j = i + 1; j < quiz.size(); ++j)
                QVERIFY2(!givesAway(quiz[i], quiz[j]), (quiz[i].id + " and " + quiz[j].id).c_str());
    }

    void recallAsksWhatWasAskedBeforeMissedOnesFirst()
    {
        Walk walk;
        const QuizWish wish{.choice = {.seed = 5, .count = 4}, .mode = QuizMode::recall};
        const auto refused = walk.round.begin(wish, {});
        QVERIFY(!refused && refused.error().english().find("begin with a quiz") != std::string::npos);

        const std::vector<Question> &written = walk.shelf.written();
        for (int i = 0; i < 6; ++i)
            walk.learner.note(written[std::size_t(i)], i != 4);
        QVERIFY(walk.round.begin(wish, {}).ok());
        QCOMPARE(walk.round.count(), 4);
        QCOMPARE(walk.round.question().id, written[4].id);
        std::set<std::string> asked;
        for (; !walk.round.isOver(); walk.round.next()) {
            QVERIFY(std::any_of(written.begin(), written.begin() + 6,
                                [&](const Question &one) { return one.id == walk.round.question().id; }));
            QVERIFY2(asked.insert(walk.round.question().id).second, "asked twice");
        }
    }

    void recallShowsNoOptionBeforeItIsAsked()
    {
        Walk walk;
        const auto &written = walk.shelf.written();
        const auto choice = std::ranges::find(written, QuestionKind::choice, &Question::kind);
        const auto numeric = std::ranges::find(written, QuestionKind::numeric, &Question::kind);
        walk.learner.note(*choice, false);
        walk.learner.note(*numeric, true);
        QVERIFY(walk.round.begin({.choice = {.count = 2}, .mode = QuizMode::recall}, {}).ok());
        QVERIFY(walk.round.areOptionsHidden());
        walk.round.showOptions();
        QVERIFY(!walk.round.areOptionsHidden());
        walk.answer(true);
        QVERIFY(walk.round.isMarked());
        walk.round.next();
        QVERIFY2(!walk.round.areOptionsHidden(), "a number has no options");
    }

    void aChallengeIsHardAndOverAtTheFirstMistake()
    {
        Walk walk;
        const QuizWish wish{.choice = {.level = Level::easy, .seed = 2, .count = 8}, .mode = QuizMode::challenge};
        QVERIFY(walk.round.begin(wish, {}).ok());
        for (int right = 0; right < 3; ++right) {
            QCOMPARE(walk.round.question().level, Level::hard);
            QVERIFY(!walk.round.hasHint());
            walk.round.showHint();
            QVERIFY(!walk.round.isHintShown());
            walk.answer(true);
            QVERIFY(!walk.round.canComeAgain());
            walk.round.next();
        }
        QVERIFY(!walk.round.isLast());
        walk.answer(false);
        QVERIFY(walk.round.isLast());
        QVERIFY(walk.round.tellMore());
        walk.round.next();
        QVERIFY(walk.round.isOver());
        QCOMPARE(walk.round.right(), 3);
        QCOMPARE(walk.round.longestChallenge(), 3);

        QVERIFY(walk.round.begin(wish, {}).ok());
        walk.answer(false);
        QCOMPARE(walk.round.longestChallenge(), 3);
        walk.round.beginAgainWithWrongOnes();
        QVERIFY2(walk.round.hasHint(), "one learns from what was wrong");
    }
};

QTEST_GUILESS_MAIN(QuizRoundTest)
#include "quiz_round_test.moc"

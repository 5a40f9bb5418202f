// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_file.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/lessons/translation.h"
#include "core/learning/questions/marking.h"
#include "core/learning/questions/mixed_options.h"
#include "core/learning/questions/question_json.h"
#include "core/learning/questions/topics.h"
#include "core/learning/quiz/class_question.h"
#include "core/learning/quiz/quiz.h"
#include "tests/core/learning/questions/checked_answer.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

using namespace gatescope;

namespace {

const std::string resources = GATESCOPE_SOURCE_DIR "/resources";

const ReadLessons &lessons()
{
    static const ReadLessons read = readLessonFolder(resources);
    return read;
}

const ReadQuestions &written()
{
    static const ReadQuestions read = readQuestionFolder(resources, lessons().lessons);
    return read;
}

Experiment networkOf(const Question &question, const std::vector<Lesson> &lessons)
{
    if (!question.experiment.is_null())
        return readExperiment(writeJson(question.experiment)).value();
    const Lesson &lesson = *std::ranges::find(lessons, question.lesson, &Lesson::name);
    const auto card = std::ranges::find(lesson.cards, question.id, &LessonCard::commitment);
    return card == lesson.cards.end() ? lesson.experiment : shownOn(*card, lesson);
}

const char *const good
    = R"({"id": "ID", "topic": "gates", "lesson": "x", "level": "easy", "kind": "choice", "text": "t",
 "options": ["a", "b"], "answer": 0, "hint": "h", "solution": ["It is a."])"
      R"(, "misconceptions": [{"answer": 1, "why": "w"}]})";

std::string named(const std::string &id)
{
    std::string text = good;
    return text.replace(text.find("ID"), 2, id);
}

std::string with(const char *old, const char *by)
{
    std::string text = named("broken");
    return text.replace(text.find(old), std::string_view(old).size(), by);
}

} // namespace

class WrittenQuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void allOfThemCanBeAsked()
    {
        for (const Error &refused : written().refused)
            QFAIL(refused.english().c_str());
        QVERIFY2(written().questions.size() >= 150, std::to_string(written().questions.size()).c_str());
        std::map<std::string, int> lessons;
        for (const Question &question : written().questions)
            ++lessons[question.lesson];
        QCOMPARE(lessons.size(), std::size_t(26));
    }

    /// Every count, shape and computed number is worked out anew; a question of one of these kinds must name how.
    void whatTheyStateIsWhatTheEngineComputes()
    {
        for (const Question &question : written().questions) {
            const bool computed = question.kind == QuestionKind::numeric || question.kind == QuestionKind::shape;
            QVERIFY2(!computed || !question.check.is_null(), question.id.c_str());
            if (question.check.is_null())
                continue;
            const auto expected = checkedAnswer(question);
            QVERIFY2(expected.has_value(), question.id.c_str());
            QVERIFY2(sameAnswer(question, *expected, question.answer), question.id.c_str());
            if (const auto *number = std::get_if<double>(&*expected))
                QVERIFY2(std::abs(*number - std::get<double>(question.answer)) < 1e-12, question.id.c_str());
        }
    }

    void exactlyOneOptionIsRightOrJustTheStatedSet()
    {
        for (const Question &question : written().questions) {
            QVERIFY2(endsInAnswer(question), question.id.c_str());
            if (const auto *option = std::get_if<int>(&question.answer))
                QCOMPARE(optionsMarkedRight(question), std::vector{*option});
            if (question.kind == QuestionKind::choices)
                QVERIFY2(Answer(optionsMarkedRight(question)) == question.answer, question.id.c_str());
        }
    }

    /// Where a worked solution plays is in the network that the question brings, its card's, or its lesson's.
    void everyPlaceOfASolutionIsInItsNetwork()
    {
        int played = 0;
        for (const Question &question : written().questions)
            for (const SolutionStep &step : question.solution) {
                if (!step.place)
                    continue;
                ++played;
                const Experiment experiment = networkOf(question, lessons().lessons);
                const auto &parts = describe(experiment.spec.cell).stepParts;
                QVERIFY2(step.place->part.empty()
                             || std::ranges::find(parts, step.place->part, &StepPart::name) != parts.end(),
                         question.id.c_str());
                Experiment looking = experiment;
                looking.view = {.sequence = step.place->sequence,
                                .step = step.place->step,
                                .layer = step.place->layer,
                                .direction = step.place->direction,
                                .unit = step.place->unit.value_or(0)};
                const auto isThere = checkView(looking);
                QVERIFY2(isThere.ok(), isThere.ok() ? "" : (question.id + isThere.error().english()).c_str());
            }
        QVERIFY2(played > 40, std::to_string(played).c_str());
    }

    /// A question that states numbers of its own brings a network that has them: where its solution ends stands the
    /// answer.
    void theNetworkThatAQuestionBringsComputesItsAnswer()
    {
        int computed = 0;
        for (const Question &question : written().questions) {
            const auto *answer = std::get_if<double>(&question.answer);
            if (!answer || question.experiment.is_null())
                continue;
            ++computed;
            const auto studied = study(readExperiment(writeJson(question.experiment)).value());
            QVERIFY2(studied.ok(), question.id.c_str());
            const StagePlace place = question.solution.back().place.value();
            const auto &parts = describe(studied->spec().cell).stepParts;
            const auto part = std::ranges::find(parts, place.part, &StepPart::name);
            const Moment moment{place.layer, place.direction, place.step, place.sequence};
            QVERIFY2(std::abs(studied->at(moment, part->completes.value(), *place.unit) - *answer) < 1e-12,
                     question.id.c_str());
        }
        QVERIFY(computed >= 6);
    }

    void everyWrongOptionHasItsReason()
    {
        for (const Question &question : written().questions)
            for (int option = 0; option < std::ssize(question.options); ++option)
                if (question.kind == QuestionKind::choice && Answer(option) != question.answer) {
                    const Marking marking = mark(question, option);
                    QCOMPARE(marking.verdict, MarkingVerdict::wrong);
                    QVERIFY2(marking.why.english() != question.hint.english(), question.id.c_str());
                }
    }

    void theRightOptionStandsAtNoUsualPlace()
    {
        std::map<int, int> places;
        for (const Question &question : written().questions)
            if (question.kind == QuestionKind::choice)
                ++places[std::get<int>(question.answer)];
        for (const auto &[place, count] : places)
            QVERIFY2(count >= 5, std::to_string(place).c_str());
        QCOMPARE(places.size(), std::size_t(3));
    }

    /// Nobody finds it by looking for the longest one, in either language.
    void theRightOptionIsNotMuchLongerThanEveryWrongOne()
    {
        std::vector<Question> german = written().questions;
        const Translations from{"de", {resources}, resources};
        QVERIFY(translate(german, from).empty());
        for (const std::vector<Question> *questions : {&written().questions, &std::as_const(german)})
            for (const Question &question : *questions) {
                if (question.kind != QuestionKind::choice)
                    continue;
                qsizetype right = 0, wrong = 0; // characters of the longest
                for (int option = 0; option < std::ssize(question.options); ++option) {
                    const std::string words = question.options[std::size_t(option)].english();
                    qsizetype &longest = Answer(option) == question.answer ? right : wrong;
                    longest = std::max(longest, QString::fromStdString(words).size());
                }
                const std::string which = question.id + ": " + answerText(question, question.answer);
                QVERIFY2(double(right) <= 1.5 * double(wrong), which.c_str());
            }
    }

    void aBrokenQuestionIsRefusedAndTheGoodOnesLoad_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const std::string &broken, const char *says) {
            QTest::newRow(name) << QByteArray::fromStdString(broken) << QByteArray(says);
        };
        row("no JSON", "{\"id\": \"broken\",, }", "q.json: Line 5");
        row("no quotation mark", "{\"id\": \"broken\n}", "q.json: Line 5");
        row("kind", with("\"choice\"", "\"riddle\""), "line 5, question \"broken\": kind is \"riddle\"");
        row("topic", with("\"gates\"", "\"cooking\""), "there is no topic \"cooking\"");
        row("answer", with("\"answer\": 0", "\"answer\": 2"), "answer is no answer");
        row("options", with("\"b\"", "\"A\""), "stands there twice");
        row("reason", with("[{\"answer\": 1, \"why\": \"w\"}]", "[]"), "option 1, \"b\", has no reason");
        row("right mistake", with("\"answer\": 1", "\"answer\": 0"), "has no reason");
        row("solution", with("It is a.", "Think."), "does not say the answer, a");
        row("hint", with("\"hint\": \"h\"", "\"hint\": \"\""), "hint is empty");
        row("missing", with("\"hint\": \"h\",", ""), "hint is missing");
        row("id twice", named("first"), "has this id");
    }

    void aBrokenQuestionIsRefusedAndTheGoodOnesLoad()
    {
        QFETCH(QByteArray, broken);
        QFETCH(QByteArray, says);
        const std::string text
            = "[\n" + named("first") + ",\n\n" + broken.toStdString() + "\n,\n" + named("last") + "]";
        const ReadQuestions read = readQuestions(text, "q.json", {});
        QCOMPARE(read.refused.size(), std::size_t(1));
        const std::string said = read.refused[0].english();
        QVERIFY2(said.starts_with("q.json") && said.find(says.toStdString()) != std::string::npos, said.c_str());
        QCOMPARE(read.questions.size(), std::size_t(2));
        QCOMPARE(read.questions[1].id, std::string("last"));
    }

    void aPlaceThatTheNetworkDoesNotHaveIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *place, const char *says) {
            QTest::newRow(place) << QByteArray(place) << QByteArray(says);
        };
        row(R"({"step": 99})", "places[0].step: there is no step 99, only 0 to ");
        row(R"({"step": 0, "unit": 8})", "places[0].unit: there is no unit 8, only 0 to 3.");
        row(R"({"step": 0, "layer": 1})", "places[0].layer: there is no layer 1, only 0 to 0.");
        row(R"({"step": 0, "sequence": 9})", "places[0].sequence: there is no sequence 9");
        row(R"({"step": 0, "part": "mixer"})", "places[0].part: the network has no part \"mixer\"");
        row(R"({"step": 0, "direction": "backward"})", "places[0].direction: the network reads only forward");
    }

    void aPlaceThatTheNetworkDoesNotHaveIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, says);
        std::string broken = named("broken");
        broken.replace(broken.find("\"x\""), 3, "\"order-matters\"");
        broken.insert(broken.find(", \"misconceptions\""), ",\n \"places\": [" + place.toStdString() + "]");
        const ReadQuestions read
            = readQuestions("[" + named("first") + ",\n" + broken + "\n]", "q.json", lessons().lessons);
        QCOMPARE(read.questions.size(), std::size_t(1));
        QCOMPARE(read.refused.size(), std::size_t(1));
        const std::string said = read.refused[0].english();
        const std::string begins = "q.json: line 5, question \"broken\": " + says.toStdString();
        QVERIFY2(said.starts_with(begins), said.c_str());
    }

    void whatIsNoListIsRefused()
    {
        QCOMPARE(readQuestions("{}", "q.json", {}).refused.size(), std::size_t(1));
        QCOMPARE(readQuestionFolder("/nowhere", {}).refused.size(), std::size_t(1));
    }

    void mixedOptionsKeepTheirAnswersAndReasons()
    {
        int others = 0;
        for (const Question &question : written().questions)
            for (const std::uint64_t seed : {1u, 2u, 3u}) {
                Question other = question;
                mixOptions(other, seed);
                QVERIFY2(check(other).ok(), question.id.c_str());
                QVERIFY(std::ranges::is_permutation(
                    other.options, question.options, {}, [](const Sentence &one) { return one.english(); },
                    [](const Sentence &one) { return one.english(); }));
                if (question.kind == QuestionKind::choice || question.kind == QuestionKind::order) {
                    QCOMPARE(answerText(other, other.answer), answerText(question, question.answer));
                    for (std::size_t i = 0; i < question.misconceptions.size(); ++i)
                        QCOMPARE(answerText(other, other.misconceptions[i].answer),
                                 answerText(question, question.misconceptions[i].answer));
                }
                if (question.kind == QuestionKind::order)
                    QVERIFY(!std::ranges::is_sorted(std::get<std::vector<int>>(other.answer)));
                others += other.answer != question.answer;
            }
        QVERIFY(others > 150);
    }
    void whatIsWrittenInItsOrderIsNotAskedInIt()
    {
        Question sorted;
        for (const Question &question : written().questions)
            if (question.kind == QuestionKind::order)
                sorted = question;
        std::vector<Sentence> right;
        for (const int index : std::get<std::vector<int>>(sorted.answer))
            right.push_back(sorted.options[std::size_t(index)]);
        sorted.options = right;
        sorted.answer = std::vector<int>(right.size());
        std::iota(std::get<std::vector<int>>(sorted.answer).begin(), std::get<std::vector<int>>(sorted.answer).end(),
                  0);
        sorted.misconceptions.clear();
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto quiz = drawQuiz({sorted}, {.mayGenerate = false, .seed = seed, .count = 1});
            QCOMPARE(quiz.size(), std::size_t(1));
            QVERIFY(quiz.front().answer != sorted.answer);
            QCOMPARE(answerText(quiz.front(), quiz.front().answer), answerText(sorted, sorted.answer));
        }
    }

    void theSameSeedDrawsTheSameQuiz()
    {
        const auto quiz = [](std::uint64_t seed) {
            std::vector<std::string> ids;
            for (const Question &question :
                 drawQuiz(written().questions, {.topic = {}, .lessons = {}, .level = {}, .seed = seed, .count = 12}))
                ids.push_back(question.id);
            return ids;
        };
        QVERIFY(quiz(4) == quiz(4));
        QVERIFY(quiz(4) != quiz(5));
    }

    void aChapterAsksOnlyAboutItsLessons()
    {
        const std::vector<std::string> lessons{"order-matters", "one-step-by-hand"};
        const QuizChoice choice{.topic = {}, .lessons = lessons, .level = {}, .seed = 3, .count = 20};
        const auto quiz = drawQuiz(written().questions, choice);
        QCOMPARE(quiz.size(), std::size_t(20));
        for (const Question &question : quiz)
            QVERIFY2(std::ranges::find(lessons, question.lesson) != lessons.end(), question.id.c_str());
    }

    void aLadderHasThreeEasyRungsAndThreeHardOnesOfTen()
    {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const QuizChoice choice{.topic = {}, .lessons = {}, .level = {}, .seed = seed, .count = 10};
            const auto quiz = drawQuiz(written().questions, choice, Progress());
            QCOMPARE(std::ranges::count(quiz, Level::easy, &Question::level), 3);
            QCOMPARE(std::ranges::count(quiz, Level::hard, &Question::level), 3);
            QCOMPARE(drawQuiz(written().questions, choice).front().id, quiz.front().id); // as a guest
        }
    }

    /// Where a topic stands at hard nothing easier is asked while there is enough; with too little it is.
    void aLadderBeginsWhereTheLearnerStands()
    {
        const QuizChoice choice{.topic = "gates", .lessons = {}, .level = {}, .seed = 2, .count = 5};
        QVERIFY(drawQuiz(written().questions, choice, Progress()).front().level == Level::easy);
        Progress progress;
        Question easy;
        easy.topic = "gates";
        easy.id = "x";
        for (int i = 0; i < 3; ++i)
            progress.note(easy, true);
        QVERIFY(progress.topic("gates").level == Level::medium);
        for (const Question &question : drawQuiz(written().questions, choice, progress))
            QVERIFY2(question.level >= Level::medium, question.id.c_str());
        for (int i = 0; i < 3; ++i)
            progress.note(easy, true);
        const auto quiz = drawQuiz(written().questions, choice, progress); // of gates nothing is hard
        QCOMPARE(quiz.size(), std::size_t(5));
    }

    /// What was answered on a card or in a quiz comes only where there is nothing else left.
    void whatWasNotAnsweredYetComesFirst()
    {
        const QuizChoice choice{.topic = "padding", .lessons = {}, .level = {}, .seed = 5, .count = 6};
        Progress progress;
        const auto first = drawQuiz(written().questions, choice, progress);
        for (const Question &question : first)
            progress.note(question, question.level == Level::hard); // the ladder stays where it is
        for (const Question &question : drawQuiz(written().questions, choice, progress))
            if (question.id.find(':') == std::string::npos)
                QVERIFY2(std::ranges::find(first, question.id, &Question::id) == first.end(), question.id.c_str());
        for (const Question &question : written().questions)
            if (question.topic == choice.topic)
                progress.note(question, false);
        QCOMPARE(drawQuiz(written().questions, choice, progress).size(), std::size_t(6));
    }

    void whatReturnsIsTheWrittenQuestionOrTheGeneratorsWithOtherNumbers()
    {
        QCOMPARE(questionAgain(written().questions, "order-bag", 1)->id, std::string("order-bag"));
        QCOMPARE(questionAgain(written().questions, "blend-by-hand", 7)->id, std::string("blend-by-hand:7"));
        QVERIFY(!questionAgain(written().questions, "taken-out", 1));
    }

    /// A class can raise its hands for every question: one answer is right, of choices the stated set, and every wrong
    /// one has its reason.
    void aClassHasAnswersToChooseFrom()
    {
        for (const Question &question : written().questions) {
            const auto answers = classAnswers(question);
            QVERIFY2(answers.size() >= 2 && answers.size() <= 6, question.id.c_str());
            const auto right = std::ranges::count(answers, true, &ClassAnswer::isRight);
            const auto *set = std::get_if<std::vector<int>>(&question.answer);
            QCOMPARE(right, question.kind == QuestionKind::choices ? std::ssize(*set) : 1);
            for (const ClassAnswer &answer : answers)
                QVERIFY2(answer.isRight || !answer.why.text.empty(), question.id.c_str());
        }
    }

    void everyTopicHasAQuiz()
    {
        for (const Topic &topic : topics()) {
            const auto quiz
                = drawQuiz(written().questions,
                           {.topic = std::string(topic.name), .lessons = {}, .level = {}, .seed = 1, .count = 3});
            QVERIFY2(quiz.size() >= 3, std::string(topic.name).c_str());
            for (std::size_t i = 0; i < quiz.size(); ++i) {
                QCOMPARE(quiz[i].topic, std::string(topic.name));
                QVERIFY(i == 0 || quiz[i - 1].level <= quiz[i].level); // from easy to hard
            }
        }
    }
};

QTEST_GUILESS_MAIN(WrittenQuestionsTest)
#include "written_questions_test.moc"

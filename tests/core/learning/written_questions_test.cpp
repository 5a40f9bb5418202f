// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/marking.h"
#include "core/learning/question_file.h"
#include "core/learning/question_json.h"
#include "core/learning/quiz.h"
#include "core/learning/topics.h"
#include "tests/core/learning/checked_answer.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace gatescope;

namespace {

const ReadQuestions &written()
{
    static const ReadQuestions read = readQuestionFolder(GATESCOPE_SOURCE_DIR "/resources/questions");
    return read;
}

const char *const good
    = R"({"id": "ID", "topic": "gates", "lesson": "x", "level": "easy", "kind": "choice", "text": "t",
 "options": ["a", "b"], "answer": 0, "hint": "h", "solution": ["It is a."], "misconceptions": [{"answer": 1, "why": "w"}]})";

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
        QVERIFY2(written().questions.size() >= 60, std::to_string(written().questions.size()).c_str());
        std::map<std::string, int> lessons;
        for (const Question &question : written().questions)
            ++lessons[question.lesson];
        QCOMPARE(lessons.size(), std::size_t(12));
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
        const ReadQuestions read = readQuestions(text, "q.json");
        QCOMPARE(read.refused.size(), std::size_t(1));
        const std::string said = read.refused[0].english();
        QVERIFY2(said.starts_with("q.json") && said.find(says.toStdString()) != std::string::npos, said.c_str());
        QCOMPARE(read.questions.size(), std::size_t(2));
        QCOMPARE(read.questions[1].id, std::string("last"));
    }

    void whatIsNoListIsRefused()
    {
        QCOMPARE(readQuestions("{}", "q.json").refused.size(), std::size_t(1));
        QCOMPARE(readQuestionFolder("/nowhere").refused.size(), std::size_t(1));
    }

    void theSameSeedDrawsTheSameQuiz()
    {
        const auto quiz = [](std::uint64_t seed) {
            std::vector<std::string> ids;
            for (const Question &question :
                 drawQuiz(written().questions, {.topic = {}, .level = {}, .seed = seed, .count = 12}))
                ids.push_back(question.id);
            return ids;
        };
        QVERIFY(quiz(4) == quiz(4));
        QVERIFY(quiz(4) != quiz(5));
    }

    void everyTopicHasAQuiz()
    {
        for (const Topic &topic : topics()) {
            const auto quiz
                = drawQuiz(written().questions, {.topic = std::string(topic.name), .level = {}, .seed = 1, .count = 3});
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

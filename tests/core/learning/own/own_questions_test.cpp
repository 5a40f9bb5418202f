// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/own/own_questions.h"
#include "core/learning/questions/question_json.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const std::vector<Lesson> &lessons()
{
    static const std::vector<Lesson> all = readLessonFolder(resourceFolder()).lessons;
    return all;
}

Question simple(const std::string &id)
{
    Question question;
    question.id = id;
    question.topic = "gates";
    question.lesson = lessons().front().name;
    question.text = {"What is one and one?", {}};
    question.kind = QuestionKind::numeric;
    question.answer = 2.0;
    question.hint = {"Count.", {}};
    question.solution = {{{"1 + 1 = 2", {}}, {}}};
    question.misconceptions = {{11.0, {"These are two digits.", {}}}};
    return question;
}

const char *const asWritten
    = "[\n"
      "  {\"id\": \"a\", \"colour\": \"green\", \"topic\": \"gates\", \"lesson\": "
      "\"order-matters\", \"level\": \"easy\", \"kind\": \"numeric\",\n"
      "   \"text\": \"What is one and one?\", \"answer\": 2, \"tolerance\": 0, \"hint\": "
      "\"Count.\", \"solution\": [\"1 + 1 = 2\"],\n"
      "   \"misconceptions\": [{\"answer\": 11, \"why\": \"These are two digits.\", \"seen\": "
      "3}], \"of_my_own\": {\"deep\": [1, 2]}},\n"
      "  {\"id\": \"broken\", \"topic\": oops},\n"
      "  {\"id\": \"b\", \"topic\": \"gates\", \"lesson\": \"order-matters\", \"level\": "
      "\"easy\", \"kind\": \"numeric\", \"text\": \"And two and two?\",\n"
      "   \"answer\": 4, \"tolerance\": 0, \"hint\": \"Count.\", \"solution\": [\"2 + 2 = 4\"], "
      "\"misconceptions\": [{\"answer\": 22, \"why\": \"No.\"}]}\n"
      "]\n";

} // namespace

class OwnQuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_own = std::filesystem::path(m_folder->path().toStdString()) / "questions";
    }

    void whatIsAddedIsReadAndAsked()
    {
        QVERIFY(own().all.empty());
        QVERIFY(addOwnQuestions(m_own, {simple("x"), simple("y")}).ok());
        QVERIFY(addOwnQuestions(m_own, {simple("z")}).ok());
        const OwnQuestions read = own();
        QCOMPARE(read.all.size(), std::size_t(3));
        QCOMPARE(read.askable().size(), std::size_t(3));
        QVERIFY(read.refused.empty());
        QCOMPARE(writeJson(toJson(read.all[2].question)), writeJson(toJson(simple("z"))));
    }

    void aChangeLeavesAllElseOfTheFileAsItIs()
    {
        put("mine.json", asWritten);
        OwnQuestions read = own();
        QCOMPARE(read.all.size(), std::size_t(3));
        QVERIFY(!read.all[0].trouble && read.all[1].trouble && !read.all[2].trouble);
        QVERIFY(!read.all[1].canBeWritten);
        Question changed = read.all[0].question;
        changed.text = {"How much is one and one?", {}};
        QVERIFY(replaceOwnQuestion(read.all[0], changed).ok());
        const std::string text = get("mine.json");
        for (const char *kept :
             {"\"colour\": \"green\"", "\"deep\"", "\"seen\": 3", "{\"id\": \"broken\", \"topic\": oops}",
              "How much is one and one?", "And two and two?"})
            QVERIFY2(text.find(kept) != std::string::npos, kept);
        const std::string rest = std::string(asWritten).substr(std::string(asWritten).find("{\"id\": \"broken\""));
        QVERIFY(text.ends_with(rest));
        read = own();
        QVERIFY(removeOwnQuestion(read.all[0]).ok());
        QCOMPARE(get("mine.json"), "[\n  " + rest);
        read = own();
        QVERIFY(removeOwnQuestion(read.all[1]).ok());
        QVERIFY(get("mine.json").find("broken") != std::string::npos);
        QCOMPARE(own().all.size(), std::size_t(1));
    }

    void theLastOneCanBeDeletedAndOneAddedAgain()
    {
        QVERIFY(addOwnQuestions(m_own, {simple("x")}).ok());
        QVERIFY(removeOwnQuestion(own().all[0]).ok());
        QVERIFY(own().all.empty());
        QVERIFY(addOwnQuestions(m_own, {simple("y")}).ok());
        QCOMPARE(own().askable().size(), std::size_t(1));
    }

    void whatFollowsAnUnclosedBracketIsNeverSwallowed()
    {
        const std::string open = "[{\"id\": \"a\", \"text\": [\"x\", {\"id\": \"b\"}\n";
        put("my-questions.json", open);
        QVERIFY(!own().refused.empty());
        QVERIFY(addOwnQuestions(m_own, {simple("x")}).ok());
        QCOMPARE(get("my-questions.json"), open);
        QCOMPARE(own().askable().size(), std::size_t(1));

        const std::string behind = "[]\n{\"id\": \"b\"}\n";
        put("my-questions.json", behind);
        QVERIFY(own().refused.front().english().find("line 2: ") != std::string::npos);
        QVERIFY(addOwnQuestions(m_own, {simple("y")}).ok());
        QVERIFY(get("my-questions.json").ends_with("]\n{\"id\": \"b\"}\n"));
        QCOMPARE(readQuestions(behind, "q.json", lessons()).refused.size(), std::size_t(1));
    }

    void anotherProgramsChangeIsNotWrittenOver()
    {
        QVERIFY(addOwnQuestions(m_own, {simple("x")}).ok());
        const OwnQuestion before = own().all[0];
        Question other = before.question;
        other.hint = {"Use your fingers.", {}};
        QVERIFY(replaceOwnQuestion(before, other).ok());
        const std::string text = get("my-questions.json");
        QVERIFY(replaceOwnQuestion(before, simple("x")).error().english().find("changed by another program")
                != std::string::npos);
        QVERIFY(!removeOwnQuestion(before));
        QCOMPARE(get("my-questions.json"), text);
    }

    void aGeneratorsNameIsNoIdOfOnesOwn()
    {
        for (const Generator &generator : generators()) {
            const std::string name(generator.name);
            QVERIFY(!checkOwnId(name));
            QVERIFY(!checkOwnId(name + ":7"));
            QVERIFY(checkOwnId(freeOwnId(name + ":7", {})).ok());
            QVERIFY(checkOwnId(freeOwnId(name, {})).ok());
        }
        QVERIFY(addOwnQuestions(m_own, {simple("blend-by-hand")}).ok());
        QVERIFY(own().all[0].trouble->english().starts_with("id: "));
        QVERIFY(own().askable().empty());
    }

    void anIdThatIsTakenIsRefused()
    {
        QVERIFY(addOwnQuestions(m_own, {simple("x"), simple("x"), simple("shipped")}).ok());
        const OwnQuestions read = readOwnQuestions(m_own, lessons(), {simple("shipped")});
        QCOMPARE(read.askable().size(), std::size_t(1));
        QCOMPARE(freeOwnId("x", {"x", "x-2"}), std::string("x-3"));
    }

    void anUnfinishedQuestionIsKeptAndCanBeCompleted()
    {
        Question unfinished = simple("x");
        unfinished.hint = {};
        unfinished.solution.clear();
        unfinished.misconceptions.clear();
        QVERIFY(addOwnQuestions(m_own, {unfinished}).ok());
        const OwnQuestion read = own().all[0];
        QVERIFY(read.canBeWritten && read.trouble);
        QVERIFY(replaceOwnQuestion(read, simple("x")).ok());
        QCOMPARE(own().askable().size(), std::size_t(1));
    }

private:
    OwnQuestions own() const { return readOwnQuestions(m_own, lessons(), {}); }
    void put(const char *name, const std::string &text)
    {
        std::filesystem::create_directories(m_own);
        QVERIFY(writeFileAtomically(m_own / name, text).ok());
    }
    std::string get(const char *name) const { return readFile(m_own / name, 1 << 20).value(); }

    std::optional<QTemporaryDir> m_folder;
    std::filesystem::path m_own;
};

QTEST_GUILESS_MAIN(OwnQuestionsTest)
#include "own_questions_test.moc"

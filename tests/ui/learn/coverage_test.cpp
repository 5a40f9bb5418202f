// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/pitfalls.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/lessons/sources.h"
#include "ui/learn/labs/labs.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace gatescope;

namespace {

/// Each row: a topic that teaching pages about GRUs bring up ("from" says which: a page's number, "A8" a statement of
/// theirs that needs a correction, "C" a lesson that no page asked for), and where it is taught or asked here.
const nlohmann::json &rows()
{
    static const nlohmann::json read = [] {
        const auto text = readFile(GATESCOPE_SOURCE_DIR "/tests/ui/learn/coverage.json", 1 << 20);
        if (!text.ok())
            qFatal("%s", text.error().english().c_str());
        return nlohmann::json::parse(*text)["rows"];
    }();
    return read;
}

const std::vector<Lesson> &lessons()
{
    static const ReadLessons read = readLessonFolder(resourceFolder());
    return read.lessons;
}

bool hasCard(const std::string &lesson, const std::string &card)
{
    return std::ranges::any_of(lessons(), [&](const Lesson &at) {
        return at.name == lesson && std::ranges::any_of(at.cards, [&](const LessonCard &c) { return c.title == card; });
    });
}

bool hasQuestion(const std::string &id)
{
    static const ReadQuestions read = readQuestionFolder(resourceFolder(), lessons());
    return std::ranges::any_of(read.questions, [&](const Question &question) { return question.id == id; });
}

bool hasPitfall(const std::string &id)
{
    static const ReadPitfalls read = readPitfallFile(resourceFolder(), lessons());
    return std::ranges::find(read.pitfalls, id, &Pitfall::id) != read.pitfalls.end();
}

bool hasSource(const std::string &id)
{
    static const ReadSources read = readSourceFile(resourceFolder());
    return std::ranges::find(read.sources, id, &Source::id) != read.sources.end();
}

bool hasLab(const std::string &title)
{
    return std::ranges::any_of(labs(), [&](const LabRow &row) { return row.title == title; });
}

/// What a row points at and is not there; empty if it is.
std::string missing(const nlohmann::json &place)
{
    const auto named = [&](const char *kind) { return place.value(kind, std::string()); };
    if (place.contains("lesson") && hasCard(named("lesson"), named("card")))
        return {};
    if (place.contains("question") && hasQuestion(named("question")))
        return {};
    if (place.contains("generator") && generatorNamed(named("generator")))
        return {};
    if (place.contains("lab") && hasLab(named("lab")))
        return {};
    if (place.contains("pitfall") && hasPitfall(named("pitfall")))
        return {};
    if (place.contains("source") && hasSource(named("source")))
        return {};
    return place.dump();
}

} // namespace

class CoverageTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTopicIsTaughtOrAskedSomewhere_data()
    {
        QTest::addColumn<QString>("places");
        for (const nlohmann::json &row : rows())
            QTest::newRow((row["from"].get<std::string>() + ": " + row["topic"].get<std::string>()).c_str())
                << QString::fromStdString(row["where"].dump());
    }

    void everyTopicIsTaughtOrAskedSomewhere()
    {
        QFETCH(QString, places);
        const auto where = nlohmann::json::parse(places.toStdString());
        QVERIFY(!where.empty());
        for (const nlohmann::json &place : where)
            QVERIFY2(missing(place).empty(), missing(place).c_str());
    }

    void everyLessonAnswersATopic()
    {
        std::set<std::string> named;
        for (const nlohmann::json &row : rows())
            for (const nlohmann::json &place : row["where"])
                named.insert(place.value("lesson", std::string()));
        QVERIFY(!lessons().empty());
        for (const Lesson &lesson : lessons())
            QVERIFY2(named.contains(lesson.name), lesson.name.c_str());
    }

    void whatIsNotThereIsNoticed()
    {
        QVERIFY(!missing({{"lesson", "order-matters"}, {"card", "No such card"}}).empty());
        QVERIFY(!missing({{"question", "no-such-question"}}).empty());
        QVERIFY(!missing({{"generator", "no-such-generator"}}).empty());
        QVERIFY(!missing({{"lab", "No such lab"}}).empty());
        QVERIFY(!missing({{"pitfall", "no-such-pitfall"}}).empty());
        QVERIFY(!missing({{"source", "no-such-source"}}).empty());
        QVERIFY(!missing({{"film", "order-matters"}}).empty());
    }
};

QTEST_GUILESS_MAIN(CoverageTest)
#include "coverage_test.moc"

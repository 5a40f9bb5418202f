// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/sources.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace gatescope;

namespace {

const std::vector<Lesson> &lessons()
{
    static const ReadLessons read = readLessonFolder(resourceFolder());
    return read.lessons;
}

const ReadSources &shipped()
{
    static const ReadSources read = readSourceFile(resourceFolder());
    return read;
}

const std::string good = R"({"id": "a", "kind": "paper", "mark": "named", "who": "B", "year": 2014, "title": "C",
 "where": "D", "says": "E"})";

std::string with(std::string text, const std::string &part, const std::string &instead)
{
    return text.replace(text.find(part), part.size(), instead);
}

} // namespace

class SourcesTest : public QObject
{
    Q_OBJECT

private slots:
    void allThatAreShippedAreRead()
    {
        for (const Error &refused : shipped().refused)
            QFAIL(refused.english().c_str());
        QVERIFY(shipped().sources.size() >= 10);
    }

    void eachSourceThatALessonNamesIsOnThePage()
    {
        int named = 0;
        for (const Lesson &lesson : lessons()) {
            for (const std::string &id : lesson.sources) {
                ++named;
                QVERIFY2(std::ranges::find(shipped().sources, id, &Source::id) != shipped().sources.end(),
                         (lesson.name + ": " + id).c_str());
            }
            const std::set<std::string> once(lesson.sources.begin(), lesson.sources.end());
            QCOMPARE(once.size(), lesson.sources.size());
        }
        QVERIFY(named >= 20);
    }

    void eachSourceOfThePageIsNamedByALesson()
    {
        for (const Source &source : shipped().sources)
            QVERIFY2(!lessonsOn(source, lessons()).empty(), source.id.c_str());
    }

    /// Who is named in a lesson's words is among its sources.
    void whoIsNamedInTheWordsIsAmongTheSources()
    {
        const std::pair<const char *, const char *> names[]{
            {"Cho's", "cho-2014"}, {"Chung", "chung-2014"},   {"Krueger", "krueger-2016"}, {"Weiss", "weiss-2018"},
            {"haste", "haste"},    {"nn.GRU", "pytorch-gru"}, {"ONNX", "onnx-gru"}};
        int found = 0;
        for (const Lesson &lesson : lessons())
            for (const auto &[name, id] : names)
                for (const LessonCard &card : lesson.cards) {
                    const std::string words = card.text + card.after;
                    const bool isCited = words.find("a citation") != std::string::npos || std::string(id) == "haste"
                        || words.find("paper") != std::string::npos;
                    if (words.find(name) == std::string::npos || !isCited)
                        continue;
                    ++found;
                    QVERIFY2(std::ranges::find(lesson.sources, id) != lesson.sources.end(),
                             (lesson.name + ": " + name).c_str());
                }
        QVERIFY(found >= 5);
    }

    /// Figures of others are not repeated where they were not looked up.
    void whatIsOnlyNamedQuotesNoFigure()
    {
        for (const Source &source : shipped().sources)
            if (source.mark == "named")
                QVERIFY2(source.says.text.find_first_of("0123456789") == std::string::npos, source.says.text.c_str());
    }

    void aBrokenRowIsRefusedWithItsLineAndTheOthersAreRead()
    {
        const ReadSources read = readSources(
            "[\n" + with(good, "\"named\"", "\"seen\"") + ",\n" + good + ",\n" + good + "\n]", "own.json");
        QCOMPARE(read.sources.size(), std::size_t(1));
        QCOMPARE(read.refused.size(), std::size_t(2));
        QCOMPARE(read.refused[0].english(),
                 "own.json: line 2: [0].mark is \"seen\", expected one of measured, checked, named.");
        QVERIFY(read.refused[1].english().find("a row before it has \"a\" too") != std::string::npos);
        QVERIFY(!readSources("{}", "own.json").refused.empty());
        QVERIFY(!readSources("[", "own.json").refused.empty());
    }
};

QTEST_GUILESS_MAIN(SourcesTest)
#include "sources_test.moc"

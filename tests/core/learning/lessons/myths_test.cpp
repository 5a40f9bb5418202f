// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/myths.h"
#include "core/learning/questions/marking.h"

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

const ReadMyths &shipped()
{
    static const ReadMyths read = readMythFile(resourceFolder(), lessons());
    return read;
}

const std::string good = R"({"id": "a", "says": "It does.", "verdict": "no", "if_yes": "No.", "if_no": "So.",
 "if_depends": "On nothing.", "lesson": "order-matters", "claim": "order-matters"})";

std::string without(std::string text, const std::string &part, const std::string &instead)
{
    return text.replace(text.find(part), part.size(), instead);
}

std::string refusalOf(const std::string &row)
{
    const ReadMyths read = readMyths("[\n" + row + "\n]", "own.json", lessons());
    return read.refused.size() == 1 && read.myths.empty() ? read.refused.front().english() : "read";
}

} // namespace

class MythsTest : public QObject
{
    Q_OBJECT

private slots:
    void allThatAreShippedAreRead()
    {
        for (const Error &refused : shipped().refused)
            QFAIL(refused.english().c_str());
        QVERIFY(shipped().myths.size() >= 15);
    }

    /// Those for which networks learn are measured with their lessons.
    void whatIsSaidAgainstThemHoldsWhenItIsMeasured()
    {
        int measured = 0;
        for (const Myth &myth : shipped().myths) {
            QCOMPARE(myth.evidence.evidence.size(), std::size_t(1));
            if (claimNamed(myth.evidence.evidence.front())->isTrained())
                continue;
            const auto evidence = measuredOn(myth.evidence, lessons()[std::size_t(myth.lesson)]);
            QCOMPARE(evidence.size(), std::size_t(1));
            QVERIFY2(evidence.front().holds, myth.id.c_str());
            QVERIFY(!evidence.front().said.english().empty());
            ++measured;
        }
        QVERIFY(measured >= 13);
    }

    void eachGuessIsAnsweredInItsOwnWords()
    {
        for (const Myth &myth : shipped().myths) {
            std::set<std::string> said;
            for (int guess = 0; guess < 3; ++guess) {
                const bool isRight = std::get<int>(myth.question.answer) == guess;
                const Marking marking = mark(myth.question, Answer(guess));
                QCOMPARE(marking.verdict == MarkingVerdict::right, isRight);
                said.insert(isRight ? myth.question.solution.front().text.english() : marking.why.english());
            }
            QVERIFY2(said.size() == 3 && !said.contains(""), myth.id.c_str());
        }
    }

    void theCardIsOneThatMeasuresIt()
    {
        for (const Myth &myth : shipped().myths) {
            const Lesson &lesson = lessons()[std::size_t(myth.lesson)];
            QCOMPARE(lesson.name, myth.question.lesson);
            const auto &evidence = lesson.cards[std::size_t(myth.card)].evidence;
            QVERIFY(std::ranges::find(evidence, myth.evidence.evidence.front()) != evidence.end());
        }
    }

    void aBrokenRowIsRefusedWithItsLineAndTheOthersAreRead()
    {
        const auto missing = without(good, R"("says": "It does.", )", "");
        const ReadMyths read = readMyths("[\n" + missing + ",\n" + good + "\n]", "own.json", lessons());
        QCOMPARE(read.myths.size(), std::size_t(1));
        QCOMPARE(read.refused.size(), std::size_t(1));
        QCOMPARE(read.refused.front().english(), "own.json: line 2: [0].says is missing.");
    }

    void everyKindOfMistakeHasItsSentence()
    {
        QCOMPARE(refusalOf(good), "read");
        QCOMPARE(refusalOf(without(good, "\"no\"", "\"perhaps\"")),
                 "own.json: line 2: [0].verdict is \"perhaps\", expected \"yes\", \"no\" or \"depends\".");
        QCOMPARE(refusalOf(without(good, "\"order-matters\"", "\"nowhere\"")),
                 "own.json: line 3: [0].lesson: there is no lesson \"nowhere\".");
        QCOMPARE(refusalOf(without(good, "\"claim\": \"order-matters\"", "\"claim\": \"halves\"")),
                 "own.json: line 3: [0].claim: no card of the lesson \"order-matters\" measures \"halves\".");
        QVERIFY(QString::fromStdString(refusalOf(without(good, "\"So.\"", "\"\""))).contains("[0].if_no"));
        QCOMPARE(readMyths("[" + good + "," + good + "]", "own.json", lessons()).refused.front().english(),
                 "own.json: line 2: [1].id: a row before it has \"a\" too.");
        QVERIFY(!readMyths("{}", "own.json", lessons()).refused.empty());
        QVERIFY(!readMyths("[", "own.json", lessons()).refused.empty());
    }
};

QTEST_GUILESS_MAIN(MythsTest)
#include "myths_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/learning/labs/error_reader.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/pitfalls.h"
#include "core/learning/questions/marking.h"

#include <QRegularExpression>
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

const ReadPitfalls &shipped()
{
    static const ReadPitfalls read = readPitfallFile(resourceFolder(), lessons());
    return read;
}

/// Keras numbers its layers by how many were made before.
QString withoutNumbers(const std::string &text)
{
    static const QRegularExpression layer(QStringLiteral("'gru(_\\d+)?'"));
    return QString::fromStdString(text).replace(layer, QStringLiteral("'gru'"));
}

const std::string good = R"({"id": "a", "framework": "pytorch", "task": "Read.", "code": ["x = 1", "y = 2"], "line": 2,
 "why": "It is 3.", "symptom": "Nothing.", "mends": [{"code": "y = 3", "why": "So."}, {"code": "y = 4", "why": "No."},
 {"code": "y = 5", "why": "No."}], "mend": 1, "lesson": "where-the-batch-axis-goes", "claim": "swapped-axes-leak"})";

std::string with(std::string text, const std::string &part, const std::string &instead)
{
    const auto at = text.find(part);
    return at == std::string::npos ? std::string() : text.replace(at, part.size(), instead);
}

std::string refusalOf(const std::string &row)
{
    const ReadPitfalls read = readPitfalls("[\n" + row + "\n]", "own.json", lessons());
    return read.refused.size() == 1 && read.pitfalls.empty() ? read.refused.front().english() : "read";
}

} // namespace

class PitfallsTest : public QObject
{
    Q_OBJECT

private slots:
    void allThatAreShippedAreRead()
    {
        for (const Error &refused : shipped().refused)
            QFAIL(refused.english().c_str());
        QVERIFY(shipped().pitfalls.size() >= 15);
        const auto ofKeras = [](const Pitfall &one) { return one.framework == Framework::keras; };
        QVERIFY(std::ranges::count_if(shipped().pitfalls, ofKeras) >= 4);
    }

    /// One line is at fault, one mend is right; it differs from what stands there and from the other two.
    void oneLineIsAtFaultAndOneMendIsRight()
    {
        for (const Pitfall &one : shipped().pitfalls) {
            const int faulty = std::get<int>(one.line.answer), right = std::get<int>(one.mend.answer);
            QVERIFY2(faulty >= 0 && faulty < std::ssize(one.code), one.id.c_str());
            QCOMPARE(one.line.options.size(), one.code.size());
            for (int i = 0; i < std::ssize(one.code); ++i)
                QCOMPARE(mark(one.line, Answer(i)).verdict == MarkingVerdict::right, i == faulty);
            std::set<std::string> lines(one.code.begin(), one.code.end());
            QVERIFY2(lines.size() == one.code.size(), one.id.c_str());
            std::set<std::string> whys;
            for (int i = 0; i < 3; ++i) {
                const Marking marking = mark(one.mend, Answer(i));
                QCOMPARE(marking.verdict == MarkingVerdict::right, i == right);
                QVERIFY2(lines.insert(one.mend.options[std::size_t(i)].english()).second, one.id.c_str());
                whys.insert(i == right ? one.mend.solution.front().text.english() : marking.why.english());
            }
            QVERIFY2(whys.size() == 3 && !whys.contains(""), one.id.c_str());
            QVERIFY2(!one.line.solution.front().text.text.empty(), one.id.c_str());
            // A mend goes in at the place of the line: as far indented.
            const auto indent = [](const std::string &line) { return line.find_first_not_of(' '); };
            for (const Sentence &mend : one.mend.options)
                QVERIFY2(indent(mend.english()) == indent(one.code[std::size_t(faulty)]), mend.text.c_str());
        }
    }

    /// The words are those that PyTorch and Keras printed in a run, and the lab of errors can read them.
    void whatIsPrintedWasPrintedAndIsUnderstood()
    {
        const auto text = readFile(GATESCOPE_SOURCE_DIR "/tests/golden/labs/errors.json", 1 << 20);
        const auto golden = parseJson(*text);
        int printed = 0;
        for (const Pitfall &one : shipped().pitfalls) {
            if (one.error.empty())
                continue;
            ++printed;
            const QString error = withoutNumbers(one.error);
            bool isKnown = false;
            for (const Json &row : *golden)
                isKnown = isKnown || withoutNumbers(row["text"].get<std::string>()).startsWith(error);
            QVERIFY2(isKnown, one.id.c_str());
            const auto reading = readErrorMessage(one.error, {.framework = one.framework});
            QVERIFY2(reading.has_value(), one.id.c_str());
            QVERIFY2(!reading->says.english().empty(), one.id.c_str());
        }
        QVERIFY(printed >= 10);
    }

    void whatIsSilentIsMeasured()
    {
        int silent = 0;
        for (const Pitfall &one : shipped().pitfalls) {
            if (one.error.empty()) {
                ++silent;
                QVERIFY2(one.evidence.evidence.size() == 1, one.id.c_str());
                QVERIFY2(!one.symptom.text.empty(), one.id.c_str());
            }
            if (one.evidence.evidence.empty())
                continue;
            const auto evidence = measuredOn(one.evidence, lessons()[std::size_t(one.lesson)]);
            QCOMPARE(evidence.size(), std::size_t(1));
            QVERIFY2(evidence.front().holds, one.id.c_str());
        }
        QVERIFY(silent >= 4);
    }

    void aBrokenRowIsRefusedWithItsLineAndTheOthersAreRead()
    {
        const ReadPitfalls read = readPitfalls("[\n" + with(good, "\"task\": \"Read.\", ", "") + ",\n" + good + "\n]",
                                               "own.json", lessons());
        QCOMPARE(read.pitfalls.size(), std::size_t(1));
        QCOMPARE(read.refused.size(), std::size_t(1));
        QCOMPARE(read.refused.front().english(), "own.json: line 2: [0].task is missing.");
    }

    void everyKindOfMistakeHasItsSentence()
    {
        QCOMPARE(refusalOf(good), "read");
        QVERIFY(refusalOf(with(good, "pytorch", "flux")).find("[0].framework is \"flux\"") != std::string::npos);
        QVERIFY(refusalOf(with(good, "\"line\": 2", "\"line\": 3")).find("[0].line") != std::string::npos);
        QVERIFY(refusalOf(with(good, "\"y = 3\"", "\"y = 2\"")).find("[0].mends[0].code") != std::string::npos);
        QVERIFY(refusalOf(with(good, "\"symptom\": \"Nothing.\",", "")).find("neither") != std::string::npos);
        QVERIFY(refusalOf(with(good, ", \"claim\": \"swapped-axes-leak\"", "")).find("[0].claim") != std::string::npos);
        QVERIFY(refusalOf(with(good, "swapped-axes-leak", "halves")).find("measures \"halves\"") != std::string::npos);
        QVERIFY(refusalOf(with(good, "where-the-batch-axis-goes", "nowhere")).find("no lesson") != std::string::npos);
        QVERIFY(!readPitfalls("{}", "own.json", lessons()).refused.empty());
    }
};

QTEST_GUILESS_MAIN(PitfallsTest)
#include "pitfalls_test.moc"

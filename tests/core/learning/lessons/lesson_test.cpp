// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/learning/claims/control.h"
#include "core/learning/claims/evidence.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/questions/json_line.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/studied.h"
#include "core/model/initialisation.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatescope;

namespace {

const std::string resources = GATESCOPE_SOURCE_DIR "/resources";

const ReadLessons &lessons()
{
    static const ReadLessons read = readLessonFolder(resources);
    return read;
}

const Lesson &lessonOf(std::string_view name)
{
    return *std::ranges::find(lessons().lessons, name, &Lesson::name);
}

std::string firstLesson()
{
    QFile file(QString::fromStdString(resources + "/lessons/01-order-matters.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The test cannot read its files.");
    return file.readAll().toStdString();
}

} // namespace

class LessonTest : public QObject
{
    Q_OBJECT

private slots:
    void theyAreCountedWithoutAGap()
    {
        for (const Error &refused : lessons().refused)
            QFAIL(refused.english().c_str());
        QCOMPARE(lessons().lessons.size(), std::size_t(26));
        for (int i = 0; i < 26; ++i) {
            const Lesson &lesson = lessons().lessons[std::size_t(i)];
            QCOMPARE(lesson.number, i + 1);
            QVERIFY2(lesson.cards.size() >= 5 && lesson.cards.size() <= 12, lesson.name.c_str());
        }
    }

    void theShortPathTakesTwentyMinutes()
    {
        int minutes = 0;
        for (const Lesson &lesson : lessons().lessons)
            minutes += lesson.essential ? lesson.minutes : 0;
        QVERIFY(minutes > 10 && minutes <= 20);
    }

    /// On the lesson's own network, and what a card measures on the network that it shows.
    void everyLessonsEvidenceHolds()
    {
        for (const Lesson &lesson : lessons().lessons) {
            const auto studied = study(lesson.experiment);
            QVERIFY2(studied.ok(), lesson.name.c_str());
            const Evidence main = claimNamed(lesson.claim)->measure(*studied);
            QVERIFY2(main.holds, main.said.english().c_str());
            bool isMeasured = false;
            for (const LessonCard &card : lesson.cards) {
                const auto shown = study(measuredNetwork(card, lesson));
                for (const std::string &name : card.evidence) {
                    const Evidence evidence = claimNamed(name)->measure(*shown);
                    QCOMPARE(!evidence.curves.empty(), claimNamed(name)->hasCurves);
                    QVERIFY2(evidence.holds, (lesson.name + ": " + evidence.said.english()).c_str());
                    QVERIFY2(evidence.said.english().find_first_of("0123456789") != std::string::npos, name.c_str());
                    isMeasured = isMeasured || name == lesson.claim;
                }
            }
            QVERIFY2(isMeasured, lesson.name.c_str()); // the main claim is shown on some card
        }
    }

    /// The expected exponents are those of reference networks of the same sizes, 100 seeds each.
    void untrainedSlopesAreTheMeasuredOnes()
    {
        const Evidence evidence = claimNamed("gradient-slopes")->measure(*study(lessons().lessons[0].experiment));
        const double expected[]{-12.73, -10.08, -2.31, -0.39};
        QCOMPARE(evidence.curves.size(), std::size_t(4));
        for (std::size_t i = 0; i < 4; ++i) {
            const double exponent = std::log10(evidence.curves[i].values.back());
            QVERIFY2(std::abs(exponent - expected[i]) < 0.12 * std::abs(expected[i]) + 0.05,
                     std::to_string(exponent).c_str());
        }
    }

    /// The open gate's curve is called by the bias that the shown network has, and a leak's end is that of its curve.
    void whatIsSaidOfACurveIsTrueOfIt()
    {
        const auto named = [](const char *name) { return *std::ranges::find(lessons().lessons, name, &Lesson::name); };
        Experiment shown = named("what-the-update-gate-keeps").experiment;
        for (const double bias : {4.0, 2.5}) {
            QVERIFY(setUpdateBias(shown.spec, shown.parameters, bias).ok());
            const Evidence kept = claimNamed("open-gate-keeps")->measure(*study(shown));
            QCOMPARE(kept.curves[0].name.english(), "z-bias " + measuredText(bias));
        }
        const Evidence latch = claimNamed("latch-holds")->measure(*study(named("a-game-of-keep-and-erase").experiment));
        QCOMPARE(latch.said.arguments[1].written(), measuredText(std::abs(latch.curves[1].values.back())));
    }

    /// A claim that no network could break would be no evidence.
    void aNetworkThatDoesOtherwiseIsCaught()
    {
        Experiment silent; // of zeros alone: it neither moves nor keeps
        silent.spec.inputSize = 2;
        silent.spec.hiddenSize = 2;
        silent.parameters = zeroParameters(silent.spec);
        silent.input.source = NumberInput{{}, {Matrix::Random(6, 2), Matrix::Random(6, 2)}};
        const auto studied = study(silent);
        for (const char *claim : {"order-matters",
                                  "ripple-dies",
                                  "reset-silences",
                                  "open-gate-keeps",
                                  "latch-holds",
                                  "swapped-axes-leak",
                                  "padding-drifts",
                                  "halves",
                                  "ends-are-final",
                                  "both-cost-twice",
                                  "stacked",
                                  "output-is-top",
                                  "gradient-shrinks",
                                  "recall-falls-off",
                                  "open-gates-blur",
                                  "forgotten-by-then",
                                  "mean-stays",
                                  "fresh-or-fixed",
                                  "one-layer-drops-nothing",
                                  "answers-are-still",
                                  "flip-is-exact",
                                  "signs-of-z",
                                  "unconverted-is-wrong",
                                  "whose-reset",
                                  "reset-is-refused",
                                  "diagonal-agrees",
                                  "keras-comes-over",
                                  "one-bias-is-less",
                                  "keras-answers-last",
                                  "backwards-answers-backwards",
                                  "carried-is-whole",
                                  "rows-go-on",
                                  "cut-stops-gradient",
                                  "undetached-is-whole",
                                  "longer-pieces-miss-less",
                                  "stacked-product",
                                  "six-two-one",
                                  "inputs-at-once",
                                  "same-multiplications",
                                  "before-waits",
                                  "bias-stays-apart",
                                  "hard-is-another",
                                  "hard-has-ends",
                                  "tanh-flattens",
                                  "relu-has-no-ceiling",
                                  "norm-evens",
                                  "norm-ignores-scale",
                                  "norm-keeps-slope",
                                  "row-is-looked-up",
                                  "numbers-are-names",
                                  "only-read-rows-learn",
                                  "same-letter-other-answer",
                                  "temperature-flattens",
                                  "stream-is-whole",
                                  "both-ways-waits",
                                  "eight-bits-suffice",
                                  "pruning-bites",
                                  "tuning-mends",
                                  "state-stays-small"})
            QVERIFY2(!claimNamed(claim)->measure(*studied).holds, claim);
    }

    /// It is its stage's alone: what is measured for the card is about the lesson's network.
    void aCardMayShowAnotherNetwork()
    {
        const Lesson &memory = lessonOf("where-memory-ends"), &dropout = lessonOf("dropout-and-its-relatives");
        QCOMPARE(shownOn(memory.cards[3], memory).spec.hiddenSize, 16);
        QCOMPARE(measuredNetwork(memory.cards[3], memory).spec.hiddenSize, memory.experiment.spec.hiddenSize);

        // What dropout leaves of what the lower layer hands up: 0, or twice as much, at each step anew.
        const Experiment masked = shownOn(dropout.cards[0], dropout);
        const auto below = study(dropout.experiment), above = study(masked);
        QVERIFY(below.ok() && above.ok());
        const TimeArray &handedUp = below->trace->at(0, Direction::forward)[Part::state];
        const TimeArray &read = above->trace->batch->x;
        int zeros = 0, changes = 0;
        for (int t = 0; t < read.steps(); ++t)
            for (int j = 0; j < read.units(); ++j) {
                const bool isDropped = read(t, 0, j) == 0;
                QVERIFY(isDropped || std::abs(read(t, 0, j) - 2 * handedUp(t, 0, j)) < 0.006);
                zeros += isDropped;
                changes += t > 0 && isDropped != (read(t - 1, 0, j) == 0);
            }
        QVERIFY(std::abs(zeros / double(read.steps() * read.units()) - 0.5) < 0.1);
        QVERIFY(changes > 20);
        // "In the picture x₀, x₄ and x₇ are dropped."
        const int step = dropout.cards[2].place.step;
        for (int j = 0; j < read.units(); ++j)
            QCOMPARE(read(step, 0, j) == 0, j == 0 || j == 4 || j == 7);
    }

    /// What it says of its series is what the picture marks: it misses some steps, and is better than the last value.
    void theForecastOfTheLessonOnForecastsIsLearned()
    {
        const Lesson &forecasts = lessonOf("streams-and-forecasts");
        const auto studied = study(shownOn(forecasts.cards[4], forecasts));
        QVERIFY(studied.ok());
        const TimeArray &says = studied->trace->headOutput, &x = studied->trace->batch->x;
        double missed = 0, echo = 0;
        for (int t = 0; t + 1 < x.steps(); ++t) {
            missed += std::pow(says(t, 0, 0) - x(t + 1, 0, 0), 2);
            echo += std::pow(x(t, 0, 0) - x(t + 1, 0, 0), 2);
        }
        QVERIFY2(missed < 0.1 * echo, std::to_string(missed / echo).c_str());
    }

    void theNetworkOfACardIsCheckedLikeTheLessons()
    {
        Json json = parseJson(readFile(resources + "/lessons/14-where-memory-ends.json", 1u << 20).value()).value();
        QVERIFY(readLesson(writeJson(json, 1), resources).ok());
        json["cards"][3]["place"]["step"] = 24; // the card's network reads as many
        const auto place = readLesson(writeJson(json, 1), resources);
        QVERIFY(!place.ok() && place.error().english().find("cards[3].place") != std::string::npos);
        json["cards"][3]["place"]["step"] = 23;
        json["cards"][3]["experiment"]["spec"]["hidden_size"] = 0;
        const auto spec = readLesson(writeJson(json, 1), resources);
        QVERIFY(!spec.ok());
        QVERIFY(spec.error().english().find("cards[3].experiment") != std::string::npos);
        json["cards"][3]["experiment"] = {{"demo", "nowhere"}};
        QVERIFY(!readLesson(writeJson(json, 1), resources).ok());
    }

    /// Not from the beginning, and by the card's own sliders.
    void everyDeedCanBeDone()
    {
        int deeds = 0;
        for (const Lesson &lesson : lessons().lessons)
            for (const LessonCard &card : lesson.cards) {
                if (!card.deed)
                    continue;
                ++deeds;
                const Experiment shown = shownOn(card, lesson);
                QVERIFY(!judge(*card.deed, *study(shown))->done);
                bool isDone = false, isMissed = false;
                for (int step = 0; std::holds_alternative<StepSearch>(*card.deed) && step < shown.input.longest();
                     ++step)
                    (judge(*card.deed, *study(shown), step)->done ? isDone : isMissed) = true;
                for (const std::string &name : card.controls) {
                    const Control &control = *controlNamed(name);
                    for (double value = control.low; value <= control.high; value += 0.25) {
                        Experiment moved = shown;
                        QVERIFY(control.set(moved, value).ok());
                        QCOMPARE(control.value(moved), value);
                        (judge(*card.deed, *study(moved))->done ? isDone : isMissed) = true;
                    }
                }
                QVERIFY2(isDone && isMissed, card.title.c_str());
            }
        QVERIFY(deeds >= 4);
    }

    /// A gate that always keeps does not accept the new value.
    void theLeakIsNotMendedByAGateThatNeverCloses()
    {
        const Lesson &game = lessons().lessons[5];
        const auto card = std::ranges::find(game.cards, "Mend the leak", &LessonCard::title);
        Experiment open = shownOn(*card, game);
        QVERIFY(controlNamed("update-bias")->set(open, 8).ok());
        const auto judged = judge(*card->deed, *study(open));
        QVERIFY(!judged->accepted && !judged->done);
    }

    void whatIsAskedOnACardExists()
    {
        const auto written = readQuestionFolder(resources, lessons().lessons).questions;
        for (const Lesson &lesson : lessons().lessons) {
            bool asks = false;
            for (const LessonCard &card : lesson.cards) {
                asks = asks || !card.commitment.empty();
                QVERIFY2(card.commitment.empty()
                             || std::ranges::find(written, card.commitment, &Question::id) != written.end(),
                         card.commitment.c_str());
            }
            QVERIFY(asks);
        }
        const auto isLesson = [](const std::string &name) {
            return std::ranges::find(lessons().lessons, name, &Lesson::name) != lessons().lessons.end();
        };
        for (const Question &question : written)
            QVERIFY2(isLesson(question.lesson), question.id.c_str());
        for (const Generator &generator : generators())
            QVERIFY2(isLesson(std::string(generator.lesson)), std::string(generator.name).c_str());
    }

    /// Qt 6.4's setMarkdown swallows what looks like HTML.
    void noTextIsLostAsHtml()
    {
        for (const Lesson &lesson : lessons().lessons)
            for (const LessonCard &card : lesson.cards)
                QVERIFY2(!card.text.empty() && (card.text + card.after).find_first_of("<&") == std::string::npos,
                         card.title.c_str());
    }

    void aBrokenLessonIsRefusedWithLineAndField()
    {
        const auto broken = [](const char *old, const char *by) {
            std::string text = firstLesson();
            const std::size_t at = text.find(old);
            if (at == std::string::npos)
                return std::string("not found: ") + old;
            text.replace(at, std::string_view(old).size(), by);
            const auto read = readLesson(text, resources);
            return read ? std::string("read") : read.error().english();
        };
        const auto begins = [&](const char *old, const char *by, const char *expected) {
            const std::string said = broken(old, by);
            if (!said.starts_with(expected))
                qWarning("%s", said.c_str());
            return said.starts_with(expected);
        };
        QCOMPARE(broken("\"order-matters\"", "\"order-matters\""), std::string("read"));
        QVERIFY(begins("\"minutes\": 6", "\"minutes\": \"x\"", "line 5: minutes is \"x\""));
        QVERIFY(begins("\"title\": \"Order matters\",", "", "title is missing"));
        QVERIFY(begins("\"hidden_size\": 4", "\"hidden_size\": 0", "line 7: experiment: "));
        QVERIFY(begins("\"evidence\": \"order-matters\"", "\"evidence\": \"magic\"", "line "));
        QVERIFY(
            broken("\"evidence\": \"order-matters\"", "\"evidence\": \"magic\"").find(": evidence: there is no claim")
            != std::string::npos);
        const auto names = [&](const char *old, const char *by, const char *place) {
            const std::string said = broken(old, by);
            const bool found = said.starts_with("line ") && said.find(place) != std::string::npos;
            if (!found)
                qWarning("%s", said.c_str());
            return found;
        };
        constexpr const char *card = "\"title\": \"The state goes along\"";
        QVERIFY(names("\"step\": 7", "\"step\": 8", "cards[6].place: The view looks at step 8"));
        QVERIFY(names("\"part\": \"state\"", "\"part\": \"blender\"", "cards[2].place: there is no part"));
        QVERIFY(names(card, "\"title\": \"x\", \"highlight\": \"q\"", "cards[4].highlight: the equations"));
        QVERIFY(names("\"level\": \"network\"", "\"level\": \"moon\"", "cards[5].level is \"moon\""));
        QVERIFY(names("\"commitment\"", "\"commitmnet\"", "cards[1].commitmnet: a card has no such field"));
        QVERIFY(names("\"sum-is-blind\"", "\"sum-is-green\"", "cards[1].evidence: there is no claim"));
        QVERIFY(names("A sum cannot see it", "", "cards[1].title is empty"));
        QVERIFY(names("The simplest way", "The <b>simplest</b> way", "cards[1].text: what looks like HTML"));
        QVERIFY(names("The simplest way", "![](formula:blend) The simplest way", "cards[1].text: a picture without"));
        QVERIFY(names("The simplest way", "![formula](formula:magic) The simplest way",
                      "cards[1].text: there is no formula \"magic\""));
        QVERIFY(names(card, "\"title\": \"x\", \"controls\": [\"volume\"]", "cards[4].controls: there is no slider"));
        QVERIFY(names(card, "\"title\": \"x\", \"deed\": {\"asks\": \"Fly.\"}", "cards[4].deed is "));
        QVERIFY(names(card,
                      R"("title": "x", "deed": {"asks": "Live.", "survive": {"unit": 0, "from": 0, "steps": 20}})",
                      "cards[4].deed: From step 0 there are no 20 steps more"));
        QVERIFY(names(
            card,
            R"("title": "x", "deed": {"asks": "Rest.", "reach": {"part": "state", "unit": 0, "step": 0, "least": -1}})",
            "cards[4].deed is done before"));
        QVERIFY(names(card, "\"title\": \"x\", \"before\": {\"step\": 1}", "cards[4].before: without a commitment"));
        QVERIFY(broken("{", "[").starts_with("Line "));
    }

    void theLineOfAFieldIsFound()
    {
        const char *json = "{\n \"a\": [1,\n  {\"b]\": \"}\\\",\",\n   \"c\": 2}],\n \"d\": 3}";
        QCOMPARE(lineOfField(json, "a"), std::optional(2));
        QCOMPARE(lineOfField(json, "a[1].c"), std::optional(4));
        QCOMPARE(lineOfField(json, "a[1].missing"), std::optional(3));
        QCOMPARE(lineOfField(json, "d"), std::optional(5));
        QVERIFY(!lineOfField(json, "missing"));
        QVERIFY(!lineOfField("[", "a"));
    }

    void oneBrokenFileKeepsNoOtherFromBeingRead()
    {
        QTemporaryDir folder;
        for (const char *name : {"lessons", "experiments"})
            QVERIFY(QDir().mkpath(folder.filePath(name)));
        const auto write = [&](const char *name, const std::string &text) {
            QFile file(folder.filePath(QString("lessons/") + name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.c_str(), qint64(text.size()));
        };
        write("01.json", firstLesson());
        write("02.json", "{");
        write("03.json", firstLesson()); // its name is taken
        const ReadLessons read = readLessonFolder(folder.path().toStdString());
        QCOMPARE(read.lessons.size(), std::size_t(1));
        QCOMPARE(read.refused.size(), std::size_t(2));
        QVERIFY(read.refused[0].english().starts_with("02.json: Line "));
        QVERIFY(read.refused[1].english().starts_with("03.json: another file"));
    }

    void measuredNumbersAreShort()
    {
        QCOMPARE(measuredText(0), std::string("0"));
        QCOMPARE(measuredText(0.03124), std::string("0.0312"));
        QCOMPARE(measuredText(-12.74), std::string("−12.7"));
        QCOMPARE(measuredText(4.123e-7), std::string("4.12e−7"));
        QCOMPARE(measuredText(76123.4),
                 std::string("76\u2009"
                             "123"));
        QCOMPARE(measuredText(-1234567),
                 std::string("−1\u2009"
                             "234\u2009"
                             "567"));
        QCOMPARE(measuredText(1e20), std::string("1e20"));
    }
};

QTEST_GUILESS_MAIN(LessonTest)
#include "lesson_test.moc"

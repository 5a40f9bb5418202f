// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_text.h"

#include "core/base/random.h"
#include "core/experiment/example_input.h"
#include "core/experiment/files/experiment_file.h"
#include "core/experiment/files/packed_numbers.h"
#include "some_experiments.h"

#include <QTest>

using namespace gatescope;

namespace {

std::string written(const Experiment &experiment, const KnownNetworks &known = {})
{
    const auto text = writeExperimentText(experiment, known);
    if (!text)
        qFatal("%s", text.error().english().c_str());
    return *text;
}

std::string refusal(const std::string &text, const KnownNetworks &known = {})
{
    const auto read = readExperimentText(text, known);
    return read ? std::string() : read.error().english();
}

/// A bit of a number that no rounding to floats keeps, in about every third tensor.
void makeDoubles(Experiment &experiment, Random &random)
{
    for (ParameterView &view : views(experiment.spec, experiment.parameters))
        if (random.below(3) == 0)
            view.values.array() += 1e-13;
}

/// Anything that fits: every cell, convention, loss, input, pins, a place to look at, a place in the lessons.
Experiment randomExperiment(Random &random)
{
    NetworkSpec spec;
    spec.cell = std::array{CellKind::gru, CellKind::lstm, CellKind::rnn}[std::size_t(random.below(3))];
    spec.inputSize = 1 + random.below(4);
    spec.hiddenSize = 1 + random.below(5);
    spec.layers = 1 + random.below(2);
    spec.bidirectional = random.below(3) == 0;
    spec.bias = random.below(4) != 0;
    if (spec.cell == CellKind::gru) {
        spec.reset = random.below(2) == 0 ? ResetPlacement::after : ResetPlacement::before;
        spec.update = random.below(2) == 0 ? UpdateMeaning::keeps : UpdateMeaning::overwrites;
    }
    spec.headOutputs = random.below(3);
    Experiment experiment = experimentFor(spec, Experiment(), random.next());
    if (random.below(2) == 0)
        makeDoubles(experiment, random);
    experiment.title = "Number " + std::to_string(random.below(1000)) + " — “ü”";
    experiment.input = exampleInput(spec, {1 + random.below(6), 1 + random.below(6)});
    experiment.objective = naturalObjective(spec, experiment.input);
    if (random.below(2) == 0)
        experiment.pins.push_back({.part = Part::state, .value = 0.25});
    experiment.pins = fittingPins(experiment.pins, spec, experiment.input);
    experiment.view.step = random.below(experiment.input.length(0));
    experiment.view.unit = random.below(spec.hiddenSize);
    experiment.view.level = random.below(3);
    if (random.below(2) == 0)
        experiment.lesson = LessonPlace{"order-matters", random.below(9)};
    if (random.below(2) == 0)
        experiment.unknownFields.push_back({"numbers", R"({"of":"another program"})"});
    return experiment;
}

KnownNetwork knownOf(const Experiment &experiment, const std::string &name)
{
    return {name, experiment.spec, experiment.parameters};
}

} // namespace

class ExperimentTextTest : public QObject
{
    Q_OBJECT

private slots:
    void anySmallExperimentComesBackBitForBit();
    void aFreshNetworkTravelsAsItsSeed();
    void aDemoTravelsAsWhatWasChangedInIt();
    void aDemoThatIsNotHereIsNamed();
    void aDemoThatIsAnotherHereIsRefused();
    void aTooLargeExperimentSaysHowLongItWouldBe();
    void aCutTextIsRefusedAtEveryPlace();
    void anAlteredTextIsRefusedAtEveryPlace();
    void aNewerTextAsksForANewerProgram();
    void otherTextsHoldNoExperiment();
    void wordsAroundItAndBrokenLinesDoNoHarm();
    void aTextOfGoodLettersAndWrongContentsIsRefused();
};

void ExperimentTextTest::anySmallExperimentComesBackBitForBit()
{
    Random random(1);
    for (int tried = 0; tried < 200;) {
        const Experiment experiment = randomExperiment(random);
        if (parameterCount(experiment.spec) > 250)
            continue;
        ++tried;
        const std::string text = written(experiment);
        QVERIFY(text.starts_with("gatescope:1:"));
        QVERIFY(text.size() < 4096);
        QVERIFY(QByteArray::fromStdString(text).simplified().size() == qsizetype(text.size()));
        const auto read = readExperimentText(text);
        QVERIFY2(read.ok(), read ? "" : read.error().english().c_str());
        QVERIFY(*read == experiment);
        QCOMPARE(writeExperiment(*read), writeExperiment(experiment)); // −0 and 0 are two numbers
    }
    for (const Experiment &experiment : {letterExperiment(), tokenExperiment(), numberExperiment()})
        QVERIFY(*readExperimentText(written(experiment)) == experiment);
}

void ExperimentTextTest::aFreshNetworkTravelsAsItsSeed()
{
    NetworkSpec spec;
    spec.inputSize = 10;
    spec.hiddenSize = 60; // more than twelve thousand numbers
    Experiment experiment = experimentFor(spec, Experiment(), 7);
    for (const bool ofDoubles : {false, true}) {
        if (ofDoubles)
            experiment.parameters = initialParameters(spec, 99);
        const std::string text = written(experiment);
        QVERIFY(text.size() < 1000);
        QVERIFY(*readExperimentText(text) == experiment);
    }
}

void ExperimentTextTest::aDemoTravelsAsWhatWasChangedInIt()
{
    const auto demo = readExperimentFile(GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope");
    const KnownNetworks known{knownOf(letterExperiment(), "letters"), knownOf(*demo, "hello-world")};
    const std::string untouched = written(*demo, known);
    Experiment changed = *demo;
    changed.parameters.layers.front().W(3, 4) = 0.1;
    changed.view.step = 5;
    const std::string text = written(changed, known);
    QVERIFY(untouched.size() < 600);
    QVERIFY(text.size() < untouched.size() + 60);
    QVERIFY(*readExperimentText(untouched, known) == *demo);
    QVERIFY(*readExperimentText(text, known) == changed);
}

void ExperimentTextTest::aDemoThatIsNotHereIsNamed()
{
    Experiment experiment = letterExperiment();
    experiment.parameters = initialParameters(experiment.spec, 12345);
    const std::string text = written(experiment, {knownOf(experiment, "letters")});
    QVERIFY(refusal(text).find("the demo letters, which this Gatescope does not have") != std::string::npos);
}

void ExperimentTextTest::aDemoThatIsAnotherHereIsRefused()
{
    Experiment experiment = letterExperiment();
    experiment.parameters = initialParameters(experiment.spec, 12345);
    const std::string text = written(experiment, {knownOf(experiment, "letters")});
    Experiment other = experiment;
    other.parameters.layers.front().W(0, 0) += 1e-9;
    QVERIFY(refusal(text, {knownOf(other, "letters")}).find("another in this Gatescope") != std::string::npos);
}

void ExperimentTextTest::aTooLargeExperimentSaysHowLongItWouldBe()
{
    NetworkSpec spec;
    for (const auto &[units, fewest, most] : {std::tuple(40, 15'000, 30'000), std::tuple(600, 5'000'000, 9'000'000)}) {
        spec.hiddenSize = units;
        const auto text = writeExperimentText(experimentFor(spec, Experiment(), 4711));
        QVERIFY(!text.ok());
        const QString says = QString::fromStdString(text.error().english());
        const auto found
            = QRegularExpression("a text of (\\d+) characters, and such texts end at 4095: save it as a file")
                  .match(says);
        QVERIFY2(found.hasMatch(), qPrintable(says));
        QVERIFY2(found.captured(1).toInt() > fewest && found.captured(1).toInt() < most, qPrintable(says));
    }
}

void ExperimentTextTest::aCutTextIsRefusedAtEveryPlace()
{
    const std::string text = written(numberExperiment());
    for (std::size_t length = 0; length < text.size(); ++length) {
        QVERIFY2(!readExperimentText(text.substr(0, length)).ok(), qPrintable(QString::number(length)));
        QVERIFY2(!readExperimentText(text.substr(0, length) + text.substr(length + 1)).ok(),
                 qPrintable(QString::number(length)));
    }
    for (std::size_t begin = 1; begin < text.size(); ++begin)
        QVERIFY(!readExperimentText(text.substr(begin)).ok());
    QVERIFY(refusal(text.substr(0, text.size() - 1)).find("This text is not whole") != std::string::npos);
}

void ExperimentTextTest::anAlteredTextIsRefusedAtEveryPlace()
{
    const std::string text = written(tokenExperiment());
    for (std::size_t place = 0; place < text.size(); ++place)
        for (const char letter : std::string("Aa0-_+/=:\n\0.\xC3", 13)) {
            std::string altered = text;
            altered[place] = letter;
            if (altered != text)
                QVERIFY2(!readExperimentText(altered).ok(), qPrintable(QString::number(place)));
        }
    std::string swapped = text;
    std::swap(swapped[50], swapped[51]);
    QVERIFY(swapped == text || !readExperimentText(swapped).ok());
}

void ExperimentTextTest::aNewerTextAsksForANewerProgram()
{
    std::string text = written(letterExperiment());
    text.replace(text.find(":1:"), 3, ":12:");
    QCOMPARE(refusal(text),
             "This text was written by a newer Gatescope (version 12; this program reads up to 1): update "
             "Gatescope to open it.");
}

void ExperimentTextTest::otherTextsHoldNoExperiment()
{
    for (const std::string text :
         {"", "hello world", "gatescope", "gatescope:", "gatescope: a microscope", "gatescope::"}) {
        QVERIFY(!holdsExperimentText(text));
        QVERIFY(refusal(text).find("one would begin with “gatescope:1:”") != std::string::npos);
    }
}

void ExperimentTextTest::wordsAroundItAndBrokenLinesDoNoHarm()
{
    const Experiment experiment = letterExperiment();
    const std::string text = written(experiment);
    QVERIFY(*readExperimentText("Look at this: " + text + " and tell me why!") == experiment);
    QVERIFY(*readExperimentText("<" + text + ">") == experiment);
    std::string broken = text;
    for (std::size_t place = 76; place < broken.size(); place += 78)
        broken.insert(place, "\r\n");
    QVERIFY(*readExperimentText("  " + broken + "\n") == experiment);
}

/// Whoever makes such a text by hand is told what is wrong, as with a file.
void ExperimentTextTest::aTextOfGoodLettersAndWrongContentsIsRefused()
{
    Experiment experiment = letterExperiment();
    experiment.spec.hiddenSize = 4; // not what the numbers are for
    QVERIFY(!writeExperimentText(experiment).ok());
    PackedNumbers packed = packNumbers(letterExperiment().spec, letterExperiment().parameters, {});
    QVERIFY(unpackNumbers(letterExperiment().spec, packed, {}).ok());
    QVERIFY(!unpackNumbers(experiment.spec, packed, {}).ok());
    packed.bytes.pop_back();
    QVERIFY(!unpackNumbers(letterExperiment().spec, packed, {}).ok());
    packed = packNumbers(letterExperiment().spec, letterExperiment().parameters, {});
    for (const Json &value :
         {Json(nullptr), Json(-1), Json(3), Json(1.5), Json("x"), Json(Json::array()), Json(Json::object())})
        for (const Json &like :
             {value, Json{{"seed", value}}, Json{{"seed", 1}, {"floats", value}}, Json{{"demo", value}}}) {
            packed.how["like"] = like;
            QVERIFY2(!unpackNumbers(letterExperiment().spec, packed, {}).ok(), writeJson(like).c_str());
        }
    packed.how = Json::array();
    QVERIFY(!unpackNumbers(letterExperiment().spec, packed, {}).ok());
}

QTEST_GUILESS_MAIN(ExperimentTextTest)
#include "experiment_text_test.moc"

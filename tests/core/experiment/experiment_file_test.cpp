// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_file.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "some_experiments.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace gatescope;

namespace {

/// The experiment that the text holds; fails the test that asks for it otherwise.
Experiment read(const std::string &text)
{
    const auto experiment = readExperiment(text);
    if (!experiment)
        qFatal("%s", experiment.error().english().c_str());
    return *experiment;
}

/// A network that was made here, so its numbers are floats.
Experiment freshNetwork(CellKind cell, int inputs, int units, int layers)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.inputSize = inputs;
    spec.hiddenSize = units;
    spec.layers = layers;
    return experimentFor(spec, Experiment(), 1);
}

/// As if it was computed in double: no number is a float any more.
Experiment nudged(Experiment experiment)
{
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.W.array() += 1e-12;
        layer.U.array() += 1e-12;
    }
    return experiment;
}

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

class ExperimentFileTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingComesBackBitForBit();
    void optionsComeBackWithTheirNumbers();
    void savingAgainGivesTheSameBytes();
    void formatIsAsDocumented();
    void numbersAreLittleEndianDoubles();
    void pinsComeBack();
    void fieldsOfOtherProgramsAreKept();
    void absentObjectiveIsTheNaturalOne();
    void absentTitleAndViewAreEmpty();
    void demonstrationsOpenAndRun_data();
    void demonstrationsOpenAndRun();
    void demonstrationsSurviveSaving_data() { demonstrationsOpenAndRun_data(); }
    void demonstrationsSurviveSaving();
    void filesAreWrittenAndRead();
    void unsoundExperimentIsNotWritten();
    void largeNetworkOfFloatsStaysSmallAndExact();
    void networkOfDoublesIsNotRounded();
    void networkTooLargeToOpenAgainIsNotWritten();
    void millionsOfTokensReadBack();
    void smallerFloatTypesAreRead();
};

void ExperimentFileTest::everythingComesBackBitForBit()
{
    for (const Experiment &experiment : {letterExperiment(), tokenExperiment(), numberExperiment()})
        QVERIFY(read(writeExperiment(experiment)) == experiment);
}

void ExperimentFileTest::optionsComeBackWithTheirNumbers()
{
    const auto comesBack = [](void (*apply)(NetworkSpec &)) {
        NetworkSpec spec = letterExperiment().spec;
        apply(spec);
        const Experiment experiment = experimentFor(spec, letterExperiment(), 5);
        return check(experiment).ok() && read(writeExperiment(experiment)) == experiment;
    };
    QVERIFY(comesBack([](NetworkSpec &spec) { spec.layerNorm = true; }));
    QVERIFY(comesBack([](NetworkSpec &spec) { spec.headReads = HeadReads::attention; }));
    QVERIFY(comesBack([](NetworkSpec &spec) { spec.decoder = true; }));
    QVERIFY(comesBack([](NetworkSpec &spec) { spec.gateActivation = GateActivation::hardSigmoidKeras2; }));
    QVERIFY(comesBack([](NetworkSpec &spec) { spec.stateActivation = StateActivation::relu; }));
}

void ExperimentFileTest::savingAgainGivesTheSameBytes()
{
    for (const Experiment &experiment : {letterExperiment(), tokenExperiment(), numberExperiment()}) {
        const std::string first = writeExperiment(experiment);
        QCOMPARE(writeExperiment(read(first)), first);
    }
}

void ExperimentFileTest::formatIsAsDocumented()
{
    const Json letters = parseJson(writeExperiment(letterExperiment())).value();
    QVERIFY(letters["format"] == "gatescope-experiment");
    QVERIFY(letters["version"] == 1);
    QVERIFY(letters["spec"]["hidden_size"] == 3);
    QVERIFY(letters["spec"]["head_outputs"] == 7);
    QVERIFY(letters["parameters"]["weight_hh_l0"]["dtype"] == "F64");
    QVERIFY(letters["parameters"]["weight_hh_l0"]["shape"] == Json::parse("[9, 3]"));
    QVERIFY(letters["parameters"]["head.bias"]["shape"] == Json::parse("[7]"));
    QVERIFY(letters["input"] == Json::parse(R"({"kind": "characters", "alphabet": ["h", "e", "l", "o", "w", " ", "ü"],
                                               "texts": ["hello", "wow"]})"));
    QVERIFY(letters["objective"] == Json::parse(R"({"loss": "cross_entropy", "watched": "every",
                                                   "classes": [[1, 2, 2, 3, -1], [3, 4, -1]]})"));
    QVERIFY(letters["view"] == Json::parse(R"({"sequence": 1, "step": 2, "part": "candidate", "layer": 0,
                                              "direction": "forward", "unit": 2, "backward_pass": true,
                                              "level": 1})"));

    const Json tokens = parseJson(writeExperiment(tokenExperiment())).value();
    QVERIFY(tokens["input"]["sequences"] == Json::parse("[[3, 1, 5], [0]]"));
    QVERIFY(tokens["input"]["h0"]["shape"] == Json::parse("[1, 2, 2]"));
    QVERIFY(tokens["objective"] == Json::parse(R"({"loss": "output_sum", "watched": {"step": 1}})"));
    QVERIFY(tokens["parameters"].contains("embedding.weight"));

    const Json numbers = parseJson(writeExperiment(numberExperiment())).value();
    QVERIFY(numbers["input"]["x"]["shape"] == Json::parse("[2, 4, 2]"));
    QVERIFY(numbers["input"]["lengths"] == Json::parse("[4, 2]"));
    QVERIFY(numbers["input"]["features"] == Json::parse(R"(["sun", "rain"])"));
    QVERIFY(numbers["objective"]["values"]["shape"] == Json::parse("[2, 4, 1]"));
}

void ExperimentFileTest::numbersAreLittleEndianDoubles()
{
    Experiment experiment = tokenExperiment();
    experiment.parameters.layers[0].U.setZero();
    experiment.parameters.layers[0].U(0, 0) = 1;
    const Json json = parseJson(writeExperiment(experiment)).value();
    // 1.0 is 3FF0000000000000
    QVERIFY(json["parameters"]["weight_hh_l0"]["data"].get<std::string>().starts_with("AAAAAAAA8D8AAAAAAAAAAA"));
}

void ExperimentFileTest::pinsComeBack()
{
    Experiment experiment = numberExperiment();
    QVERIFY(!parseJson(writeExperiment(experiment))->contains("pins"));
    experiment.pins = {{1, Direction::backward, Part::candidate, 2, 0, 1, 1, -1.0 / 3},
                       {0, Direction::forward, Part::update, 0, 1, 3, {}, 1}};
    const std::string written = writeExperiment(experiment);
    QVERIFY(read(written) == experiment);
    QVERIFY(read(written).unknownFields.empty());
    QVERIFY(
        parseJson(written).value()["pins"][1]
        == Json::parse(
            R"({"layer": 0, "direction": "forward", "part": "update", "unit": 0, "from": 1, "to": 3, "value": 1.0})"));

    const auto batch = batchOf(read(written));
    QVERIFY(batch && batch->pins == experiment.pins);
    const auto trace
        = ReferenceBackend().run(experiment.spec, experiment.parameters, std::make_shared<const Batch>(*batch)).value();
    QCOMPARE(trace->at(1, Direction::backward)[Part::candidate](1, 1, 2), -1.0 / 3);
    QCOMPARE(trace->at(0, Direction::forward)[Part::update](3, 0, 0), 1.0);
}

void ExperimentFileTest::fieldsOfOtherProgramsAreKept()
{
    Json json = parseJson(writeExperiment(letterExperiment())).value();
    json["training"] = Json::parse(R"({"learning_rate": 0.1, "log": [1, null, "x"]})");
    json["author"] = "A teacher";
    const Experiment experiment = read(writeJson(json));
    QVERIFY(std::ranges::count(experiment.unknownFields, UnknownField{"author", R"("A teacher")"}) == 1);
    const Json again = parseJson(writeExperiment(experiment)).value();
    QVERIFY(again["training"] == json["training"]);
    QVERIFY(again["author"] == json["author"]);
    QVERIFY(again == json);
}

void ExperimentFileTest::absentObjectiveIsTheNaturalOne()
{
    Json json = parseJson(writeExperiment(letterExperiment())).value();
    json.erase("objective");
    QVERIFY(read(writeJson(json)).objective == letterExperiment().objective);
    json = parseJson(writeExperiment(numberExperiment())).value();
    json.erase("objective");
    QVERIFY(read(writeJson(json)).objective == Objective());
}

void ExperimentFileTest::absentTitleAndViewAreEmpty()
{
    Json json = parseJson(writeExperiment(letterExperiment())).value();
    json.erase("title");
    json.erase("description");
    json.erase("view");
    const Experiment experiment = read(writeJson(json));
    QVERIFY(experiment.title.empty());
    QVERIFY(experiment.view == ExperimentView());
}

void ExperimentFileTest::demonstrationsOpenAndRun_data()
{
    QTest::addColumn<QString>("path");
    for (const char *name : {"hello-world", "latch", "sample", "bidirectional", "forecast", "attention"})
        QTest::newRow(name) << QString(GATESCOPE_SOURCE_DIR "/resources/experiments/%1.gatescope").arg(name);
}

void ExperimentFileTest::demonstrationsOpenAndRun()
{
    QFETCH(QString, path);
    const auto experiment = readExperimentFile(path.toStdString());
    QVERIFY2(experiment.ok(), experiment ? "" : experiment.error().english().c_str());
    QVERIFY(check(*experiment));
    QVERIFY(!experiment->title.empty());
    auto batch = toBatch(experiment->input, experiment->spec, experiment->parameters);
    QVERIFY(batch);
    const auto made = evaluate(ReferenceBackend(), experiment->spec, experiment->parameters,
                               std::make_shared<const Batch>(std::move(*batch)), experiment->objective);
    QVERIFY2(made.ok(), made ? "" : made.error().english().c_str());
}

void ExperimentFileTest::demonstrationsSurviveSaving()
{
    QFETCH(QString, path);
    const Experiment experiment = readExperimentFile(path.toStdString()).value();
    QVERIFY(read(writeExperiment(experiment)) == experiment);
}

void ExperimentFileTest::filesAreWrittenAndRead()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.gatescope").toStdString();
    QVERIFY(writeExperimentFile(path, letterExperiment()));
    QVERIFY(readExperimentFile(path).value() == letterExperiment());
    QVERIFY(!writeExperimentFile(folder.filePath("none/a.gatescope").toStdString(), letterExperiment()));
    const auto missing = readExperimentFile(folder.filePath("none.gatescope").toStdString());
    QVERIFY(missing.error().english().find("none.gatescope") != std::string::npos);

    QVERIFY(writeFileAtomically(path, "{"));
    const std::string sentence = readExperimentFile(path).error().english();
    QVERIFY(sentence.starts_with(path));
    QVERIFY(sentence.find("Line 1") != std::string::npos);
}

void ExperimentFileTest::unsoundExperimentIsNotWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("a.gatescope");
    Experiment experiment = letterExperiment();
    std::get<CharacterInput>(experiment.input.source).texts[0].clear();
    QVERIFY(!writeExperimentFile(path.toStdString(), experiment));
    QVERIFY(!QFile::exists(path));
}

void ExperimentFileTest::largeNetworkOfFloatsStaysSmallAndExact()
{
    const Experiment experiment = freshNetwork(CellKind::gru, 1024, 1024, 2);
    const double begun = processorSeconds();
    const std::string text = writeExperiment(experiment);
    const double written = processorSeconds();
    const Experiment again = read(text);
    const double opened = processorSeconds();
    qInfo("%zu bytes, written in %.1f s, read in %.1f s", text.size(), written - begun, opened - written);
    QVERIFY(text.size() < 100'000'000);
    QVERIFY(again.parameters == experiment.parameters);
    QVERIFY(written - begun < 10);
    QVERIFY(opened - written < 10);
}

void ExperimentFileTest::networkOfDoublesIsNotRounded()
{
    const Experiment floats = freshNetwork(CellKind::gru, 8, 256, 1);
    const Experiment doubles = nudged(floats);
    const auto dtype = [](const Experiment &experiment, const char *name) {
        return parseJson(writeExperiment(experiment)).value()["parameters"][name]["dtype"].get<std::string>();
    };
    QCOMPARE(dtype(floats, "weight_hh_l0"), "F32");
    QCOMPARE(dtype(floats, "bias_hh_l0"), "F64"); // small: always double
    QCOMPARE(dtype(doubles, "weight_hh_l0"), "F64");
    QVERIFY(read(writeExperiment(floats)) == floats);
    QVERIFY(read(writeExperiment(doubles)) == doubles);
    QCOMPARE(writeExperiment(read(writeExperiment(floats))), writeExperiment(floats));
}

void ExperimentFileTest::networkTooLargeToOpenAgainIsNotWritten()
{
    const Experiment experiment = nudged(freshNetwork(CellKind::rnn, 2560, 2560, 2));
    QTemporaryDir folder;
    const QString path = folder.filePath("a.gatescope");
    const auto written = writeExperimentFile(path.toStdString(), experiment);
    QVERIFY(!written);
    QCOMPARE(written.error().english(),
             "The experiment would take 279 MB, and experiments of up to 268 MB can be opened: "
             "export the network as safetensors instead.");
    QVERIFY(!QFile::exists(path));
}

void ExperimentFileTest::millionsOfTokensReadBack()
{
    Experiment experiment = tokenExperiment();
    experiment.input.h0.clear();
    experiment.input.c0.clear();
    experiment.input.source = TokenInput{{std::vector<int>(4'500'000, 3)}};
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "long.gatescope";
    QVERIFY(writeExperimentFile(path, experiment));
    const auto read = readExperimentFile(path);
    QVERIFY2(read.ok(), read ? "" : read.error().english().c_str());
    QVERIFY(read->input == experiment.input);
}

void ExperimentFileTest::smallerFloatTypesAreRead()
{
    Json json = parseJson(writeExperiment(letterExperiment())).value();
    json["parameters"]["bias_hh_l0"]
        = Json::parse(R"({"dtype": "F32", "shape": [9], "data": "AACAPwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADA"})");
    const Vector bias = read(writeJson(json)).parameters.layers[0].bRec;
    QCOMPARE(bias[0], 1.0);
    QCOMPARE(bias[8], -2.0);
}

QTEST_GUILESS_MAIN(ExperimentFileTest)
#include "experiment_file_test.moc"

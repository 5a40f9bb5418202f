// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_file.h"

#include "core/base/file.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "some_experiments.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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

/// Two layers of 1,024 units, all numbers floats or not.
Experiment largeExperiment(bool floats)
{
    NetworkSpec spec;
    spec.inputSize = 1024;
    spec.hiddenSize = 1024;
    spec.layers = 2;
    Experiment experiment = experimentFor(spec, Experiment(), 1);
    if (!floats)
        for (LayerParameters &layer : experiment.parameters.layers) {
            layer.W.array() += 1e-12;
            layer.U.array() += 1e-12;
        }
    return experiment;
}

} // namespace

class ExperimentFileTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingComesBackBitForBit();
    void savingAgainGivesTheSameBytes();
    void formatIsAsDocumented();
    void numbersAreLittleEndianDoubles();
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
    void largeNetworkOfDoublesIsNotRounded();
    void networkTooLargeToOpenAgainIsNotWritten();
    void smallerFloatTypesAreRead();
};

void ExperimentFileTest::everythingComesBackBitForBit()
{
    for (const Experiment &experiment : {letterExperiment(), tokenExperiment(), numberExperiment()})
        QVERIFY(read(writeExperiment(experiment)) == experiment);
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
                                              "direction": "forward", "unit": 2, "backward_pass": true})"));

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

void ExperimentFileTest::fieldsOfOtherProgramsAreKept()
{
    Json json = parseJson(writeExperiment(letterExperiment())).value();
    json["training"] = Json::parse(R"({"learning_rate": 0.1, "log": [1, null, "x"]})");
    json["author"] = "A teacher";
    const Experiment experiment = read(writeJson(json));
    QVERIFY(experiment.unknownFields["author"] == "A teacher");
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
    for (const char *name : {"hello-world", "latch", "sample", "bidirectional"})
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
    const Experiment experiment = largeExperiment(true);
    QElapsedTimer clock;
    clock.start();
    const std::string text = writeExperiment(experiment);
    const auto written = clock.restart();
    const Experiment again = read(text);
    const auto opened = clock.elapsed();
    qInfo("%zu bytes, written in %lld ms, read in %lld ms", text.size(), static_cast<long long>(written),
          static_cast<long long>(opened));
    QVERIFY(text.size() < 100'000'000);
    QVERIFY(again.parameters == experiment.parameters);
    QCOMPARE(writeExperiment(again), text);
    QVERIFY(written < 20'000);
    QVERIFY(opened < 20'000);
}

void ExperimentFileTest::largeNetworkOfDoublesIsNotRounded()
{
    const Experiment experiment = largeExperiment(false);
    const std::string text = writeExperiment(experiment);
    QVERIFY(text.size() <= experimentSizeLimit);
    QVERIFY(read(text).parameters == experiment.parameters);
}

void ExperimentFileTest::networkTooLargeToOpenAgainIsNotWritten()
{
    NetworkSpec spec;
    spec.inputSize = 3000;
    spec.hiddenSize = 3000;
    spec.cell = CellKind::rnn;
    spec.layers = 2;
    Experiment experiment = experimentFor(spec, Experiment(), 1);
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.W.array() += 1e-12;
        layer.U.array() += 1e-12;
    }
    QTemporaryDir folder;
    const QString path = folder.filePath("a.gatescope");
    const auto written = writeExperimentFile(path.toStdString(), experiment);
    QVERIFY(!written);
    QVERIFY(written.error().english().find("export the network as safetensors") != std::string::npos);
    QVERIFY(!QFile::exists(path));
}

void ExperimentFileTest::smallerFloatTypesAreRead()
{
    Json json = parseJson(writeExperiment(letterExperiment())).value();
    json["parameters"]["bias_hh_l0"] = Json::parse(R"({"dtype": "F32", "shape": [9], "data": "AACAPwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADA"})");
    const Vector bias = read(writeJson(json)).parameters.layers[0].bRec;
    QCOMPARE(bias[0], 1.0);
    QCOMPARE(bias[8], -2.0);
}

QTEST_GUILESS_MAIN(ExperimentFileTest)
#include "experiment_file_test.moc"

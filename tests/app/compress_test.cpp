// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "core/base/json.h"
#include "core/experiment/files/open_file.h"
#include "core/model/pruning.h"
#include "core/model/storage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

const QString golden = QStringLiteral(GATESCOPE_SOURCE_DIR "/tests/golden/safetensors/");

/// What `compress --json` says.
Json compressed(const QStringList &arguments)
{
    const ProgramOutcome outcome = runProgram(QStringList{"compress", "--json"} + arguments);
    const auto json = parseJson(outcome.out.toStdString());
    if (outcome.code != 0 || !json)
        qFatal("%s%s", outcome.out.constData(), outcome.err.constData());
    return *json;
}

Experiment opened(const QString &file)
{
    auto experiment = openNetwork(file.toStdString());
    if (!experiment)
        qFatal("%s", experiment.error().english().c_str());
    return std::move(*experiment);
}

} // namespace

/// `compress`, and `train --model` that goes on from what it saved.
class CompressTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void eightBitsAreAboutAQuarter();
    void aTableTellsPeople();
    void zerosAreCountedAndSaveNothingDense();
    void theInputMayBeGiven();
    void theSeedChoosesTheSequences();
    void everyDemoCanBeCompressed();
    void anExperimentIsSavedWithTheWeightsThatAreLeft();
    void aModelFileKeepsItsNames();
    void wrongCommandLinesAreTwo_data();
    void wrongCommandLinesAreTwo();
    void otherFailuresHaveTheirCodes();
    void fineTuningKeepsTheZeros();
    void withoutKeepZerosTheyAreLearned();
    void aResumedFineTuningKeepsThemToo();
    void aNetworkThatDoesNotFitTheTaskIsRefused();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList fineTuning(const QStringList &besides) const
    {
        return QStringList{
                   "train", "--task", "adding", "--length", "8", "--updates", "60", "--model", path("half.gatescope")}
        + besides;
    }

    QTemporaryDir m_folder;
};

void CompressTest::initTestCase()
{
    const ProgramOutcome trained = runProgram({"train", "--task", "adding", "--length", "8", "--updates", "100",
                                               "--hidden", "12", "--save", path("whole.gatescope")});
    QVERIFY2(trained.code == 0, trained.err.constData());
    compressed({"--model", path("whole.gatescope"), "--prune", "0.5", "--save", path("half.gatescope")});
}

void CompressTest::eightBitsAreAboutAQuarter()
{
    const NetworkSpec spec = opened(path("whole.gatescope")).spec;
    for (const QString per : {"tensor", "row"}) {
        const Json json = compressed({"--model", path("whole.gatescope"), "--quantise", "int8", "--per", per});
        QVERIFY(json["method"] == "quantise");
        QVERIFY(json["per"] == per.toStdString());
        QCOMPARE(json["bytes"]["float32"].get<std::int64_t>(), 4 * parameterCount(spec));
        const std::int64_t weights = 36 * 2 + 36 * 12 + 12, scales = per == "row" ? 36 + 36 + 1 : 3;
        QCOMPARE(json["bytes"]["int8"].get<std::int64_t>(),
                 weights + 4 * scales + 4 * (parameterCount(spec) - weights));
        QVERIFY(json["output_error"] > 0.0 && json["output_error"] < 0.05);
        QVERIFY(json["loss"]["before"] > 0.0 && json["loss"]["after"] > 0.0);
    }
}

void CompressTest::aTableTellsPeople()
{
    const ProgramOutcome outcome = runProgram({"compress", "--model", path("whole.gatescope"), "--quantise", "int8"});
    QCOMPARE(outcome.code, 0);
    for (const char *words :
         {"GRU 2 → 12", "float32", "bytes", "times smaller", "output error", "random sequences", "loss"})
        QVERIFY2(outcome.out.contains(words), outcome.out.constData());
    QVERIFY(outcome.err.isEmpty());
}

void CompressTest::zerosAreCountedAndSaveNothingDense()
{
    const QStringList prune{"--model", path("whole.gatescope"), "--prune"};
    const Json half = compressed(prune + QStringList{"0.5"}),
               most = compressed(prune + QStringList{"0.9", "--per", "tensor"});
    QCOMPARE(half["zeros"].get<int>() * 2, half["weights"].get<int>());
    QVERIFY(half["bytes"]["dense"] == half["bytes"]["float32"]);
    QVERIFY(most["bytes"]["dense"] == half["bytes"]["float32"]);
    QVERIFY(most["bytes"]["sparse"] < half["bytes"]["sparse"]);
    QVERIFY(most["output_error"] > half["output_error"]);
    QVERIFY(most["per"] == "tensor");
    const Json none = compressed(prune + QStringList{"0"});
    QVERIFY(none["output_error"] == 0.0);
    QVERIFY(none["loss"]["before"] == none["loss"]["after"]);
}

void CompressTest::theInputMayBeGiven()
{
    const Json json = compressed(
        {"--model", golden + "gru_f64.safetensors", "--prune", "0.5", "--input", golden + "gru_f64.input.json"});
    QVERIFY(json["over"] == (golden + "gru_f64.input.json").toStdString());
    QVERIFY(json["output_error"] > 0.01);
    QVERIFY(!json.contains("loss")); // a model file has no targets
}

void CompressTest::theSeedChoosesTheSequences()
{
    const auto errorWith = [&](const QString &seed) {
        return compressed({"--model", path("whole.gatescope"), "--prune", "0.5", "--seed", seed})["output_error"];
    };
    QVERIFY(errorWith("3") == errorWith("3"));
    QVERIFY(errorWith("3") != errorWith("4"));
}

void CompressTest::everyDemoCanBeCompressed()
{
    const QDir demos(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/experiments"));
    const QStringList files = demos.entryList({"*.gatescope"});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files) {
        const Json json = compressed({"--model", demos.filePath(file), "--quantise", "int8"});
        QVERIFY2(json["output_error"] > 0.0 && json["output_error"] < 0.1,
                 qPrintable(file + ": " + QString::fromStdString(json.dump())));
    }
}

void CompressTest::anExperimentIsSavedWithTheWeightsThatAreLeft()
{
    const Experiment whole = opened(path("whole.gatescope")), half = opened(path("half.gatescope"));
    QVERIFY(half.parameters == pruned(whole.spec, whole.parameters, 0.5, PruningScope::network)->parameters);
    QVERIFY(half.input == whole.input && half.objective == whole.objective && half.title == whole.title);
}

void CompressTest::aModelFileKeepsItsNames()
{
    compressed({"--model", golden + "gru_f16.safetensors", "--quantise", "int8", "--save", path("small.safetensors")});
    const auto before = readModelFile((golden + "gru_f16.safetensors").toStdString());
    const auto after = readModelFile(path("small.safetensors").toStdString());
    QVERIFY(before.ok() && after.ok());
    QCOMPARE(after->modules.at(0).prefix, before->modules.at(0).prefix);
    QVERIFY(after->modules.at(0).spec == before->modules.at(0).spec);
    QCOMPARE(after->modules.at(0).dtype, std::string("F32"));
    const Experiment read = opened(path("small.safetensors"));
    QVERIFY(read.parameters != opened(golden + "gru_f16.safetensors").parameters);
}

void CompressTest::wrongCommandLinesAreTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    const QStringList compress{"compress", "--model", path("whole.gatescope")};
    QTest::newRow("nothing to do") << compress << QByteArray("--prune");
    QTest::newRow("both") << compress + QStringList{"--prune", "0.5", "--quantise", "int8"} << QByteArray("--prune");
    QTest::newRow("more than all") << compress + QStringList{"--prune", "1.5"} << QByteArray("1.5");
    QTest::newRow("other type") << compress + QStringList{"--quantise", "int3"} << QByteArray("int3");
    QTest::newRow("rows pruned") << compress + QStringList{"--prune", "0.5", "--per", "row"} << QByteArray("row");
    QTest::newRow("one scale for all") << compress + QStringList{"--quantise", "int8", "--per", "network"}
                                       << QByteArray("network");
    QTest::newRow("unknown ending") << compress + QStringList{"--prune", "0.5", "--save", path("out.zip")}
                                    << QByteArray(".safetensors");
    QTest::newRow("zeros of nothing") << QStringList{"train", "--task", "adding", "--keep-zeros"}
                                      << QByteArray("--model");
    QTest::newRow("sizes of a given network") << fineTuning({"--hidden", "4"}) << QByteArray("--hidden");
    QTest::newRow("resume and model") << QStringList{"train", "--resume", path("whole.gatescope"), "--model",
                                                     path("whole.gatescope")}
                                      << QByteArray("--model");
}

void CompressTest::wrongCommandLinesAreTwo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    const ProgramOutcome outcome = runProgram(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY2(outcome.err.contains(names), outcome.err.constData());
    QVERIFY(!QFile::exists(path("out.zip")));
}

void CompressTest::otherFailuresHaveTheirCodes()
{
    const QStringList half{"--prune", "0.5"};
    const QStringList model{"--model", path("whole.gatescope")};
    QCOMPARE(runProgram(QStringList{"compress", "--model", path("none.gatescope")} + half).code, 3);
    const ProgramOutcome input
        = runProgram(QStringList{"compress", "--input", golden + "gru_f64.input.json"} + model + half);
    QCOMPARE(input.code, 3);
    QVERIFY2(input.err.contains("gru_f64.input.json") && input.errorLines() == 1, input.err.constData());
    QCOMPARE(runProgram(QStringList{"compress", "--backend", "abacus"} + model + half).code, 4);
    QCOMPARE(runProgram(QStringList{"compress", "--save", path("none/out.gatescope")} + model + half).code, 5);
}

void CompressTest::fineTuningKeepsTheZeros()
{
    const ProgramOutcome outcome = runProgram(fineTuning({"--keep-zeros", "--save", path("tuned.gatescope")}));
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), outcome.err.constData());
    const Experiment half = opened(path("half.gatescope")), tuned = opened(path("tuned.gatescope"));
    QVERIFY(tuned.parameters != half.parameters);
    QVERIFY(maskOfZeros(tuned.spec, tuned.parameters) == maskOfZeros(half.spec, half.parameters));
}

void CompressTest::withoutKeepZerosTheyAreLearned()
{
    QCOMPARE(runProgram(fineTuning({"--save", path("dense.gatescope")})).code, 0);
    const Experiment dense = opened(path("dense.gatescope"));
    QCOMPARE(countWeights(dense.spec, dense.parameters).zeros, std::int64_t(0));
    const ProgramOutcome nothing = runProgram(
        {"train", "--task", "adding", "--updates", "1", "--model", path("dense.gatescope"), "--keep-zeros"});
    QCOMPARE(nothing.code, 0);
    QVERIFY2(nothing.err.contains("no weight"), nothing.err.constData());
}

void CompressTest::aResumedFineTuningKeepsThemToo()
{
    QCOMPARE(runProgram(fineTuning({"--keep-zeros", "--checkpoint", path("stopped")})).code, 0);
    QCOMPARE(
        runProgram({"train", "--resume", path("stopped"), "--updates", "90", "--save", path("resumed.gatescope")}).code,
        0);
    const Experiment half = opened(path("half.gatescope")), resumed = opened(path("resumed.gatescope"));
    QVERIFY(maskOfZeros(resumed.spec, resumed.parameters) == maskOfZeros(half.spec, half.parameters));
}

void CompressTest::aNetworkThatDoesNotFitTheTaskIsRefused()
{
    const ProgramOutcome outcome
        = runProgram({"train", "--task", "copy", "--model", path("half.gatescope"), "--save", path("no.gatescope")});
    QCOMPARE(outcome.code, 3);
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY2(outcome.err.contains("half.gatescope") && outcome.err.contains("numbers at each step"),
             outcome.err.constData());
    QVERIFY(!QFile::exists(path("no.gatescope")));
    QCOMPARE(runProgram({"train", "--task", "adding", "--model", path("none.gatescope")}).code, 3);
}

QTEST_GUILESS_MAIN(CompressTest)
#include "compress_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "core/base/json.h"
#include "core/base/program_files.h"
#include "core/base/random.h"
#include "core/io/model_file.h"
#include "core/io/safetensors.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/questions/question_json.h"
#include "core/learning/quiz/quiz.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void helpAndVersionNeedNoDisplay_data();
    void helpAndVersionNeedNoDisplay();
    void listsNameFirst();
    void listsAsJson_data();
    void listsAsJson();
    void theSameSeedGivesTheSameQuiz();
    void checkSaysWhatAFileIs_data();
    void checkSaysWhatAFileIs();
    void traceReadsNumbersAsTheWindowDoes_data();
    void traceReadsNumbersAsTheWindowDoes();
    void traceHoldsPinnedValues();
    void traceSaysWhichPinCannotBe();
    void traceOfAFileOfKerasKnowsItsConvention();
    void traceReadsRowsOfAnEmbedding();
    void exportedNetworkComputesTheSame();
    void anExportKeepsNamesAndTypes_data();
    void anExportKeepsNamesAndTypes();
    void anExportSaysWhatItChanged();
    void anRnnsReluIsSaidWhereNoTensorTellsIt();
    void namesInAFileCommandNoTerminal();
    void anExperimentTravelsAsText();
    void qtsOwnOptionsPassThrough();
    void aFileMayBeNamedLikeAnOption();
    void aClosedPipeIsNoCrash();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its files.");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

namespace {
const QString golden = QStringLiteral(GATESCOPE_SOURCE_DIR "/tests/golden/safetensors/");

std::string contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The test cannot read its files.");
    return file.readAll().toStdString();
}

} // namespace

void CommandLineTest::helpAndVersionNeedNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("help") << QStringList{"--help"} << QByteArray("render");
    QTest::newRow("h") << QStringList{"-h"} << QByteArray("trace");
    QTest::newRow("version") << QStringList{"--version"} << QByteArray("gatescope 0.");
    QTest::newRow("help of a verb") << QStringList{"trace", "--help"} << QByteArray("--layer-prefix");
    QTest::newRow("help of bench ui") << QStringList{"bench", "ui", "--help"} << QByteArray("--hidden");
    QTest::newRow("help beside Qt's options") << QStringList{"-platform", "xcb", "--help"} << QByteArray("render");
}

void CommandLineTest::helpAndVersionNeedNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const ProgramOutcome outcome = runProgram(arguments);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(says), outcome.out.constData());
    QVERIFY(outcome.err.isEmpty());
}

void CommandLineTest::listsNameFirst()
{
    const ProgramOutcome demos = runProgram({"list", "demos"});
    QCOMPARE(demos.code, 0);
    QVERIFY2(demos.out.startsWith("hello-world "), demos.out.constData());
    const ProgramOutcome backends = runProgram({"list", "backends"});
    QCOMPARE(backends.code, 0);
    QVERIFY(backends.out.startsWith("reference "));
    QVERIFY2(backends.out.contains("\ncuda "), backends.out.constData()); // with a device, or why not
}

void CommandLineTest::listsAsJson_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"demos", "tasks", "lessons", "backends", "topics"})
        QTest::newRow(what) << what;
}

void CommandLineTest::listsAsJson()
{
    QFETCH(QString, what);
    const ProgramOutcome lines = runProgram({"list", what});
    const ProgramOutcome outcome = runProgram({"list", what, "--json"});
    QCOMPARE(outcome.code, 0);
    const auto json = parseJson(outcome.out.toStdString());
    QVERIFY(json.ok() && json->is_array());
    QCOMPARE(int(json->size()), int(lines.out.count('\n')));
    QCOMPARE(lines.err.contains("There are no"), json->empty()); // nothing is said to be nothing
    for (const Json &entry : *json)
        QVERIFY(entry.contains("name") && entry.contains("description"));
}

void CommandLineTest::theSameSeedGivesTheSameQuiz()
{
    const QStringList quiz{"quiz", "--topic", "update-gate", "--level", "easy", "--count", "8", "--json", "--seed"};
    const ProgramOutcome outcome = runProgram(quiz + QStringList{"7"});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
    QCOMPARE(runProgram(quiz + QStringList{"7"}).out, outcome.out);
    QVERIFY(runProgram(quiz + QStringList{"8"}).out != outcome.out);
    const auto json = parseJson(outcome.out.toStdString());
    QVERIFY(json.ok() && json->size() == 8);
    for (const Json &question : *json) {
        for (const char *field : {"id", "lesson", "kind", "text", "answer", "hint", "solution", "misconceptions"})
            QVERIFY2(question.contains(field), field);
        QVERIFY(question["topic"] == "update-gate" && question["level"] == "easy");
    }
    QCOMPARE(runProgram({"quiz", "--level", "cruel"}).code, 2);

    // The questions are those that the window draws.
    Json drawn = Json::array();
    QuizChoice choice;
    choice.topic = "update-gate";
    choice.level = Level::easy;
    choice.seed = 7;
    choice.count = 8;
    for (const Question &question :
         drawQuiz(readQuestionFolder(resourceFolder(), readLessonFolder(resourceFolder()).lessons).questions, choice,
                  Progress()))
        drawn.push_back(toJson(question));
    QVERIFY(*json == drawn);
}

void CommandLineTest::checkSaysWhatAFileIs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("experiment") << GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope"
                                << QStringList{"experiment", "GRU 27 → 8", "1131 (888 recurrent, 243 head)", "PyTorch",
                                               "cross entropy"};
    QTest::newRow("classifier") << golden + "classifier.safetensors"
                                << QStringList{"gru.", "GRU 4 → 3, 2 layers, both directions", "embedding", "head"};
    QTest::newRow("two modules") << golden + "two_modules.safetensors" << QStringList{"encoder.gru.", "decoder.gru."};
    QTest::newRow("F16") << golden + "gru_f16.safetensors" << QStringList{"F16", "assumed PyTorch's"};
    QTest::newRow("counter") << golden + "with_counter.safetensors" << QStringList{"not used"};
    QTest::newRow("LSTM") << golden + "lstm.safetensors" << QStringList{"LSTM"};
    const QString keras = GATESCOPE_SOURCE_DIR "/tests/golden/keras_files/";
    QTest::newRow("Keras") << keras + "stacked_gru.keras" << QStringList{"gru.",
                                                                         "GRU 4 → 3, 2 layers",
                                                                         "convention: PyTorch's",
                                                                         "wörter., 7 rows",
                                                                         "dense., 3 → 2",
                                                                         "note: dense ends in softmax"};
    QTest::newRow("HDF5") << keras + "both_ends.keras"
                          << QStringList{"both directions", "not used: dense_4.weight F32",
                                         "note: dense_4 is left out"};

    Json held = parseJson(contentsOf(GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope")).value();
    held["pins"] = Json::parse(R"([{"part": "update", "unit": 2, "value": 1}])");
    QTest::newRow("held values") << write("held.gatescope", QByteArray::fromStdString(writeJson(held)))
                                 << QStringList{"held: 1 pin"};

    QTest::newRow("numbers") << write("wind.csv", "speed;gust\n1,5;2\n3;4\n5;6\n")
                             << QStringList{"numbers", "features: 2: speed, gust", "up to 3"};
    QTest::newRow("text") << write("poem.txt", "so much depends\nupon\n") << QStringList{"text: 21 characters"};
}

void CommandLineTest::checkSaysWhatAFileIs()
{
    QFETCH(QString, file);
    QFETCH(QStringList, says);
    const ProgramOutcome outcome = runProgram({"check", file});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    for (const QString &words : says)
        QVERIFY2(QString::fromUtf8(outcome.out).contains(words), outcome.out.constData());
}

void CommandLineTest::traceReadsNumbersAsTheWindowDoes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QByteArray npy("\x93NUMPY\x01\x00\x46\x00", 10);
    npy += QByteArray("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2, 3), }").leftJustified(69) + "\n";
    for (const double value : {0.5, -1.0, 2.0, 0.25, 3.0, 4.0})
        npy += QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
    QTest::newRow("CSV") << "x.csv" << QByteArray("a,b,c\n0.5,-1,2\n0.25,3,4\n");
    QTest::newRow("tabs") << "x.tsv" << QByteArray("0.5\t-1\t2\n0.25\t3\t4\n");
    QTest::newRow("text of numbers") << "x.txt" << QByteArray("0,5;-1;2\n0,25;3;4\n");
    QTest::newRow("rows as JSON") << "rows.json" << QByteArray("[[0.5, -1, 2], [0.25, 3, 4]]");
    QTest::newRow("npy") << "x.npy" << npy;
}

void CommandLineTest::traceReadsNumbersAsTheWindowDoes()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QStringList trace{"trace", "--model", golden + "gru_f64.safetensors", "--gradients", "--input"};
    const ProgramOutcome expected
        = runProgram(trace + QStringList{write("x.json", R"({"x": [[[0.5, -1, 2], [0.25, 3, 4]]]})")});
    const ProgramOutcome outcome = runProgram(trace + QStringList{write(name, bytes)});
    QCOMPARE(expected.code, 0);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QCOMPARE(outcome.out, expected.out);
}

void CommandLineTest::traceHoldsPinnedValues()
{
    const QString input = write("held.json", R"({"x": [[[0.5, -1, 2], [0.25, 3, 4]]], "pins": [
        {"part": "update", "unit": 1, "value": 1}, {"part": "candidate", "unit": 0, "from": 1, "value": -0.5}]})");
    const ProgramOutcome outcome
        = runProgram({"trace", "--model", golden + "gru_f64.safetensors", "--gradients", "--input", input});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const auto json = parseJson(outcome.out.toStdString());
    QVERIFY(json.ok());
    const Json &step = (*json)["steps"][0];
    for (const int t : {0, 1}) {
        QCOMPARE(step["update"][0][t][1].get<double>(), 1.0);
        QCOMPARE(step["state"][0][t][1].get<double>(), 0.0);
    }
    QVERIFY(step["candidate"][0][0][0].get<double>() != -0.5);
    QCOMPARE(step["candidate"][0][1][0].get<double>(), -0.5);
    QCOMPARE((*json)["pins"].size(), std::size_t(2));
    QVERIFY((*json)["gradients"]["steps"][0]["candidate"][0][1][0].get<double>() != 0);
}

void CommandLineTest::traceSaysWhichPinCannotBe()
{
    const QStringList trace{"trace", "--model", golden + "gru_f64.safetensors", "--input"};
    const ProgramOutcome outcome = runProgram(trace + QStringList{write("bad.json", R"({"x": [[[0.5, -1, 2]]], "pins": [
        {"part": "update", "unit": 1, "value": 1}, {"part": "update", "unit": 0, "value": 2}]})")});
    QCOMPARE(outcome.code, 3);
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY2(outcome.err.contains("bad.json: pins[1]: The update gate cannot be held at 2"), outcome.err.constData());

    const QString held
        = write("good.json", R"({"x": [[[0.5, -1, 2]]], "pins": [{"part": "update", "unit": 1, "value": 1}]})");
    const ProgramOutcome single = runProgram(trace + QStringList{held, "--backend", "cpu"});
    QCOMPARE(single.code, 3);
    QVERIFY2(single.err.contains("The cpu backend holds no values"), single.err.constData());
}

void CommandLineTest::traceOfAFileOfKerasKnowsItsConvention()
{
    const QString model = GATESCOPE_SOURCE_DIR "/tests/golden/keras_files/gru_before.keras";
    const QString input = write("keras.json", R"({"x": [[[0.5, -1], [2, 0.25]]]})");
    const ProgramOutcome traced = runProgram({"trace", "--model", model, "--input", input});
    QVERIFY2(traced.code == 0, traced.err.constData());
    const auto trace = parseJson(traced.out.toStdString());
    QVERIFY(trace);
    QCOMPARE((*trace)["spec"]["reset"].get<std::string>(), "before");
    QCOMPARE((*trace)["spec"]["gate_activation"].get<std::string>(), "hard_sigmoid");
    const ProgramOutcome contradicted = runProgram({"trace", "--model", model, "--input", input, "--reset", "after"});
    QCOMPARE(contradicted.code, 3);
    QVERIFY2(contradicted.err.contains("contradicts"), contradicted.err.constData());
}

void CommandLineTest::traceReadsRowsOfAnEmbedding()
{
    const QString model = GATESCOPE_SOURCE_DIR "/tests/golden/safetensors/classifier.safetensors";
    const auto traced = [&](const char *file, const char *rows) {
        return runProgram({"trace", "--model", model, "--input", write(file, rows)});
    };
    const ProgramOutcome outcome = traced("rows.csv", "row\n2\n0\n2\n");
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QCOMPARE(traced("rows.json", "[2, 0, 2]").out, outcome.out);
    QVERIFY(traced("others.json", "[2, 2, 2]").out != outcome.out);
    const ProgramOutcome refused = traced("far.csv", "row\n2\n999999\n");
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("Step 1 of sequence 0 is 999999") && refused.err.contains("embedding has rows 0 to"),
             refused.err.constData());
}

void CommandLineTest::exportedNetworkComputesTheSame()
{
    const QString demo = GATESCOPE_SOURCE_DIR "/resources/experiments/bidirectional.gatescope";
    const QString exported = m_folder.filePath("exported.safetensors");
    QCOMPARE(runProgram({"export", "--model", demo, "--to", "safetensors", "--out", exported}).code, 0);
    const QByteArray says = runProgram({"check", demo}).out;
    const int inputs = says.mid(says.indexOf("GRU ") + 4).split(' ').first().toInt();
    QVERIFY(inputs > 0);

    Json step = Json::array();
    for (int i = 0; i < inputs; ++i)
        step.push_back(0.25 * i - 0.5);
    QFile input(m_folder.filePath("input.json"));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write(QByteArray::fromStdString(writeJson({{"x", Json::array({Json::array({step, step, step})})}})));
    input.close();
    const ProgramOutcome before = runProgram({"trace", "--model", demo, "--input", input.fileName(), "--gradients"});
    const ProgramOutcome after = runProgram({"trace", "--model", exported, "--input", input.fileName(), "--gradients"});
    QCOMPARE(before.code, 0);
    QCOMPARE(after.out, before.out);
}

void CommandLineTest::anExportKeepsNamesAndTypes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("F16") << "gru_f16.safetensors" << QStringList{};
    QTest::newRow("prefix, head and embedding") << "classifier.safetensors" << QStringList{};
    QTest::newRow("one of two") << "two_modules.safetensors" << QStringList{"--layer-prefix", "encoder.gru"};
}

void CommandLineTest::anExportKeepsNamesAndTypes()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    const QString out = m_folder.filePath("kept.safetensors");
    const QStringList exporting{"export", "--model", golden + file, "--to", "safetensors", "--out", out};
    QCOMPARE(runProgram(exporting + options).code, 0);
    const auto before = readModelFile((golden + file).toStdString());
    const auto after = readModelFile(out.toStdString());
    QVERIFY(before.ok() && after.ok());
    QVERIFY(!after->tensors.empty());
    for (const Tensor &tensor : after->tensors) {
        const auto same = std::ranges::find(before->tensors, tensor.name, &Tensor::name);
        QVERIFY2(same != before->tensors.end(), tensor.name.c_str());
        QCOMPARE(tensor.dtype, same->dtype);
        QVERIFY(tensor.values == same->values);
    }
}

void CommandLineTest::anExportSaysWhatItChanged()
{
    const QStringList exporting{"export", "--to", "safetensors", "--out", m_folder.filePath("said.safetensors"),
                                "--model"};
    const ProgramOutcome same = runProgram(exporting + QStringList{golden + "gru_f64.safetensors"});
    QCOMPARE(same.code, 0);
    QVERIFY2(same.err.isEmpty(), same.err.constData());
    const ProgramOutcome turned
        = runProgram(exporting + QStringList{golden + "gru_f64.safetensors", "--update", "overwrites"});
    QCOMPARE(turned.code, 0);
    QCOMPARE(turned.errorLines(), 1);
    QVERIFY2(turned.err.contains("turned round"), turned.err.constData());
    const ProgramOutcome partly = runProgram(exporting + QStringList{golden + "with_counter.safetensors"});
    QCOMPARE(partly.code, 0);
    QVERIFY2(partly.err.contains("left out"), partly.err.constData());
}

void CommandLineTest::anRnnsReluIsSaidWhereNoTensorTellsIt()
{
    NetworkSpec relu{CellKind::rnn, 3, 4}, bounded = relu;
    relu.stateActivation = StateActivation::relu;
    const Parameters parameters = initialParameters(relu, 3);
    const QString plain = m_folder.filePath("plain.safetensors"), own = m_folder.filePath("own.safetensors");
    QVERIFY(writeModelFile(plain.toStdString(), bounded, parameters).ok()); // as PyTorch writes either
    QVERIFY(writeModelFile(own.toStdString(), relu, parameters).ok());
    QVERIFY(runProgram({"check", plain}).out.contains("nonlinearity: assumed tanh"));
    const QByteArray said = runProgram({"check", own}).out;
    QVERIFY2(said.contains("with biases, relu") && !said.contains("assumed"), said.constData());

    const QString input = write("relu.json", R"({"x": [[[0.5, -1, 2], [0.25, 3, 4]]]})");
    const auto traced = [&](const QString &model, const QStringList &options = {}) {
        return runProgram(QStringList{"trace", "--gradients", "--input", input, "--model", model} + options);
    };
    const ProgramOutcome rectified = traced(plain, {"--nonlinearity", "relu"});
    QVERIFY2(rectified.code == 0, rectified.err.constData());
    QCOMPARE(traced(own).out, rectified.out);
    QVERIFY(traced(plain).out != rectified.out);
    const Json trace = parseJson(rectified.out.toStdString()).value();
    for (const Json &state : trace["output"][0])
        for (const Json &value : state)
            QVERIFY(value.get<double>() >= 0);
    const ProgramOutcome contradicted = traced(own, {"--nonlinearity", "tanh"});
    QCOMPARE(contradicted.code, 3);
    QVERIFY2(contradicted.err.contains("says --nonlinearity relu itself"), contradicted.err.constData());

    const QString again = m_folder.filePath("again.safetensors");
    const ProgramOutcome exported = runProgram({"export", "--to", "safetensors", "--out", again, "--model", own});
    QCOMPARE(exported.code, 0);
    QVERIFY2(exported.err.contains("nn.RNN(3, 4, nonlinearity='relu')"), exported.err.constData());
    QCOMPARE(traced(again).out, rectified.out);
}

void CommandLineTest::namesInAFileCommandNoTerminal()
{
    SafetensorsFile file{readModelFile((golden + "gru_f64.safetensors").toStdString()).value().tensors, {}};
    for (Tensor &tensor : file.tensors)
        tensor.name = "a\n\x1b[31m." + tensor.name;
    const QByteArray bytes = QByteArray::fromStdString(writeSafetensors(file));
    const QByteArray said = runProgram({"check", write("red.safetensors", bytes)}).out;
    QVERIFY2(said.contains("recurrent module: a??[31m.\n"), said.constData());

    // The line names a file once, also where a sentence shortens or cleans the name.
    for (const QString &name : {QString(100, 'x') + ".safetensors", QStringLiteral("two\nlines.safetensors")}) {
        const ProgramOutcome refused = runProgram({"check", write(name, QByteArray::fromHex("010263"))});
        QCOMPARE(refused.code, 3);
        QCOMPARE(refused.errorLines(), 1);
        QVERIFY2(refused.err.count(": ") == 2 && refused.err.count(".safetensors") == 1, refused.err.constData());
    }
}

void CommandLineTest::anExperimentTravelsAsText()
{
    const QString demo = GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope";
    const ProgramOutcome written = runProgram({"export", "--to", "text", "--model", demo});
    QCOMPARE(written.code, 0);
    QVERIFY2(written.out.startsWith("gatescope:1:") && written.out.size() < 4096, written.out.constData());
    const QString file = write("sent.txt", "\n " + written.out);
    const ProgramOutcome checked = runProgram({"check", file});
    QCOMPARE(checked.code, 0);
    QVERIFY2(checked.out.contains("1131 (888 recurrent, 243 head)"), checked.out.constData());
    QCOMPARE(runProgram({"export", "--to", "text", "--model", file}).out, written.out);

    const ProgramOutcome cut = runProgram({"check", write("cut.txt", written.out.left(200))});
    QCOMPARE(cut.code, 3);
    QCOMPARE(cut.errorLines(), 1);
    QVERIFY2(cut.err.contains("cut.txt") && cut.err.contains("not whole"), cut.err.constData());
    Json wordy = parseJson(contentsOf(demo)).value();
    Random random(1);
    for (int i = 0; i < 9000; ++i)
        wordy["description"].get_ref<std::string &>() += char('a' + random.below(26));
    const QString novel = write("novel.gatescope", QByteArray::fromStdString(writeJson(wordy)));
    const ProgramOutcome large = runProgram({"export", "--to", "text", "--model", novel});
    QCOMPARE(large.code, 1);
    QVERIFY2(large.err.contains("save it as a file"), large.err.constData());
    QCOMPARE(runProgram({"export", "--to", "safetensors", "--model", demo}).code, 2);
}

void CommandLineTest::qtsOwnOptionsPassThrough()
{
    // Qt 6 lists its platforms when it does not know one: so it was Qt that read the option.
    const ProgramOutcome unknown = runProgram({"-platform", "abacus", "-style", "fusion"});
    QCOMPARE(unknown.code, 4);
    const ProgramOutcome wrong = runProgram({"-platform", "offscreen", "--nonsense"});
    QCOMPARE(wrong.code, 2);
}

void CommandLineTest::aFileMayBeNamedLikeAnOption()
{
    const ProgramOutcome outcome = runProgram({"--", "-platform"});
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.err.contains("-platform"));
}

void CommandLineTest::aClosedPipeIsNoCrash()
{
    QProcess shell;
    shell.start("/bin/bash", {"-c", "{ sleep 1; '" GATESCOPE_BINARY "' list demos; echo $? >&2; } | true"});
    QVERIFY(shell.waitForFinished());
    QVERIFY(shell.readAllStandardError().endsWith("\n5\n"));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"

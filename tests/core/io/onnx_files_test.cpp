// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/io/foreign/importer.h"
#include "core/io/onnx/onnx_network.h"
#include "tests/core/io/computed_elsewhere.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const QDir golden(GATESCOPE_SOURCE_DIR "/tests/golden/onnx_files");
constexpr double tolerance = 1e-5; // onnxruntime computes in float32

Result<ImportedModel> open(const QString &file, const ImportOptions &options = {})
{
    const auto inventory = readModelFile(golden.filePath(file).toStdString());
    return inventory ? importModel(*inventory, options) : inventory.error();
}

std::string notesOf(const QString &file)
{
    return notesIn(golden.filePath(file));
}

/// Changes a node of this kind in what is told of a file.
using Change = std::function<void(Json &node)>;

Result<ModelInventory> changed(const QString &file, const char *op, const Change &change)
{
    ImportAnswer answer = importInOwnProcess(golden.filePath(file).toStdString()).value();
    Json graph = parseJson(answer.graph).value();
    for (Json &node : graph["nodes"]) {
        if (node["op"] == op) {
            change(node);
            break;
        }
    }
    answer.graph = writeJson(graph);
    return onnxNetwork(answer);
}

QString refusal(const QString &file, const char *op, const Change &change)
{
    const auto network = changed(file, op, change);
    return network ? QString() : QString::fromStdString(network.error().english());
}

} // namespace

class OnnxFilesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("GATESCOPE_IMPORT", GATESCOPE_IMPORT_PROGRAM); }

    void aNetworkComputesWhatOnnxruntimeComputed_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = golden.entryList({"*.onnx"}, QDir::Files);
        QVERIFY(files.size() >= 7);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file;
    }
    void aNetworkComputesWhatOnnxruntimeComputed()
    {
        QFETCH(QString, file);
        ImportOptions options;
        if (file == "forgotten.onnx") // its numbers are PyTorch's
            options.reset = ResetPlacement::after;
        const auto model = open(file, options);
        QVERIFY2(model, model ? "" : model.error().english().c_str());
        const QString wrong = differenceFrom(golden.filePath(file.chopped(4) + "json"), *model, tolerance);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void linearBeforeResetDecides()
    {
        QCOMPARE(open("torch_gru.onnx")->spec.reset, ResetPlacement::after);
        QCOMPARE(open("keras_gru_before.onnx")->spec.reset, ResetPlacement::before);
        QCOMPARE(open("forgotten.onnx")->spec.reset, ResetPlacement::before);
        ImportOptions options;
        options.reset = ResetPlacement::after;
        QCOMPARE(open("forgotten.onnx", options)->spec.reset, ResetPlacement::after);
        options.reset = ResetPlacement::before; // what is said is not in doubt
        QCOMPARE(open("torch_gru.onnx", options)->spec.reset, ResetPlacement::after);
    }

    void whatIsLeftOutOrInDoubtIsSaid()
    {
        QVERIFY(notesOf("forgotten.onnx").find("rnn.GRU has linear_before_reset=0") != std::string::npos);
        QVERIFY(notesOf("torch_lstm.onnx").find("ends in Softmax") != std::string::npos);
        QVERIFY(notesOf("torch_ends.onnx").find("reads the last step of one direction") != std::string::npos);
        QCOMPARE(notesOf("torch_gru.onnx"), "");
        QCOMPARE(notesOf("keras_lstm.onnx"), "");
    }

    void whatIsGivenAtEachRunIsSaidOnce()
    {
        const auto network = changed("torch_lstm.onnx", "LSTM", [](Json &node) {
            node["in"][4] = "lengths";
            node["in"][5] = "h_0";
            node["in"][6] = "c_0";
        });
        QVERIFY2(network, network ? "" : network.error().english().c_str());
        const auto notesWith = [&](const char *words) {
            return int(std::ranges::count_if(network->said->notes, [&](const Sentence &note) {
                return note.english().find(words) != std::string::npos;
            }));
        };
        QCOMPARE(notesWith("rnn.LSTM begins with states that are given"), 1);
        QCOMPARE(notesWith("rnn.LSTM reads each sequence up to a length"), 1);
    }

    void aHardSigmoidIsOneOfTheTwoOrRefused_data()
    {
        QTest::addColumn<QList<double>>("alpha");
        QTest::addColumn<QList<double>>("beta");
        QTest::addColumn<int>("expected"); // -1: refused
        const int ofKeras2 = int(GateActivation::hardSigmoidKeras2), ofKeras3 = int(GateActivation::hardSigmoid);
        QTest::newRow("unasked") << QList<double>{} << QList<double>{} << ofKeras2;
        QTest::newRow("of Keras 2") << QList<double>{0.2} << QList<double>{0.5} << ofKeras2;
        QTest::newRow("of Keras 3") << QList<double>{1.0 / 6} << QList<double>{0.5} << ofKeras3;
        QTest::newRow("another slope") << QList<double>{0.25} << QList<double>{0.5} << -1;
        QTest::newRow("another middle") << QList<double>{0.2} << QList<double>{0.4} << -1;
        QTest::newRow("two slopes") << QList<double>{0.2, 1.0 / 6} << QList<double>{0.5, 0.5} << -1;
    }
    void aHardSigmoidIsOneOfTheTwoOrRefused()
    {
        QFETCH(QList<double>, alpha);
        QFETCH(QList<double>, beta);
        QFETCH(int, expected);
        const auto network = changed("keras_gru_before.onnx", "GRU", [&](Json &node) {
            node["attributes"]["activation_alpha"] = std::vector<double>(alpha.begin(), alpha.end());
            node["attributes"]["activation_beta"] = std::vector<double>(beta.begin(), beta.end());
        });
        QCOMPARE(network ? int(network->said->spec.gateActivation) : -1, expected);
        if (!network)
            QVERIFY(network.error().english().find("activations that are not read") != std::string::npos);
    }

    void namesAreThoseOfTheNodes()
    {
        const auto words = open("torch_gru.onnx");
        QVERIFY(words);
        QCOMPARE(words->prefix, "rnn.GRU.");
        QCOMPARE(words->embeddingName, "embedding.");
        QCOMPARE(words->headName, "fc.MatMul.");
        QCOMPARE(words->spec.layers, 2);
        QCOMPARE(open("keras_gru_before.onnx")->spec.gateActivation, GateActivation::hardSigmoidKeras2);
        QVERIFY(!open("torch_rnn.onnx")->spec.bias);
        QCOMPARE(open("torch_rnn.onnx")->spec.stateActivation, StateActivation::relu);
    }

    void whatIsNotComputedIsRefusedByName()
    {
        const auto says = [](const QString &said, const char *expected) {
            if (!said.contains(expected))
                qWarning("%s", qPrintable(said));
            return said.contains(expected);
        };
        const auto setting = [](const char *key, const Json &value) {
            return [key, value](Json &node) { node["attributes"][key] = value; };
        };
        const QString lstm = "torch_lstm.onnx", gru = "torch_gru.onnx";
        QVERIFY(says(refusal(lstm, "LSTM", setting("direction", "reverse")), "has the direction reverse"));
        QVERIFY(says(refusal(lstm, "LSTM", setting("clip", 1)), "has clip"));
        QVERIFY(says(refusal(lstm, "LSTM", setting("activations", {"Sigmoid", "Tanh", "Relu"})), "activations"));
        QVERIFY(says(refusal(gru, "GRU", setting("linear_before_reset", 0)), "rnn.GRU and rnn.GRU_1 differ"));
        QVERIFY(says(refusal(lstm, "Gemm", setting("alpha", 2)), "fc.Gemm is a node of the kind Gemm"));
        QVERIFY(says(refusal(lstm, "Squeeze", [](Json &node) { node["op"] = "ReduceMean"; }), "the kind ReduceMean"));
        QVERIFY(says(refusal(lstm, "LSTM", [](Json &node) { node["domain"] = "mine"; }), "not ONNX' own"));
        QVERIFY(says(refusal(lstm, "LSTM", [](Json &node) { node["in"][1] = "elsewhere"; }), "has no W in the file"));
        QVERIFY(says(refusal(lstm, "LSTM", [](Json &node) { node["op"] = "GRU"; }), "R of rnn.LSTM has the shape"));
        QVERIFY(says(refusal(lstm, "LSTM", [](Json &node) { node["op"] = "Mine"; }), "no recurrent layer"));
        QVERIFY(says(refusal(lstm, "Gemm", [](Json &node) { node["in"][0] = "/rnn/LSTM_output_2"; }),
                     "fc.Gemm reads the cell state of rnn.LSTM"));
        QVERIFY(says(refusal(gru, "GRU", [](Json &node) { node["in"][0] = node["out"][0]; }), "rnn.GRU"));
    }
};

QTEST_GUILESS_MAIN(OnnxFilesTest)
#include "onnx_files_test.moc"

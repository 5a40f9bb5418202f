// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/foreign/importer.h"
#include "core/io/keras/keras_network.h"
#include "tests/core/io/computed_elsewhere.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const QDir golden(GATESCOPE_SOURCE_DIR "/tests/golden/keras_files");
constexpr double tolerance = 1e-5; // Keras computes in float32

Result<ImportedModel> open(const QString &file)
{
    const auto inventory = readModelFile(golden.filePath(file).toStdString());
    return inventory ? importModel(*inventory) : inventory.error();
}

std::string notesOf(const QString &file)
{
    return notesIn(golden.filePath(file));
}

/// What the file holds with words of its description replaced.
ImportAnswer changed(const QString &file, const std::vector<std::pair<std::string, std::string>> &words)
{
    ImportAnswer answer = importInOwnProcess(golden.filePath(file).toStdString()).value();
    for (const auto &[old, other] : words) {
        std::size_t at = answer.config.find(old);
        if (at == std::string::npos)
            qFatal("%s is not in %s", old.c_str(), qPrintable(file));
        for (; at != std::string::npos; at = answer.config.find(old, at + other.size()))
            answer.config.replace(at, old.size(), other);
    }
    return answer;
}

} // namespace

class KerasFilesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("GATESCOPE_IMPORT", GATESCOPE_IMPORT_PROGRAM); }

    void aNetworkComputesWhatKerasComputed_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = golden.entryList({"*.keras", "*.h5"}, QDir::Files);
        QVERIFY(files.size() >= 14);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file;
    }
    void aNetworkComputesWhatKerasComputed()
    {
        QFETCH(QString, file);
        const auto model = open(file);
        QVERIFY2(model, model ? "" : model.error().english().c_str());
        QVERIFY(check(model->spec, model->parameters).ok());
        const QString name = file.left(file.indexOf('.'));
        const QString wrong = differenceFrom(golden.filePath(name + ".json"), *model, tolerance);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void theFileSaysTheConventionItself()
    {
        const auto before = open("gru_before.keras");
        QVERIFY(before);
        QCOMPARE(before->spec.reset, ResetPlacement::before);
        QCOMPARE(before->spec.gateActivation, GateActivation::hardSigmoid);
        const auto relu = open("relu_rnn.h5");
        QVERIFY(relu);
        QCOMPARE(relu->spec.stateActivation, StateActivation::relu);
        QVERIFY(!relu->spec.bias && !relu->spec.headBias);
        const auto inventory = readModelFile(golden.filePath("gru_before.keras").toStdString());
        QVERIFY(inventory);
        QCOMPARE(importModel(*inventory, ImportOptions())->spec.reset, ResetPlacement::before);
    }

    void whatTheFileSaysIsNotOverruled()
    {
        const auto network = kerasNetwork(changed("relu_rnn.keras", {{R"("relu")", R"("tanh")"}}));
        QVERIFY(network);
        ImportOptions options;
        options.nonlinearity = StateActivation::relu;
        QCOMPARE(importModel(*network, options)->spec.stateActivation, StateActivation::tanh);
    }

    void namesAndTypesAreThoseOfTheFile()
    {
        const auto words = open("stacked_gru.keras");
        QVERIFY(words);
        QCOMPARE(words->prefix, "gru.");
        QCOMPARE(words->embeddingName, "wörter.");
        QCOMPARE(words->headName, "dense.");
        QCOMPARE(words->type, StoredType::f32);
        QCOMPARE(words->spec.layers, 2);
        QVERIFY(words->unused.empty());
        QCOMPARE(open("bare_double.keras")->type, StoredType::f64);
    }

    void whatIsLeftOutIsSaid()
    {
        QVERIFY(notesOf("stacked_gru.keras").find("dense ends in softmax") != std::string::npos);
        QVERIFY(notesOf("functional_lstm.h5").find("masking makes a mask") != std::string::npos);
        QVERIFY(notesOf("functional_lstm.keras").find("ends in sigmoid") != std::string::npos);
        QVERIFY(notesOf("keras2.h5").find("embedding makes a mask") != std::string::npos);
        QVERIFY(notesOf("both_ends.keras").find("is left out: it reads the last step") != std::string::npos);
        QVERIFY(notesOf("stacked_gru.weights.h5").find("weights alone") != std::string::npos);
        QCOMPARE(notesOf("relu_rnn.keras"), "");
        const auto ends = open("both_ends.keras");
        QVERIFY(ends);
        QCOMPARE(ends->spec.headOutputs, 0);
        QCOMPARE(ends->unused.size(), std::size_t(2));
    }

    void hardSigmoidsAreThoseOfTheVersion()
    {
        ImportAnswer answer = changed(
            "keras2.h5", {{R"("recurrent_activation": "sigmoid")", R"("recurrent_activation": "hard_sigmoid")"}});
        QCOMPARE(kerasNetwork(answer)->said->spec.gateActivation, GateActivation::hardSigmoidKeras2);
        answer.version = "3.0.0";
        QCOMPARE(kerasNetwork(answer)->said->spec.gateActivation, GateActivation::hardSigmoid);
    }

    void whatIsNotComputedIsRefusedByName_data()
    {
        using Words = std::vector<std::pair<std::string, std::string>>;
        QTest::addColumn<QString>("file");
        QTest::addColumn<Words>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *file, const Words &words, const char *says) {
            QTest::newRow(name) << QString(file) << words << QString(says);
        };
        row("lambda", "stacked_gru.keras", {{R"("class_name": "Dropout")", R"("class_name": "Lambda")"}},
            "dropout is a Lambda layer");
        row("class of somebody's own", "stacked_gru.keras",
            {{R"("module": "keras.layers", "class_name": "Dropout")", R"("module": "mine", "class_name": "Dropout")"}},
            "dropout is a layer of somebody's own (Dropout)");
        row("unknown class", "stacked_gru.keras", {{R"("class_name": "Dropout")", R"("class_name": "Conv1D")"}},
            "dropout is a layer of the class Conv1D");
        row("activation of a state", "relu_rnn.keras", {{R"("activation": "relu")", R"("activation": "elu")"}},
            "simple_rnn has the activation elu; expected tanh or relu");
        row("activation of gates", "gru_before.keras", {{"hard_sigmoid", "softsign"}},
            "gru_2 has the recurrent_activation softsign");
        row("activation of the head", "stacked_gru.keras", {{R"("softmax")", R"("relu")"}},
            "dense has the activation relu; expected linear, sigmoid or softmax");
        row("backwards", "gru_before.keras", {{R"("go_backwards": false)", R"("go_backwards": true)"}},
            "gru_2 has go_backwards=True");
        row("merge mode", "both_ends.keras", {{R"("concat")", R"("sum")"}}, "bidirectional_2 has merge_mode=sum");
        row("no merge", "both_ends.keras", {{R"("merge_mode": "concat")", R"("merge_mode": null)"}}, "merge_mode=null");
        row("no sequences below", "stacked_gru.keras",
            {{R"("return_sequences": true)", R"("return_sequences": false)"}},
            "gru has return_sequences=False, but the recurrent layer gru_1 follows");
        row("missing weights", "stacked_gru.h5", {{R"("name": "dense")", R"("name": "compact")"}},
            "no weights \"kernel\" of the layer compact");
        row("other units", "stacked_gru.keras", {{R"("units": 3)", R"("units": 4)"}},
            "\"recurrent_kernel\" of the layer gru have the shape [3, 9], expected [4, 12]");
        row("other reset", "stacked_gru.keras", {{R"("reset_after": true)", R"("reset_after": false)"}},
            "\"bias\" of the layer gru have the shape [2, 9], expected [9]");
        row("no units", "gru_before.keras", {{R"("units": 3)", R"("units": "3")"}}, "gru_2 does not say its units");
        row("wrapped", "functional_lstm.keras", {{R"("class_name": "LSTM")", R"("class_name": "ConvLSTM1D")"}},
            "bidirectional reads in both directions with a layer of the class ConvLSTM1D");
        row("repeated", "functional_lstm.keras", {{R"("class_name": "Dense")", R"("class_name": "GRU")"}},
            "time_distributed repeats a layer of the class GRU");
        row("head in between", "stacked_gru.keras", {{R"("class_name": "Dropout")", R"("class_name": "Dense")"}},
            "gru_1 (GRU) stands where it is not read");
        row("a branch", "keras2.h5",
            {{R"([[["gru", 0, 0, {}]]])", R"([[["gru", 0, 0, {}], ["embedding", 0, 0, {}]]])"}},
            "gru_1 is not one of layers that read each other");
        row("two inputs", "keras2.h5", {{R"("inbound_nodes": [[["input_1", 0, 0, {}]]])", R"("inbound_nodes": [])"}},
            "The network has 2 inputs");
        row("a circle", "keras2.h5", {{R"([[["gru", 0, 0, {}]]])", R"([[["dense", 0, 0, {}]]])"}},
            "is not one of layers");
        row("another model", "keras2.h5", {{R"("class_name": "Functional")", R"("class_name": "Mine")"}},
            "a model of the class \"Mine\"");
        row("no layers", "keras2.h5", {{R"("layers")", R"("sheets")"}}, "no \"layers\"");
    }
    void whatIsNotComputedIsRefusedByName()
    {
        using Words = std::vector<std::pair<std::string, std::string>>;
        QFETCH(QString, file);
        QFETCH(Words, words);
        QFETCH(QString, says);
        const auto network = kerasNetwork(changed(file, words));
        QVERIFY(!network);
        const QString said = QString::fromStdString(network.error().english());
        QVERIFY2(said.contains(says), qPrintable(said));
    }

    void weightsAloneOfKeras2AreReadByTheirNames()
    {
        const ImportAnswer whole = changed("keras2.h5", {});
        ImportAnswer alone = whole;
        alone.config.clear();
        for (Tensor &tensor : alone.tensors)
            tensor.name = tensor.name.substr(std::string_view("model_weights/").size());
        const auto network = kerasNetwork(alone);
        QVERIFY2(network, network ? "" : network.error().english().c_str());
        const auto model = importModel(*network);
        QVERIFY(model);
        QVERIFY(model->parameters == importModel(kerasNetwork(whole).value())->parameters);
        QVERIFY(model->spec == importModel(kerasNetwork(whole).value())->spec);
    }

    void theResetOfWeightsAloneIsInDoubtWithoutBiases()
    {
        ImportAnswer answer = changed("stacked_gru.keras", {});
        answer.config.clear();
        QVERIFY(!kerasNetwork(answer)->said->resetInDoubt);
        std::erase_if(answer.tensors, [](const Tensor &tensor) { return tensor.name.ends_with("cell/vars/2"); });
        const auto network = kerasNetwork(answer);
        QVERIFY2(network, network ? "" : network.error().english().c_str());
        QVERIFY(network->said->resetInDoubt);
        QVERIFY(network->said->notes.back().english().find("gru has no biases") != std::string::npos);
        ImportOptions options;
        QCOMPARE(importModel(*network, options)->spec.reset, ResetPlacement::after);
        options.reset = ResetPlacement::before;
        QCOMPARE(importModel(*network, options)->spec.reset, ResetPlacement::before);
    }

    void layersOfDifferentSizesAreRefused()
    {
        ImportAnswer answer = changed("stacked_gru.keras", {});
        for (Tensor &tensor : answer.tensors) { // gru_1 grows to 4 units
            if (tensor.name.find("gru_1/cell/vars/") == std::string::npos)
                continue;
            tensor.shape = {tensor.name.ends_with("0") ? 3 : tensor.name.ends_with("1") ? 4 : 2, 12};
            tensor.values.assign(std::size_t(tensor.dimension(0) * 12), 0.5);
        }
        const std::size_t second = answer.config.rfind(R"("units": 3)");
        answer.config.replace(second, 10, R"("units": 4)");
        const auto network = kerasNetwork(answer);
        QVERIFY(!network);
        QCOMPARE(network.error().english(),
                 "gru has 3 units and gru_1 has 4; expected as many in each recurrent layer.");
    }

    void notANumberIsRefused()
    {
        ImportAnswer answer = changed("gru_before.keras", {});
        answer.tensors.back().values.front() = std::nan("");
        const auto model = importModel(kerasNetwork(answer).value());
        QVERIFY(!model);
        QVERIFY(model.error().english().find("is not a finite number") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(KerasFilesTest)
#include "keras_files_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/spec.h"

#include <QTest>

using namespace gatescope;

namespace {

std::string errorOf(const NetworkSpec &spec)
{
    const auto checked = check(spec);
    return checked.ok() ? "no error" : checked.error().english();
}

} // namespace

class SpecTest : public QObject
{
    Q_OBJECT

private slots:
    void parameterCountsArePyTorchs()
    {
        QCOMPARE(parameterCount({CellKind::gru, 10, 20}), 1920);
        QCOMPARE(parameterCount({CellKind::gru, 10, 20, 1, false, false}), 1800);
        QCOMPARE(parameterCount({CellKind::gru, 10, 20, 1, true}), 3840);
        QCOMPARE(parameterCount({CellKind::gru, 10, 20, 2, true}), 11280);
        QCOMPARE(parameterCount({CellKind::lstm, 10, 20}), 2560);
        QCOMPARE(parameterCount({CellKind::rnn, 10, 20}), 640);
        QCOMPARE(parameterCount({CellKind::gru, 32, 32}), 6336); // Keras' GRU(32) on 32
        QCOMPARE(parameterCount({CellKind::gru, 16, 32, 1, true}), 9600);
        QCOMPARE(parameterCount({CellKind::gru, 25, 5}), 480);
    }

    void headAndEmbeddingAreCountedBesideTheRecurrentLayers()
    {
        NetworkSpec spec{CellKind::gru, 10, 20, 1, true};
        spec.headOutputs = 7;
        spec.embeddingRows = 100;
        QCOMPARE(recurrentParameterCount(spec), 3840);
        QCOMPARE(parameterCount(spec), 3840 + 7 * (40 + 1) + 100 * 10);
    }

    void whatPyTorchRefusesIsRefusedInItsWords()
    {
        QCOMPARE(errorOf({CellKind::gru, 3, 0}),
                 std::string("hidden_size must be greater than zero: give the GRU at least one unit."));
        QCOMPARE(errorOf({CellKind::lstm, 3, -2}),
                 std::string("hidden_size must be greater than zero: give the LSTM at least one unit."));
        QCOMPARE(errorOf({CellKind::gru, 3, 4, 0}),
                 std::string("num_layers must be greater than zero: give the GRU at least one layer."));
        QCOMPARE(errorOf({CellKind::rnn, 0, 4}),
                 std::string(
                     "input_size must be greater than zero: give the RNN at least one number to read at each step."));
    }

    void negativeHeadsAndEmbeddingsAreRefused()
    {
        NetworkSpec spec{CellKind::gru, 3, 4};
        spec.headOutputs = -1;
        QCOMPARE(errorOf(spec),
                 std::string("The head cannot have -1 outputs: give it at least one, or 0 for no head."));
        spec.headOutputs = 0;
        spec.embeddingRows = -5;
        QCOMPARE(errorOf(spec),
                 std::string("The embedding cannot have -5 rows: give it at least one, or 0 for no embedding."));
    }

    void optionsThatNeedSomethingElseAreRefused()
    {
        NetworkSpec spec{CellKind::gru, 3, 4};
        spec.embeddingRows = 5;
        spec.paddingRow = 4;
        QCOMPARE(errorOf(spec), std::string("no error"));
        spec.paddingRow = 5;
        QCOMPARE(
            errorOf(spec),
            std::string("padding_idx is 5, but the embedding has 5 rows: choose one of these rows, or -1 for none."));
        spec.paddingRow = -2;
        QVERIFY(errorOf(spec).starts_with("padding_idx is -2"));
        spec.paddingRow = -1;
        spec.headReads = HeadReads::attention;
        QVERIFY(errorOf(spec).starts_with("Attention gathers what the head reads: give the network a head"));
        spec.headReads = HeadReads::everyStep;
        spec.decoder = true;
        QVERIFY(errorOf(spec).starts_with("A decoder writes with the head: give the network one"));
    }

    void optionsThatDoNotGoTogetherAreRefused()
    {
        NetworkSpec spec{CellKind::lstm, 3, 4};
        spec.layerNorm = true;
        QCOMPARE(errorOf(spec),
                 std::string("Layer normalisation is defined for a GRU here, not for an LSTM: choose a GRU, "
                             "or no normalisation."));
        spec.cell = CellKind::gru;
        QCOMPARE(errorOf(spec), std::string("no error"));
        spec.reset = ResetPlacement::before;
        QVERIFY(errorOf(spec).starts_with("Layer normalisation takes U h as a whole, but with the reset before"));

        NetworkSpec writer{CellKind::gru, 3, 4};
        writer.headOutputs = 5;
        writer.decoder = true;
        QCOMPARE(errorOf(writer), std::string("no error"));
        writer.bidirectional = true;
        QVERIFY(errorOf(writer).starts_with("A decoder writes forwards, so it cannot begin with states of both"));
        writer.bidirectional = false;
        writer.headReads = HeadReads::attention;
        QVERIFY(errorOf(writer).ends_with("choose either attention or a decoder."));
    }

    void parametersOfOptionsAreCounted()
    {
        NetworkSpec spec{CellKind::gru, 10, 20};
        spec.layerNorm = true;
        QCOMPARE(parameterCount(spec), 1920 + 2 * 60);
        NetworkSpec attentive{CellKind::gru, 10, 20, 1, true};
        attentive.headReads = HeadReads::attention;
        attentive.headOutputs = 3;
        QCOMPARE(parameterCount(attentive), 3840 + 40 * 40 + 40 + 40 + 3 * 41);
        NetworkSpec writer{CellKind::gru, 10, 20};
        writer.headOutputs = 7;
        writer.decoder = true;
        QCOMPARE(recurrentParameterCount(writer), 1920 + 60 * (7 + 20 + 2));
        QCOMPARE(parameterCount(writer), 1920 + 60 * (7 + 20 + 2) + 7 * 21);
    }

    void theReluOfAnRnnIsInPyTorchsConstructor()
    {
        NetworkSpec spec{CellKind::rnn, 3, 4};
        spec.stateActivation = StateActivation::relu;
        QCOMPARE(pytorchConstructor(spec), std::string("nn.RNN(3, 4, nonlinearity='relu')"));
    }

    void sizesThatDoNotFitMemoryAreRefused()
    {
        const std::string tooMany(
            "This network would have more than 100 million parameters, the most that Gatescope takes: choose a "
            "smaller hidden_size, input_size or num_layers, or a smaller head or embedding.");
        QCOMPARE(errorOf({CellKind::gru, 1, 20000}), tooMany);
        QCOMPARE(errorOf({CellKind::lstm, 2147483647, 2147483647, 1000, true}), tooMany);
        QCOMPARE(errorOf({CellKind::gru, 1, 1, 2147483647}),
                 std::string("num_layers is 2147483647: Gatescope takes at most 1000 layers."));
        QVERIFY(check({CellKind::gru, 1024, 1024, 2}).ok());
        NetworkSpec wideHead{CellKind::gru, 1, 1024};
        wideHead.headOutputs = 2147483647;
        QCOMPARE(errorOf(wideHead), tooMany);
        NetworkSpec words{CellKind::lstm, 300, 1024, 2, true};
        words.embeddingRows = 100'000;
        QVERIFY(check(words).ok());
    }

    void sizesOfLayersAndRowsFollowFromTheSpec()
    {
        const NetworkSpec spec{CellKind::lstm, 5, 3, 2, true};
        QCOMPARE(spec.blockRows(), 12);
        QCOMPARE(spec.layerInputSize(0), 5);
        QCOMPARE(spec.layerInputSize(1), 6);
        QCOMPARE(spec.layerIndex(1, Direction::backward), 3);
    }

    void pytorchLineLeavesOutTheDefaults()
    {
        QCOMPARE(pytorchConstructor({CellKind::gru, 27, 8}), std::string("nn.GRU(27, 8)"));
        QCOMPARE(pytorchConstructor({CellKind::lstm, 27, 8, 2, true, false}),
                 std::string("nn.LSTM(27, 8, num_layers=2, bias=False, bidirectional=True)"));
    }
};

QTEST_GUILESS_MAIN(SpecTest)
#include "spec_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/initialisation.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

NetworkSpec wideGru()
{
    NetworkSpec spec{CellKind::gru, 40, 32, 2, true};
    spec.headOutputs = 60;
    spec.embeddingRows = 200;
    return spec;
}

Parameters keras(const NetworkSpec &spec, std::uint64_t seed = 1)
{
    return initialParameters(spec, Initialiser::keras, seed);
}

/// Uniform within ± bound: the largest is near it, the variance is bound²/3.
void verifyUniform(const Matrix &values, double bound)
{
    const double largest = values.cwiseAbs().maxCoeff();
    QVERIFY2(largest <= bound && largest > 0.99 * bound, qPrintable(QString::number(largest)));
    QVERIFY(std::abs(values.mean()) < 0.1 * bound);
    const double variance = values.squaredNorm() / double(values.size());
    QVERIFY(std::abs(variance / (bound * bound / 3) - 1) < 0.1);
}

} // namespace

class InitialisationTest : public QObject
{
    Q_OBJECT

private slots:
    void pytorchIsTheOneThatHasBeenThere()
    {
        QVERIFY(initialParameters(wideGru(), Initialiser::pytorch, 3) == initialParameters(wideGru(), 3));
    }

    void kerasDrawsWByTheWholeKernel()
    {
        const Parameters parameters = keras(wideGru());
        verifyUniform(parameters.layers[0].W, std::sqrt(6.0 / (40 + 3 * 32)));
        verifyUniform(parameters.layers[3].W, std::sqrt(6.0 / (64 + 3 * 32)));
        verifyUniform(parameters.head->weight, std::sqrt(6.0 / (64 + 60)));
        verifyUniform(*parameters.embedding, 0.05);
    }

    void kerasDrawsUOrthogonalAsAWhole()
    {
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            const Parameters parameters = keras({cell, 3, 17});
            const Matrix &U = parameters.layers[0].U;
            QVERIFY((U.transpose() * U - Matrix::Identity(17, 17)).cwiseAbs().maxCoeff() < 1e-12);
        }
    }

    void orthogonalMatricesPreferNoSign()
    {
        // Without the turning by R's diagonal Householder's Q would have a preferred sign.
        double sum = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed)
            sum += keras({CellKind::rnn, 1, 3}, seed).layers[0].U(0, 0);
        QVERIFY2(std::abs(sum / 400) < 0.12, qPrintable(QString::number(sum / 400))); // four standard errors
    }

    void kerasBiasesAre0ButAForgetGates()
    {
        const Parameters gru = keras(wideGru());
        QVERIFY(gru.layers[1].bIn.isZero(0) && gru.layers[1].bRec.isZero(0) && gru.head->bias.isZero(0));
        const Parameters lstm = keras({CellKind::lstm, 2, 3});
        QCOMPARE(lstm.layers[0].bIn, (Vector{{0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0}}));
        QVERIFY(lstm.layers[0].bRec.isZero(0));
    }

    void kerasFillsEveryTensorOfEveryOption()
    {
        NetworkSpec spec{CellKind::gru, 3, 4};
        spec.headOutputs = 2;
        spec.layerNorm = true;
        spec.headReads = HeadReads::attention;
        spec.embeddingRows = 4;
        spec.paddingRow = 2;
        const Parameters parameters = keras(spec);
        QVERIFY(check(spec, parameters).ok());
        QVERIFY(parameters.layers[0].normRec == Vector::Ones(12));
        QVERIFY(parameters.embedding->row(2).isZero(0) && !parameters.embedding->row(1).isZero(0));
        QVERIFY(!parameters.attention->weight.isZero(0) && !parameters.attention->score.isZero(0));
        spec.headReads = HeadReads::everyStep;
        spec.decoder = true;
        QVERIFY(!keras(spec).decoder[0].U.isZero(0));
        QVERIFY(keras(spec) == keras(spec) && !(keras(spec) == keras(spec, 2)));
    }

    void anUpdateBiasOfXKeepsSigmaOfX()
    {
        NetworkSpec spec{CellKind::gru, 2, 3, 2, true};
        Parameters parameters = initialParameters(spec, 1);
        QVERIFY(setUpdateBias(spec, parameters, 4).ok());
        for (const LayerParameters &layer : parameters.layers) {
            QVERIFY(layer.bIn.segment(3, 3) == Vector::Constant(3, 4));
            QVERIFY(layer.bRec.segment(3, 3).isZero(0));
            QVERIFY(!layer.bIn.head(3).isZero(1e-3) && !layer.bRec.tail(3).isZero(1e-3));
        }
        spec.update = UpdateMeaning::overwrites;
        QVERIFY(setUpdateBias(spec, parameters, 4).ok());
        QCOMPARE(parameters.layers[0].bIn[3], -4.0);
    }

    void theForgetGateOfAnLstmIsItsUpdateGate()
    {
        NetworkSpec spec{CellKind::lstm, 2, 3};
        spec.update = UpdateMeaning::overwrites; // without meaning for an LSTM
        spec.headOutputs = 2;
        spec.decoder = true;
        Parameters parameters = initialParameters(spec, 1);
        QVERIFY(setUpdateBias(spec, parameters, 2).ok());
        for (const LayerParameters &layer : {parameters.layers[0], parameters.decoder[0]}) {
            QVERIFY(layer.bIn.segment(3, 3) == Vector::Constant(3, 2));
            QVERIFY(!layer.bIn.head(3).isZero(1e-3) && !layer.bIn.tail(6).isZero(1e-3));
        }
    }

    void aPinnedResetGateIsOneWhateverIsRead()
    {
        const NetworkSpec spec{CellKind::gru, 2, 3, 2};
        Parameters parameters = initialParameters(spec, 3);
        const auto mask = pinResetGate(spec, parameters);
        QVERIFY(mask.ok() && check(spec, *mask).ok());
        QCOMPARE(1 / (1 + std::exp(-parameters.layers[1].bIn[2])), 1.0);
        for (const LayerParameters &layer : parameters.layers)
            QVERIFY(layer.W.topRows(3).isZero(0) && layer.U.topRows(3).isZero(0)
                    && !layer.U.bottomRows(6).isZero(1e-3));
        for (const LayerParameters &layer : mask->layers)
            QVERIFY(layer.W.topRows(3).isZero(0) && layer.bIn.head(3).isZero(0) && layer.U.bottomRows(6).isOnes(0));
        const NetworkSpec lstm{CellKind::lstm, 2, 3};
        parameters = initialParameters(lstm, 3);
        QVERIFY(!pinResetGate(lstm, parameters).ok());
    }

    void whereNothingKeepsTheBiasIsRefused()
    {
        const NetworkSpec rnn{CellKind::rnn, 2, 3}, bare{CellKind::gru, 2, 3, 1, false, false};
        Parameters parameters = initialParameters(rnn, 1);
        QCOMPARE(setUpdateBias(rnn, parameters, 1).error().english(),
                 std::string("An RNN has no gate that keeps its state: choose a GRU or an LSTM."));
        parameters = initialParameters(bare, 1);
        QCOMPARE(setUpdateBias(bare, parameters, 1).error().english(),
                 std::string("This network has no biases to set: give it biases."));
    }
};

QTEST_GUILESS_MAIN(InitialisationTest)
#include "initialisation_test.moc"

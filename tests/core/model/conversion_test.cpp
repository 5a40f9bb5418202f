// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/conversion.h"

#include "core/engine/reference_backend.h"

#include <QTest>

using namespace gatescope;

namespace {

NetworkSpec gru(int inputs, int units)
{
    NetworkSpec spec;
    spec.inputSize = inputs;
    spec.hiddenSize = units;
    return spec;
}

std::shared_ptr<const Batch> someBatch(const NetworkSpec &spec)
{
    Random random(7);
    TimeArray x(5, 2, spec.inputSize);
    for (int t = 0; t < x.steps(); ++t)
        for (int n = 0; n < x.batch(); ++n)
            for (int i = 0; i < x.units(); ++i)
                x.set(t, n, i, random.uniform(-2, 2));
    Batch batch = fullLengthBatch(std::move(x));
    batch.lengths[1] = 3;
    return std::make_shared<const Batch>(std::move(batch));
}

/// The largest difference between what two networks put out.
double difference(const NetworkSpec &oneSpec, const Parameters &one, const Converted &other)
{
    const auto batch = someBatch(oneSpec);
    const ReferenceBackend backend;
    const auto first = backend.run(oneSpec, one, batch);
    const auto second = backend.run(other.spec, other.parameters, batch);
    if (!first || !second)
        return 1e300;
    double largest = 0;
    for (int t = 0; t < batch->steps(); ++t)
        largest = std::max(largest, ((*first)->output.step(t) - (*second)->output.step(t)).cwiseAbs().maxCoeff());
    return largest;
}

/// U_n of every layer without what is beside its diagonal.
void makeCandidateDiagonal(const NetworkSpec &spec, Parameters &parameters)
{
    const int H = spec.hiddenSize;
    for (LayerParameters &layer : parameters.layers)
        layer.U.bottomRows(H) = Matrix(Matrix(layer.U.bottomRows(H)).diagonal().asDiagonal());
}

} // namespace

class ConversionTest : public QObject
{
    Q_OBJECT

private slots:
    void flippedUpdateGateComputesTheSameStates_data();
    void flippedUpdateGateComputesTheSameStates();
    void flippingTwiceGivesBackEveryNumber();
    void flippingChangesOnlyTheUpdateRows();
    void otherCellsHaveNoConventionToConvert();
    void resetMovesWhereTheCandidateIsDiagonal();
    void resetCannotMoveWhereUnitsMix();
    void resetCannotMoveOverItsBias();
    void biasBehindTheResetMovesIntoTheInputBias();
    void oneUnitIsAlwaysDiagonal();
    void gateBiasesFoldExactly();
    void candidateBiasInsideTheResetCannotBeFolded();
    void resetBeforeFoldsEveryBias();
    void networkWithoutBiasesHasNothingToFold();
    void kerasColumnsAreUpdateResetCandidate();
    void kerasAndBackGivesEveryNumber_data();
    void kerasAndBackGivesEveryNumber();
    void resetBeforeHasOneBiasInKeras();
    void wrongKerasShapesAreRefused();
};

void ConversionTest::flippedUpdateGateComputesTheSameStates_data()
{
    QTest::addColumn<int>("layers");
    QTest::addColumn<bool>("bidirectional");
    QTest::addColumn<bool>("bias");
    QTest::addColumn<bool>("resetBefore");
    QTest::newRow("one layer") << 1 << false << true << false;
    QTest::newRow("no bias") << 1 << false << false << false;
    QTest::newRow("two layers, both directions") << 2 << true << true << false;
    QTest::newRow("reset before") << 1 << true << true << true;
}

void ConversionTest::flippedUpdateGateComputesTheSameStates()
{
    QFETCH(int, layers);
    QFETCH(bool, bidirectional);
    QFETCH(bool, bias);
    QFETCH(bool, resetBefore);
    NetworkSpec spec = gru(3, 4);
    spec.layers = layers;
    spec.bidirectional = bidirectional;
    spec.bias = bias;
    spec.reset = resetBefore ? ResetPlacement::before : ResetPlacement::after;
    const Parameters parameters = initialParameters(spec, 1);

    const Converted flipped = withUpdateMeaning(spec, parameters, UpdateMeaning::overwrites);

    QCOMPARE(flipped.spec.update, UpdateMeaning::overwrites);
    QVERIFY(flipped.parameters != parameters);
    QVERIFY(difference(spec, parameters, flipped) < 1e-15);
}

void ConversionTest::flippingTwiceGivesBackEveryNumber()
{
    const NetworkSpec spec = gru(3, 4);
    const Parameters parameters = initialParameters(spec, 2);
    const Converted there = withUpdateMeaning(spec, parameters, UpdateMeaning::overwrites);
    const Converted back = withUpdateMeaning(there.spec, there.parameters, UpdateMeaning::keeps);
    QVERIFY(back.spec == spec);
    QVERIFY(back.parameters == parameters);
    QVERIFY(withUpdateMeaning(spec, parameters, UpdateMeaning::keeps).parameters == parameters);
}

void ConversionTest::flippingChangesOnlyTheUpdateRows()
{
    const NetworkSpec spec = gru(3, 2);
    const Parameters parameters = initialParameters(spec, 3);
    const LayerParameters &before = parameters.layers[0];
    const LayerParameters after = withUpdateMeaning(spec, parameters, UpdateMeaning::overwrites).parameters.layers[0];
    QVERIFY(after.W.middleRows(2, 2) == -before.W.middleRows(2, 2));
    QVERIFY(after.U.middleRows(2, 2) == -before.U.middleRows(2, 2));
    QVERIFY(after.bIn.segment(2, 2) == -before.bIn.segment(2, 2));
    QVERIFY(after.bRec.segment(2, 2) == -before.bRec.segment(2, 2));
    for (const int rows : {0, 4}) {
        QVERIFY(after.W.middleRows(rows, 2) == before.W.middleRows(rows, 2));
        QVERIFY(after.U.middleRows(rows, 2) == before.U.middleRows(rows, 2));
        QVERIFY(after.bIn.segment(rows, 2) == before.bIn.segment(rows, 2));
        QVERIFY(after.bRec.segment(rows, 2) == before.bRec.segment(rows, 2));
    }
}

void ConversionTest::otherCellsHaveNoConventionToConvert()
{
    for (const CellKind cell : {CellKind::lstm, CellKind::rnn}) {
        NetworkSpec spec = gru(3, 4);
        spec.cell = cell;
        const Parameters parameters = initialParameters(spec, 4);
        const Converted flipped = withUpdateMeaning(spec, parameters, UpdateMeaning::overwrites);
        QVERIFY(flipped.spec == spec);
        QVERIFY(flipped.parameters == parameters);
        const auto moved = withResetPlacement(spec, parameters, ResetPlacement::before);
        QVERIFY(moved);
        QVERIFY(moved->spec == spec);
        const auto folded = withFoldedBiases(spec, parameters);
        QVERIFY(folded);
        QVERIFY(difference(spec, parameters, {spec, *folded}) < 1e-15);
    }
}

void ConversionTest::resetMovesWhereTheCandidateIsDiagonal()
{
    NetworkSpec spec = gru(3, 4);
    spec.layers = 2;
    Parameters parameters = initialParameters(spec, 5);
    makeCandidateDiagonal(spec, parameters);
    for (LayerParameters &layer : parameters.layers)
        layer.bRec.tail(4).setZero();

    const auto moved = withResetPlacement(spec, parameters, ResetPlacement::before);

    QVERIFY(moved);
    QCOMPARE(moved->spec.reset, ResetPlacement::before);
    QVERIFY(moved->parameters == parameters);
    QVERIFY(difference(spec, parameters, *moved) < 1e-15);
}

void ConversionTest::resetCannotMoveWhereUnitsMix()
{
    const NetworkSpec spec = gru(3, 4);
    Parameters parameters = initialParameters(spec, 6);
    makeCandidateDiagonal(spec, parameters);
    parameters.layers[0].bRec.tail(4).setZero();
    parameters.layers[0].U(8 + 2, 1) = 0.25;

    const auto moved = withResetPlacement(spec, parameters, ResetPlacement::before);

    QVERIFY(!moved);
    QVERIFY(moved.error().english().find("weight_hh_l0 the candidate of unit 2 also reads unit 1")
            != std::string::npos);
    // and the refusal is right: as it stands the network would compute something else
    NetworkSpec other = spec;
    other.reset = ResetPlacement::before;
    QVERIFY(difference(spec, parameters, {other, parameters}) > 1e-4);
}

void ConversionTest::resetCannotMoveOverItsBias()
{
    const NetworkSpec spec = gru(3, 4);
    Parameters parameters = initialParameters(spec, 6);
    makeCandidateDiagonal(spec, parameters);
    parameters.layers[0].bRec.tail(4).setZero();
    parameters.layers[0].bRec[8 + 3] = 0.5;
    const auto moved = withResetPlacement(spec, parameters, ResetPlacement::before);
    QVERIFY(!moved);
    QVERIFY(moved.error().english().find("bias_hh_l0 the candidate's b_hn of unit 3 is not 0") != std::string::npos);
}

void ConversionTest::biasBehindTheResetMovesIntoTheInputBias()
{
    NetworkSpec spec = gru(3, 4);
    spec.reset = ResetPlacement::before;
    Parameters parameters = initialParameters(spec, 7);
    makeCandidateDiagonal(spec, parameters);
    const auto moved = withResetPlacement(spec, parameters, ResetPlacement::after);
    QVERIFY(moved);
    QCOMPARE(moved->spec.reset, ResetPlacement::after);
    QVERIFY(moved->parameters.layers[0].bRec.tail(4).isZero(0));
    QVERIFY(difference(spec, parameters, *moved) < 1e-15);
}

void ConversionTest::oneUnitIsAlwaysDiagonal()
{
    NetworkSpec spec = gru(2, 1);
    spec.bias = false;
    const Parameters parameters = initialParameters(spec, 8);
    const auto moved = withResetPlacement(spec, parameters, ResetPlacement::before);
    QVERIFY(moved);
    QVERIFY(difference(spec, parameters, *moved) < 1e-15);
}

void ConversionTest::gateBiasesFoldExactly()
{
    const NetworkSpec spec = gru(3, 4);
    Parameters parameters = initialParameters(spec, 9);
    parameters.layers[0].bRec.tail(4).setZero();
    const auto folded = withFoldedBiases(spec, parameters);
    QVERIFY(folded);
    QVERIFY(folded->layers[0].bRec.isZero(0));
    QVERIFY(folded->layers[0].bIn == Vector(parameters.layers[0].bIn + parameters.layers[0].bRec));
    QVERIFY(difference(spec, parameters, {spec, *folded}) < 1e-15);
}

void ConversionTest::candidateBiasInsideTheResetCannotBeFolded()
{
    NetworkSpec spec = gru(3, 4);
    spec.bidirectional = true;
    Parameters parameters = initialParameters(spec, 10);
    parameters.layers[0].bRec.tail(4).setZero();
    const auto folded = withFoldedBiases(spec, parameters);
    QVERIFY(!folded);
    QVERIFY(folded.error().english().find("bias_hh_l0_reverse is not 0 for unit 0") != std::string::npos);
}

void ConversionTest::resetBeforeFoldsEveryBias()
{
    NetworkSpec spec = gru(3, 4);
    spec.reset = ResetPlacement::before;
    const Parameters parameters = initialParameters(spec, 11);
    const auto folded = withFoldedBiases(spec, parameters);
    QVERIFY(folded);
    QVERIFY(folded->layers[0].bRec.isZero(0));
    QVERIFY(difference(spec, parameters, {spec, *folded}) < 1e-15);
}

void ConversionTest::networkWithoutBiasesHasNothingToFold()
{
    NetworkSpec spec = gru(3, 4);
    spec.bias = false;
    const Parameters parameters = initialParameters(spec, 12);
    const auto folded = withFoldedBiases(spec, parameters);
    QVERIFY(folded);
    QVERIFY(*folded == parameters);
}

void ConversionTest::kerasColumnsAreUpdateResetCandidate()
{
    LayerParameters layer;
    layer.W = Matrix{{1}, {2}, {3}}; // r, z, n
    layer.U = Matrix{{4}, {5}, {6}};
    layer.bIn = Vector{{7, 8, 9}};
    layer.bRec = Vector{{10, 11, 12}};
    const KerasLayer keras = toKeras(layer, ResetPlacement::after);
    QVERIFY(keras.kernel == (Matrix{{2, 1, 3}}));
    QVERIFY(keras.recurrentKernel == (Matrix{{5, 4, 6}}));
    QVERIFY(keras.bias == (Matrix{{8, 7, 9}, {11, 10, 12}}));
}

void ConversionTest::kerasAndBackGivesEveryNumber_data()
{
    QTest::addColumn<bool>("bias");
    QTest::newRow("two biases") << true;
    QTest::newRow("no bias") << false;
}

void ConversionTest::kerasAndBackGivesEveryNumber()
{
    QFETCH(bool, bias);
    NetworkSpec spec = gru(3, 4);
    spec.bias = bias;
    const LayerParameters layer = initialParameters(spec, 13).layers[0];
    const KerasLayer keras = toKeras(layer, ResetPlacement::after);
    QCOMPARE(keras.kernel.rows(), 3);
    QCOMPARE(keras.recurrentKernel.rows(), 4);
    QCOMPARE(keras.bias.rows(), bias ? 2 : 0);
    const auto back = fromKeras(keras, ResetPlacement::after);
    QVERIFY(back);
    QVERIFY(*back == layer);
}

void ConversionTest::resetBeforeHasOneBiasInKeras()
{
    NetworkSpec spec = gru(3, 4);
    spec.reset = ResetPlacement::before;
    const Parameters parameters = initialParameters(spec, 14);
    const KerasLayer keras = toKeras(parameters.layers[0], ResetPlacement::before);
    QCOMPARE(keras.bias.rows(), 1);
    const auto back = fromKeras(keras, ResetPlacement::before);
    QVERIFY(back);
    QVERIFY(back->bRec.isZero(0));
    QVERIFY(difference(spec, parameters, {spec, Parameters{{*back}, {}, {}, {}, {}}}) < 1e-15);
}

void ConversionTest::wrongKerasShapesAreRefused()
{
    const KerasLayer good = toKeras(initialParameters(gru(3, 4), 15).layers[0], ResetPlacement::after);

    KerasLayer keras = good;
    keras.recurrentKernel.conservativeResize(4, 11);
    QCOMPARE(fromKeras(keras, ResetPlacement::after).error().english(),
             "A Keras GRU's recurrent_kernel is [H, 3·H], here it is [4, 11].");
    keras = good;
    keras.kernel = Matrix::Zero(3, 9);
    QCOMPARE(fromKeras(keras, ResetPlacement::after).error().english(),
             "The kernel of a Keras GRU with 4 units is [inputs, 12], here it is [3, 9].");
    QCOMPARE(fromKeras(good, ResetPlacement::before).error().english(),
             "With reset_after=False the bias of a Keras GRU with 4 units is [1, 12], here it is [2, 12].");
    QVERIFY(!fromKeras(KerasLayer(), ResetPlacement::after));
}

QTEST_GUILESS_MAIN(ConversionTest)
#include "conversion_test.moc"

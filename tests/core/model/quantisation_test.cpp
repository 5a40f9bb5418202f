// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quantisation.h"
#include "core/model/storage.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace gatescope;

namespace {

NetworkSpec withEverything()
{
    NetworkSpec spec{CellKind::gru, 5, 7, 2, true};
    spec.headOutputs = 4;
    spec.embeddingRows = 9;
    spec.headReads = HeadReads::attention;
    spec.layerNorm = true;
    return spec;
}

const QuantisedMatrix *matrixNamed(const QuantisedParameters &quantised, const std::string &name)
{
    for (const QuantisedMatrix &matrix : quantised.matrices)
        if (matrix.name == name)
            return &matrix;
    return nullptr;
}

/// One layer whose W is [3, 1].
NetworkSpec threeWeights()
{
    return {CellKind::rnn, 1, 3};
}

} // namespace

class QuantisationTest : public QObject
{
    Q_OBJECT

private slots:
    void noWeightIsFurtherOffThanHalfAScale_data()
    {
        QTest::addColumn<int>("granularity");
        QTest::addColumn<double>("size");
        for (const double size : {1.0, 1e-3, 1e9}) {
            QTest::addRow("per tensor, times %g", size) << int(Granularity::tensor) << size;
            QTest::addRow("per row, times %g", size) << int(Granularity::row) << size;
        }
    }

    void noWeightIsFurtherOffThanHalfAScale()
    {
        QFETCH(int, granularity);
        QFETCH(double, size);
        const NetworkSpec spec = withEverything();
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Parameters parameters = initialParameters(spec, seed);
            for (ParameterView &view : views(spec, parameters))
                view.values *= size;
            const QuantisedParameters small = quantised(spec, parameters, Granularity(granularity)).value();
            const Parameters again = small.dequantised();
            const auto before = views(spec, std::as_const(parameters)), after = views(spec, again);
            for (std::size_t i = 0; i < before.size(); ++i) {
                const QuantisedMatrix *matrix = matrixNamed(small, before[i].name);
                for (Eigen::Index row = 0; row < before[i].values.rows(); ++row) {
                    const double off = (before[i].values.row(row) - after[i].values.row(row)).cwiseAbs().maxCoeff();
                    // PyTorch divides in floats, by which the largest weight may be off a little more.
                    const double most = matrix ? matrix->scale(row) / 2 : 0; // what is no matrix stays as it is
                    QVERIFY2(off <= most * (1 + 1e-4),
                             (before[i].name + " is off by " + std::to_string(off / size)).c_str());
                }
            }
        }
    }

    // torch.quantize_per_tensor with MinMaxObserver(dtype=qint8, qscheme=per_tensor_symmetric): 127.5 makes the scale
    // 1; it is out of reach above and not below, and a half goes to the even neighbour.
    void theLargestWeightSetsTheScaleAsInPyTorch()
    {
        Parameters parameters = zeroParameters(threeWeights());
        parameters.layers[0].W << -127.5, 64.5, 127.5;
        parameters.layers[0].U << 65.5, -0.5, -1.5, 0.4, 0.6, -127.5, 0, 0, 0;
        const QuantisedParameters small = quantised(threeWeights(), parameters, Granularity::tensor).value();
        const QuantisedMatrix &W = small.matrices.at(0), &U = small.matrices.at(1);
        QCOMPARE(W.scales, std::vector<float>{1.0f});
        Matrix qW(3, 1), qU(3, 3);
        qW << -128, 64, 127;
        qU << 66, 0, -2, 0, 1, -128, 0, 0, 0;
        QVERIFY(W.q.cast<double>() == qW);
        QVERIFY(U.q.cast<double>() == qU);
    }

    // What torch.ao.quantization.MinMaxObserver(dtype=qint8, qscheme=per_tensor_symmetric) and
    // torch.quantize_per_tensor of 2.15 make of these floats. The last one is −127.4999993 scales, in floats the half.
    void theWeightFurthestBelowIsThatOfPyTorch()
    {
        Parameters parameters = zeroParameters(threeWeights());
        parameters.layers[0].W << 0.1257302165031433, -0.13210485875606537, -0.8325493931770325;
        const QuantisedMatrix W = quantised(threeWeights(), parameters, Granularity::tensor)->matrices.at(0);
        QCOMPARE(W.scales, std::vector<float>{0x1.abefdap-8f});
        Matrix q(3, 1);
        q << 19, -20, -128;
        QVERIFY(W.q.cast<double>() == q);
    }

    void aScalePerRowServesSmallRowsBeside()
    {
        Parameters parameters = zeroParameters(threeWeights());
        parameters.layers[0].U << 100, -50, 3, 0.01, 0.004, -0.007, 0, 0, 0;
        const Matrix perTensor
            = quantised(threeWeights(), parameters, Granularity::tensor).value().dequantised().layers[0].U;
        const Matrix perRow = quantised(threeWeights(), parameters, Granularity::row).value().dequantised().layers[0].U;
        QVERIFY(perTensor.row(1).isZero(0)); // too small for the scale of the first row
        QVERIFY((perRow.row(1) - parameters.layers[0].U.row(1)).cwiseAbs().maxCoeff() < 0.01 / 250);
        QVERIFY(perRow.row(2).isZero(0)); // a row of zeros has no scale of its own to divide by
    }

    void matricesAreQuantisedAndTheRestIsNot()
    {
        const NetworkSpec spec = withEverything();
        const Parameters parameters = initialParameters(spec, 4);
        const QuantisedParameters small = quantised(spec, parameters, Granularity::tensor).value();
        std::set<std::string> names;
        for (const QuantisedMatrix &matrix : small.matrices)
            names.insert(matrix.name);
        const std::set<std::string> expected{
            "weight_ih_l0", "weight_hh_l0",         "weight_ih_l0_reverse", "weight_hh_l0_reverse", "weight_ih_l1",
            "weight_hh_l1", "weight_ih_l1_reverse", "weight_hh_l1_reverse", "attention.weight",     "head.weight"};
        QVERIFY(names == expected);
        const Parameters again = small.dequantised();
        QVERIFY(again.layers[1].bIn == parameters.layers[1].bIn);
        QVERIFY(again.layers[1].normRec == parameters.layers[1].normRec);
        QVERIFY(*again.embedding == *parameters.embedding);
        QVERIFY(again.attention->score == parameters.attention->score);
        QVERIFY(again.head->weight != parameters.head->weight);
    }

    // gru.md, A10: PyTorch's pickles of GRU(64, 128) have 299,423 and 78,687 bytes, a few hundred of which name things.
    void aGruOf128UnitsShrinksToAboutAQuarter()
    {
        const NetworkSpec spec{CellKind::gru, 64, 128};
        const Parameters parameters = initialParameters(spec, 1);
        QCOMPARE(denseBytes(spec), std::int64_t(4 * (384 * 64 + 384 * 128 + 2 * 384)));
        QCOMPARE(quantised(spec, parameters, Granularity::tensor)->bytes(), std::int64_t(384 * 192 + 4 * (2 + 768)));
        QCOMPARE(quantised(spec, parameters, Granularity::row)->bytes(), std::int64_t(384 * 192 + 4 * (2 * 384 + 768)));
        const double ratio
            = double(denseBytes(spec)) / double(quantised(spec, parameters, Granularity::tensor)->bytes());
        QVERIFY(ratio > 3.8 && ratio < 4);
    }

    void quantisingTwiceChangesNothingMore()
    {
        const NetworkSpec spec = withEverything();
        for (const Granularity granularity : {Granularity::tensor, Granularity::row}) {
            Parameters parameters = initialParameters(spec, 5);
            for (int i = 0; i < 2; ++i)
                parameters = quantised(spec, parameters, granularity).value().dequantised();
            const Parameters again = quantised(spec, parameters, granularity).value().dequantised();
            const auto before = views(spec, std::as_const(parameters)), after = views(spec, again);
            for (std::size_t i = 0; i < before.size(); ++i)
                QVERIFY((before[i].values - after[i].values).cwiseAbs().maxCoeff()
                        <= 0.005 * before[i].values.cwiseAbs().maxCoeff());
        }
    }

    void weightsBeyondAFloatAreRefused()
    {
        Parameters parameters = zeroParameters(threeWeights());
        parameters.layers[0].U(2, 1) = -1e39;
        const auto refused = quantised(threeWeights(), parameters, Granularity::row);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().english().find("weight_hh_l0") != std::string::npos,
                 refused.error().english().c_str());
    }
};

QTEST_GUILESS_MAIN(QuantisationTest)
#include "quantisation_test.moc"

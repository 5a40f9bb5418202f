// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pruning.h"
#include "core/model/storage.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

NetworkSpec withEverything()
{
    NetworkSpec spec{CellKind::lstm, 5, 7, 2, true};
    spec.headOutputs = 4;
    spec.embeddingRows = 9;
    return spec;
}

std::int64_t zerosIn(const Eigen::Map<const Matrix> &values)
{
    return (values.array() == 0).count();
}

} // namespace

class PruningTest : public QObject
{
    Q_OBJECT

private slots:
    void exactlyTheShareIsPruned_data()
    {
        QTest::addColumn<double>("share");
        for (const double share : {0.0, 0.001, 0.25, 0.3, 0.5, 0.77, 0.999, 1.0})
            QTest::addRow("%g", share) << share;
    }

    void exactlyTheShareIsPruned()
    {
        QFETCH(double, share);
        const NetworkSpec spec = withEverything();
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const Parameters parameters = initialParameters(spec, seed);
            const Pruned global = pruned(spec, parameters, share, PruningScope::network).value();
            const WeightCount count = countWeights(spec, global.parameters);
            QCOMPARE(count.zeros, std::int64_t(std::nearbyint(share * double(count.weights))));

            const Pruned each = pruned(spec, parameters, share, PruningScope::tensor).value();
            for (const ConstParameterView &view : views(spec, each.parameters))
                QCOMPARE(zerosIn(view.values),
                         isWeightMatrix(view.name) ? std::int64_t(std::nearbyint(share * double(view.values.size())))
                                                   : 0);
        }
    }

    void noWeightThatStaysIsSmallerThanOneThatWent()
    {
        const NetworkSpec spec = withEverything();
        const Parameters parameters = initialParameters(spec, 3);
        for (const PruningScope scope : {PruningScope::network, PruningScope::tensor}) {
            const Pruned result = pruned(spec, parameters, 0.4, scope).value();
            const auto before = views(spec, parameters), after = views(spec, result.parameters);
            double largestGone = 0, smallestKept = 1e9;
            for (std::size_t i = 0; i < before.size(); ++i) {
                if (!isWeightMatrix(before[i].name))
                    continue;
                if (scope == PruningScope::tensor)
                    largestGone = 0, smallestKept = 1e9;
                for (Eigen::Index at = 0; at < before[i].values.size(); ++at) {
                    const double size = std::abs(before[i].values.data()[at]);
                    (after[i].values.data()[at] == 0 ? largestGone : smallestKept)
                        = after[i].values.data()[at] == 0 ? std::max(largestGone, size) : std::min(smallestKept, size);
                }
                if (scope == PruningScope::tensor)
                    QVERIFY(largestGone <= smallestKept);
            }
            QVERIFY(largestGone <= smallestKept);
        }
    }

    void theMaskIsZeroWhereAWeightWent()
    {
        const NetworkSpec spec = withEverything();
        const Parameters parameters = initialParameters(spec, 3);
        const Pruned result = pruned(spec, parameters, 0.6, PruningScope::network).value();
        const auto before = views(spec, parameters), after = views(spec, result.parameters),
                   mask = views(spec, result.mask);
        for (std::size_t i = 0; i < before.size(); ++i)
            QVERIFY2((before[i].values.cwiseProduct(mask[i].values) - after[i].values).isZero(0)
                         && (mask[i].values.array() == 0 || mask[i].values.array() == 1).all(),
                     before[i].name.c_str());
        QVERIFY(result.mask.layers[0].bIn.isOnes(0) && result.mask.embedding->isOnes(0)
                && result.mask.head->bias.isOnes(0));
        QVERIFY(maskOfZeros(spec, result.parameters) == result.mask);
    }

    void aBiasOfZeroIsNoPrunedWeight()
    {
        const NetworkSpec spec = withEverything();
        const Parameters mask = maskOfZeros(spec, zeroParameters(spec));
        QVERIFY(mask.layers[0].bIn.isOnes(0) && mask.embedding->isOnes(0));
        QVERIFY(mask.layers[0].W.isZero(0) && mask.head->weight.isZero(0));
    }

    void ofEqualWeightsTheFirstGo()
    {
        const NetworkSpec spec{CellKind::rnn, 2, 2};
        Parameters parameters = zeroParameters(spec);
        parameters.layers[0].W << 0.5, -0.5, 0.5, 0.1;
        parameters.layers[0].U << -0.5, 0.5, 2, 0.5;
        const Parameters half = pruned(spec, parameters, 0.5, PruningScope::network).value().parameters;
        Matrix W(2, 2), U(2, 2);
        W << 0, 0, 0, 0;
        U << -0.5, 0.5, 2, 0.5;
        QVERIFY(half.layers[0].W == W && half.layers[0].U == U);
        const Parameters eachHalf = pruned(spec, parameters, 0.5, PruningScope::tensor).value().parameters;
        W << 0, -0.5, 0.5, 0;
        U << 0, 0, 2, 0.5;
        QVERIFY(eachHalf.layers[0].W == W && eachHalf.layers[0].U == U);
    }

    void aShareOutsideZeroToOneIsRefused()
    {
        const NetworkSpec spec = withEverything();
        for (const double share : {-0.1, 1.5, std::nan("")})
            QVERIFY(!pruned(spec, zeroParameters(spec), share, PruningScope::network).ok());
    }

    void zerosSaveNothingInDenseStorageAndPayInSparseFromAThirdOn()
    {
        const NetworkSpec spec{CellKind::gru, 64, 128};
        const Parameters parameters = initialParameters(spec, 2);
        const std::int64_t weights = 384 * 192, biases = 768, rowStarts = 2 * 385;
        for (const double share : {0.0, 0.3, 0.35, 0.5, 0.9}) {
            const Pruned result = pruned(spec, parameters, share, PruningScope::network).value();
            const std::int64_t kept = weights - countWeights(spec, result.parameters).zeros;
            const std::int64_t sparse = sparseBytes(spec, result.parameters);
            QCOMPARE(sparse, kept * 6 + 4 * (biases + rowStarts));
            QCOMPARE(sparse<denseBytes(spec), share> 0.34);
        }
    }

    void moreThan65536ColumnsNeedLongerIndices()
    {
        for (const int columns : {65536, 65537}) {
            const NetworkSpec spec{CellKind::rnn, columns, 1, 1, false, false};
            Parameters parameters = zeroParameters(spec);
            parameters.layers[0].W.setOnes();
            const std::int64_t index = columns == 65536 ? 2 : 4;
            QCOMPARE(sparseBytes(spec, parameters), columns * (4 + index) + 2 * 4 + 2 * 4); // U is 0: row starts alone
        }
    }
};

QTEST_GUILESS_MAIN(PruningTest)
#include "pruning_test.moc"

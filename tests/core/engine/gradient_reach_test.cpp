// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gradient_reach.h"
#include "core/engine/reference_backend.h"
#include "core/model/initialisation.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

/// log10 |dL/dh_0| of L = v · h_T, where v has length 1 (for an LSTM log10 |dL/dc_0|): N(0, 1) inputs, PyTorch's
/// default initialisation.
double reach(CellKind cell, std::optional<double> updateBias, int steps, std::uint64_t seed)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.inputSize = 4;
    spec.hiddenSize = 32;
    Parameters parameters = initialParameters(spec, seed);
    if (updateBias)
        if (!setUpdateBias(spec, parameters, *updateBias))
            qFatal("the bias could not be set");
    Random random(seed + 1'000'000);
    TimeArray x(steps, 1, spec.inputSize);
    for (int t = 0; t < steps; ++t)
        for (int i = 0; i < spec.inputSize; ++i)
            x.set(t, 0, i, random.normal());
    const auto found = gradientReach(ReferenceBackend(), spec, parameters,
                                     std::make_shared<const Batch>(fullLengthBatch(std::move(x))), random.next());
    if (!found)
        qFatal("%s", found.error().english().c_str());
    return found->back();
}

} // namespace

/// How far a gradient reaches back in networks that have learned nothing: the table of the reference document,
/// made anew.
class GradientReachTest : public QObject
{
    Q_OBJECT
private slots:
    // h_t = relu(k h_(t−1)): going back each step multiplies by k, farther than the square of a number can.
    void aReachIsToldAsFarAsNumbersGo()
    {
        NetworkSpec spec;
        spec.cell = CellKind::rnn;
        spec.inputSize = 1;
        spec.hiddenSize = 2;
        spec.stateActivation = StateActivation::relu;
        Parameters parameters = zeroParameters(spec);
        parameters.layers[0].bIn.setConstant(1); // above the kink
        const auto reachOf = [&](double k, int steps) {
            parameters.layers[0].U = k * Matrix::Identity(2, 2);
            return gradientReach(ReferenceBackend(), spec, parameters,
                                 std::make_shared<const Batch>(fullLengthBatch(TimeArray(steps, 1, 1))), 1);
        };
        QVERIFY(std::abs(reachOf(0.1, 200)->back() + 200) < 1e-9);
        QVERIFY(std::abs(reachOf(10, 200)->back() - 200) < 1e-9);
        QCOMPARE(reachOf(0.1, 400)->back(), -300.0);
        QCOMPARE(reachOf(10, 304)->back(), 300.0);
    }

    void theReachBeginsAtTheLastStateAndEndsAtTheFirst()
    {
        NetworkSpec spec;
        spec.inputSize = 2;
        spec.hiddenSize = 5;
        spec.layers = 2;
        Batch batch = fullLengthBatch(TimeArray(9, 3, 2));
        batch.lengths = {9, 4, 6};
        const auto reach = gradientReach(ReferenceBackend(), spec, initialParameters(spec, 1),
                                         std::make_shared<const Batch>(batch), 5);
        QVERIFY(reach.ok());
        QCOMPARE(reach->size(), std::size_t(10));
        QVERIFY(std::abs(reach->front()) < 1e-12); // |dL/dh_T| = |v| = 1
        spec.bidirectional = true;
        QVERIFY(!gradientReach(ReferenceBackend(), spec, initialParameters(spec, 1),
                               std::make_shared<const Batch>(batch), 5)
                     .ok());
    }

    void anOpenUpdateGateKeepsTheGradientAndTheNameOfTheCellDoesNot_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<std::optional<double>>("bias");
        QTest::addColumn<std::vector<double>>("published"); ///< means of 100 seeds
        QTest::addColumn<std::vector<double>>("standardErrors");
        const auto add = [](const char *name, CellKind cell, std::optional<double> bias,
                            const std::vector<double> &published, const std::vector<double> &errors) {
            QTest::newRow(name) << int(cell) << bias << published << errors;
        };
        add("RNN", CellKind::rnn, {}, {-0.27, -1.38, -2.72, -6.56, -12.73, -25.19},
            {0.01, 0.01, 0.03, 0.07, 0.15, 0.30});
        add("GRU", CellKind::gru, {}, {-0.28, -1.21, -2.24, -5.20, -10.08, -19.90},
            {0.00, 0.01, 0.01, 0.03, 0.05, 0.11});
        add("LSTM", CellKind::lstm, {}, {-0.60, -1.62, -2.67, -5.66, -10.45, -20.15},
            {0.00, 0.01, 0.01, 0.03, 0.06, 0.13});
        add("GRU, update bias 2", CellKind::gru, 2, {-0.06, -0.27, -0.53, -1.23, -2.31, -4.42},
            {0.00, 0.00, 0.00, 0.01, 0.01, 0.02});
        add("GRU, update bias 4", CellKind::gru, 4, {-0.01, -0.04, -0.08, -0.20, -0.39, -0.76},
            {0.00, 0.00, 0.00, 0.00, 0.00, 0.00});
    }

    void anOpenUpdateGateKeepsTheGradientAndTheNameOfTheCellDoesNot()
    {
        QFETCH(int, cell);
        QFETCH(std::optional<double>, bias);
        QFETCH(std::vector<double>, published);
        QFETCH(std::vector<double>, standardErrors);
        constexpr int seeds = 100;
        constexpr std::array lengths{1, 5, 10, 25, 50, 100};
        QByteArray row = QTest::currentDataTag();
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            double sum = 0, squares = 0;
            for (int seed = 0; seed < seeds; ++seed) {
                const double found = reach(CellKind(cell), bias, lengths[i], std::uint64_t(seed));
                sum += found;
                squares += found * found;
            }
            const double mean = sum / seeds, own = std::sqrt((squares / seeds - mean * mean) / seeds);
            row += QByteArray("  T=") + QByteArray::number(lengths[i]) + " " + QByteArray::number(mean, 'f', 2) + " ± "
                + QByteArray::number(own, 'f', 2);
            // Both tables are means of a sample.
            const double allowed = std::max(0.2, 3 * std::hypot(own, standardErrors[i]));
            QVERIFY2(std::abs(mean - published[i]) < allowed, row);
        }
        qInfo("%s", row.constData());
    }
};

QTEST_GUILESS_MAIN(GradientReachTest)
#include "gradient_reach_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layer_norm.h"

#include "core/engine/reference_backend.h"
#include "core/model/conversion.h"
#include "random_network.h"

#include <QTest>

using namespace gatescope;

namespace {

NetworkSpec normalisedGru(int hiddenSize = 6)
{
    NetworkSpec spec{CellKind::gru, 4, hiddenSize, 2, true};
    spec.layerNorm = true;
    return spec;
}

double difference(const RandomNetwork &network, const NetworkSpec &spec, const Parameters &parameters)
{
    const auto one = ReferenceBackend().run(network.spec, network.parameters, network.batch).value();
    const auto other = ReferenceBackend().run(spec, parameters, network.batch).value();
    double largest = 0;
    for (int t = 0; t < one->output.steps(); ++t)
        largest = std::max(largest, (one->output.step(t) - other->output.step(t)).cwiseAbs().maxCoeff());
    return largest;
}

} // namespace

class LayerNormTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNormalisedHasMean0AndVariance1BeforeTheGain()
    {
        Random random(1);
        for (const int size : {3, 12, 300}) {
            const Vector v = Vector::NullaryExpr(size, [&] { return 3 + 50 * random.normal(); });
            const Vector y = layerNorm(v, Vector::Ones(size));
            QVERIFY(std::abs(y.mean()) < 1e-12);
            QVERIFY(std::abs(y.squaredNorm() / size - 1) < 1e-5); // ε makes it a little less
            const Vector gain = Vector::LinSpaced(size, -2, 2);
            QVERIFY((layerNorm(v, gain) - gain.cwiseProduct(y)).cwiseAbs().maxCoeff() < 1e-12);
        }
    }

    void epsilonKeepsEqualNumbersFinite()
    {
        QVERIFY(layerNorm(Vector::Constant(6, 0.25), Vector::Ones(6)).isZero(1e-12));
    }

    void aSmallVarianceIsDividedByTheRootOfItselfAndEpsilon()
    {
        const Vector v = Vector{{-0.001, 0.001}};
        const double expected = 0.001 / std::sqrt(1e-6 + 1e-5);
        QVERIFY(std::abs(layerNorm(v, Vector::Ones(2))[1] - expected) < 1e-12);
    }

    void scalingWOrUChangesNothing()
    {
        RandomNetwork network = randomNetwork({normalisedGru(), 5, {5, 3}}, 2);
        for (LayerParameters &layer : network.parameters.layers) {
            layer.W *= 1e4; // so large that ε does not count
            layer.U *= 1e4;
        }
        Parameters scaled = network.parameters;
        for (LayerParameters &layer : scaled.layers)
            layer.W *= 7;
        QVERIFY(difference(network, network.spec, scaled) < 1e-8);
        scaled = network.parameters;
        for (LayerParameters &layer : scaled.layers)
            layer.U *= 0.5;
        QVERIFY(difference(network, network.spec, scaled) < 1e-8);
        scaled.layers[0].normRec *= 0.5;
        QVERIFY(difference(network, network.spec, scaled) > 1e-3);
    }

    void normalisationIsOverTheRowsOfAllBlocks()
    {
        // Adding a number to all rows of all blocks moves the mean only; adding it to one block moves the others too.
        const RandomNetwork network = randomNetwork({normalisedGru(), 5, {5, 3}}, 3);
        Parameters moved = network.parameters;
        for (LayerParameters &layer : moved.layers)
            layer.W.rowwise() += Eigen::RowVectorXd::LinSpaced(layer.W.cols(), -1, 2).eval();
        QVERIFY(difference(network, network.spec, moved) < 1e-12);
        moved = network.parameters;
        moved.layers[0].W.topRows(6).array() += 1;
        QVERIFY(difference(network, network.spec, moved) > 1e-3);
    }

    void gainsStartAt1AndAreNamed()
    {
        const NetworkSpec spec = normalisedGru(2);
        const Parameters parameters = initialParameters(spec, 1);
        QCOMPARE(parameters.layers[3].normIn, Vector(Vector::Ones(6)));
        QCOMPARE(parameters.layers[0].normRec, Vector(Vector::Ones(6)));
        std::vector<std::string> names;
        for (const ConstParameterView &view : views(spec, parameters))
            names.push_back(view.name);
        const std::vector<std::string> first(names.begin(), names.begin() + 7);
        QCOMPARE(first,
                 (std::vector<std::string>{"weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "norm_ih_l0",
                                           "norm_hh_l0", "weight_ih_l0_reverse"}));
        // haste: 3H (I + H + 2 biases + 2 gains)
        QCOMPARE(recurrentParameterCount(spec), 2 * 6 * (4 + 2 + 4) + 2 * 6 * (4 + 2 + 4));
    }

    void turningTheUpdateGateRoundTurnsTheGains()
    {
        const RandomNetwork network = randomNetwork({normalisedGru(), 5, {5, 3}}, 4);
        const Converted turned = withUpdateMeaning(network.spec, network.parameters, UpdateMeaning::overwrites);
        QVERIFY(turned.spec.update == UpdateMeaning::overwrites);
        QVERIFY(difference(network, turned.spec, turned.parameters) < 1e-12);
    }

    void aResetBeforeTheProductHasNoSuchNormalisation()
    {
        const RandomNetwork network = randomNetwork({normalisedGru(), 5, {5, 3}}, 5);
        const auto moved = withResetPlacement(network.spec, network.parameters, ResetPlacement::before);
        QVERIFY(!moved.ok());
        QVERIFY(moved.error().english().starts_with("No weights can do this: layer normalisation"));
    }
};

QTEST_GUILESS_MAIN(LayerNormTest)
#include "layer_norm_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"
#include "core/engine/reference_backend.h"
#include "random_network.h"

#include <QTest>

#include <limits>

using namespace gatescope;

namespace {

/// Two bidirectional layers and a head.
const NetworkSpec deep{CellKind::gru, 3, 4, 2, true, true, ResetPlacement::after, UpdateMeaning::keeps, 2};

std::shared_ptr<const Trace> traceOf(const NetworkSpec &spec, const Parameters &parameters, const Batch &batch)
{
    const auto trace = ReferenceBackend().run(spec, parameters, std::make_shared<const Batch>(batch));
    return trace.ok() ? *trace : nullptr;
}

std::string errorOf(const NetworkSpec &spec, const Parameters &parameters, const Batch &batch)
{
    const auto trace = ReferenceBackend().run(spec, parameters, std::make_shared<const Batch>(batch));
    return trace.ok() ? "no error" : trace.error().english();
}

Upstream onesOnOutput(const Trace &trace)
{
    Upstream upstream;
    upstream.output = TimeArray(trace.output.steps(), trace.output.batch(), trace.output.units());
    for (int t = 0; t < trace.output.steps(); ++t)
        upstream.output.step(t).setOnes();
    return upstream;
}

} // namespace

class ReferenceBackendTest : public QObject
{
    Q_OBJECT

private slots:
    void aValueThatIsNotFiniteIsNamedWithItsLayerPartAndStep()
    {
        const NetworkSpec spec{CellKind::gru, 1, 2, 2, true, true};
        RandomNetwork network = randomNetwork({spec, 4, {4, 3}, {}, {}, 0, true}, 11);
        Batch batch = *network.batch;
        batch.h0[3](1, 0) = 1e200;
        network.parameters.layers[3].U(4, 0) = 1e200;
        QCOMPARE(
            errorOf(spec, network.parameters, batch),
            std::string("Layer 1, backward, step 2 of sequence 1: the past (u) is not finite. Use smaller weights or "
                        "inputs."));
    }

    void aGradientThatIsNotFiniteIsNamedWithItsLayerPartAndStep()
    {
        const NetworkSpec spec{CellKind::rnn, 1, 1, 1, false, true};
        Parameters parameters = zeroParameters(spec);
        parameters.layers[0].U(0, 0) = 1e150; // every state is 0, so its slope is 1
        const auto trace = traceOf(spec, parameters, fullLengthBatch(TimeArray(6, 1, 1)));
        QVERIFY(trace);
        const auto gradient = ReferenceBackend().backpropagate(parameters, *trace, onesOnOutput(*trace));
        QVERIFY(!gradient.ok());
        QCOMPARE(
            gradient.error().english(),
            std::string("Layer 0, forward, step 2 of sequence 0: the gradient of state (h) is not finite. Use smaller "
                        "weights, or a shorter sequence."));
    }

    void partsThatDoNotFitTogetherAreRefused()
    {
        const NetworkSpec spec{CellKind::gru, 2, 3};
        const RandomNetwork network = randomNetwork({spec, 4, {4}}, 12);
        NetworkSpec wider = spec;
        wider.hiddenSize = 4;
        QVERIFY(errorOf(wider, network.parameters, *network.batch)
                    .starts_with("weight_ih_l0 has shape [9, 2], expected [12, 2]"));
        NetworkSpec none = spec;
        none.hiddenSize = 0;
        QVERIFY(errorOf(none, network.parameters, *network.batch).starts_with("hidden_size must be greater than zero"));
        QVERIFY(errorOf(spec, network.parameters, fullLengthBatch(TimeArray(4, 1, 3)))
                    .starts_with("input.size(-1) must be equal to input_size. Expected 2, got 3"));
    }

    void anUpstreamGradientOfTheWrongShapeIsRefused()
    {
        const NetworkSpec spec{CellKind::gru, 2, 3};
        const RandomNetwork network = randomNetwork({spec, 4, {4}}, 13);
        const auto trace = traceOf(spec, network.parameters, *network.batch);
        QVERIFY(trace);
        const auto errorFor = [&](const Upstream &upstream) {
            const auto gradient = ReferenceBackend().backpropagate(network.parameters, *trace, upstream);
            return gradient.ok() ? std::string("no error") : gradient.error().english();
        };
        Upstream upstream;
        upstream.output = TimeArray(4, 1, 6);
        QCOMPARE(errorFor(upstream),
                 std::string("The gradient of output has 4 steps of 1 sequences with 6 numbers, expected "
                             "4 steps of 1 sequences with 3 numbers."));
        upstream = {};
        upstream.hN = {Matrix::Zero(1, 3), Matrix::Zero(1, 3)};
        QCOMPARE(errorFor(upstream), std::string("The gradient of h_n has 2 layers and directions, expected 1."));
        upstream = {};
        upstream.cN = {Matrix::Zero(1, 3)};
        QCOMPARE(errorFor(upstream),
                 std::string("A gradient of c_n is given, but a GRU has no cell state: remove it."));
        upstream = {};
        upstream.headOutput = TimeArray(4, 1, 2);
        QCOMPARE(errorFor(upstream),
                 std::string("A gradient of the head's output is given, but the network has no head: remove it."));
        upstream = {};
        upstream.hN = {Matrix::Constant(1, 3, std::numeric_limits<double>::quiet_NaN())};
        QCOMPARE(errorFor(upstream),
                 std::string("The gradient of h_n[0] is not finite: replace each nan and infinity."));
    }

    void noUpstreamGradientMeansNoGradient()
    {
        const RandomNetwork network = randomNetwork({deep, 4, {4, 2}}, 14);
        const auto trace = traceOf(deep, network.parameters, *network.batch);
        const auto gradient = ReferenceBackend().backpropagate(network.parameters, *trace, {});
        QVERIFY(gradient.ok());
        QVERIFY((*gradient)->parameters == zeroParameters(deep));
    }

    void inputsOfSinglePrecisionAreRead()
    {
        const RandomNetwork network = randomNetwork({deep, 3, {3, 2}}, 15);
        Batch narrow = *network.batch;
        narrow.x = TimeArray(3, 2, 3, TimeArray::Precision::f32);
        Batch widened = *network.batch;
        for (int t = 0; t < 3; ++t)
            for (int n = 0; n < 2; ++n)
                for (int i = 0; i < 3; ++i) {
                    narrow.x.set(t, n, i, network.batch->x(t, n, i));
                    widened.x.set(t, n, i, narrow.x(t, n, i));
                }
        const auto one = traceOf(deep, network.parameters, narrow);
        const auto other = traceOf(deep, network.parameters, widened);
        QVERIFY(one && other && one->output == other->output);
    }

    void theReferenceIsTheFirstBackend()
    {
        QCOMPARE(availableBackends().at(0)->name(), std::string_view("reference"));
        const auto reference = backendNamed("reference");
        QVERIFY(reference.ok());
        QCOMPARE((*reference)->name(), std::string_view("reference"));
        const std::string refused = backendNamed("abacus").error().english();
        QVERIFY2(refused.starts_with("There is no backend \"abacus\" here: choose one of reference, cpu"),
                 refused.c_str());
    }
};

QTEST_GUILESS_MAIN(ReferenceBackendTest)
#include "reference_backend_test.moc"

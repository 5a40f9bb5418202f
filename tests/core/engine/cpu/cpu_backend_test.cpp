// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "tests/core/engine/random_network.h"
#include "tests/core/engine/trace_distance.h"

#include <QTest>

using namespace gatescope;

namespace {

/// Shapes of all kinds: even and odd sizes, one and many sequences, long and short ones.
Shape shapeNumber(int i)
{
    Random random(std::uint64_t(i) * 7919 + 1);
    const auto pick
        = [&](const std::vector<int> &choices) { return choices[std::size_t(random.below(int(choices.size())))]; };
    Shape shape;
    NetworkSpec &spec = shape.spec;
    spec.cell = std::vector{CellKind::gru, CellKind::gru, CellKind::lstm, CellKind::rnn}[std::size_t(random.below(4))];
    spec.inputSize = pick({1, 2, 3, 5, 8, 17, 33});
    spec.hiddenSize = pick({1, 2, 3, 4, 7, 8, 15, 16, 17, 31, 33, 48, 50, 64, 100});
    spec.layers = 1 + random.below(3);
    spec.bidirectional = random.below(3) == 0;
    spec.bias = random.below(4) > 0;
    if (spec.cell == CellKind::gru) {
        spec.reset = random.below(2) ? ResetPlacement::before : ResetPlacement::after;
        spec.update = random.below(3) ? UpdateMeaning::keeps : UpdateMeaning::overwrites;
    }
    spec.headOutputs = random.below(2) ? pick({1, 3, 8, 20}) : 0;
    spec.headBias = random.below(3) > 0;
    shape.steps = pick({1, 2, 5, 12, 30});
    shape.lengths.resize(std::size_t(pick({1, 2, 3, 7, 8, 13, 20})), shape.steps);
    if (random.below(2))
        for (int &length : shape.lengths)
            length = 1 + random.below(shape.steps);
    shape.loss = spec.headOutputs == 0 ? LossKind::outputSum
        : random.below(2)              ? LossKind::crossEntropy
                                       : LossKind::squaredError;
    shape.watched = random.below(2) ? WatchedSteps::every : WatchedSteps::last;
    shape.initialStates = random.below(2);
    return shape;
}

Evaluation evaluated(const Backend &backend, const RandomNetwork &network)
{
    auto evaluation = evaluate(backend, network.spec, network.parameters, network.batch, network.objective);
    if (!evaluation)
        qFatal("%s", evaluation.error().english().c_str());
    return *evaluation;
}

} // namespace

class CpuBackendTest : public QObject
{
    Q_OBJECT
private slots:
    void equalsTheReferenceOnEverySetOfKernels_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < 200; ++i)
            QTest::addRow("shape %d", i) << i;
    }

    void equalsTheReferenceOnEverySetOfKernels()
    {
        QFETCH(int, number);
        const RandomNetwork network = initialNetwork(shapeNumber(number), std::uint64_t(number));
        const Evaluation reference = evaluated(ReferenceBackend(), network);
        for (const Kernels *kernels : availableKernels()) {
            const Evaluation evaluation = evaluated(CpuBackend(*kernels), network);
            QCOMPARE(evaluation.trace->output.precision(), TimeArray::Precision::f32);
            const std::string apart = differences(*evaluation.trace, *reference.trace)
                + differences(network.spec, *evaluation.gradients, *reference.gradients);
            QVERIFY2(apart.empty(), (std::string(kernels->name) + ": " + apart).c_str());
        }
    }

    void propagatesBackThroughATraceOfTheReference()
    {
        for (int number = 0; number < 20; ++number) {
            const RandomNetwork network = initialNetwork(shapeNumber(number), std::uint64_t(number));
            const Evaluation reference = evaluated(ReferenceBackend(), network);
            const Loss loss = takeLoss(*reference.trace, network.objective);
            const auto gradients = CpuBackend().backpropagate(network.parameters, *reference.trace, loss.upstream);
            QVERIFY(gradients.ok());
            const std::string apart = differences(network.spec, **gradients, *reference.gradients);
            QVERIFY2(apart.empty(), apart.c_str());
        }
    }

    void overflowIsASentence()
    {
        NetworkSpec spec;
        spec.cell = CellKind::lstm;
        Parameters parameters = initialParameters(spec, 1);
        parameters.layers[0].W.setConstant(1e300); // no float
        const auto trace
            = CpuBackend().run(spec, parameters, std::make_shared<const Batch>(fullLengthBatch(TimeArray(2, 1, 1))));
        QVERIFY(!trace.ok());
        QVERIFY(trace.error().english().find("single precision") != std::string::npos);
    }

    void whatIsNotFiniteInFloatsIsASentence()
    {
        NetworkSpec spec;
        spec.inputSize = 1;
        spec.hiddenSize = 4;
        spec.headOutputs = 1;
        const auto batch = std::make_shared<const Batch>(fullLengthBatch(TimeArray(3, 1, 1)));
        Parameters parameters = initialParameters(spec, 1);
        parameters.head->weight.setConstant(1e39); // finite in double precision
        const auto headTooLarge = CpuBackend().run(spec, parameters, batch);
        QVERIFY(!headTooLarge.ok());
        QVERIFY(headTooLarge.error().english().find("head") != std::string::npos);

        parameters = initialParameters(spec, 1);
        parameters.layers[0].W.setConstant(3e38); // x is 0, but dL/dx is a sum of these
        const auto trace = CpuBackend().run(spec, parameters, batch);
        QVERIFY(trace.ok());
        Upstream upstream;
        upstream.output = TimeArray(3, 1, 4);
        for (int t = 0; t < 3; ++t)
            for (int j = 0; j < 4; ++j)
                upstream.output.set(t, 0, j, 100.0);
        QVERIFY(!CpuBackend().backpropagate(parameters, **trace, upstream).ok());
    }

    void whatItDoesNotComputeIsRefusedNotIgnored_data()
    {
        QTest::addColumn<NetworkSpec>("spec");
        QTest::addColumn<std::string>("option");
        const auto row = [](const char *option, void (*apply)(NetworkSpec &)) {
            NetworkSpec spec{CellKind::gru, 3, 4};
            spec.headOutputs = 2;
            apply(spec);
            QTest::newRow(option) << spec << std::string(option);
        };
        row("hard sigmoid", [](NetworkSpec &spec) { spec.gateActivation = GateActivation::hardSigmoid; });
        row("relu", [](NetworkSpec &spec) { spec.stateActivation = StateActivation::relu; });
        row("layer normalisation", [](NetworkSpec &spec) { spec.layerNorm = true; });
        row("attention", [](NetworkSpec &spec) { spec.headReads = HeadReads::attention; });
        row("decoder", [](NetworkSpec &spec) { spec.decoder = true; });
    }
    void whatItDoesNotComputeIsRefusedNotIgnored()
    {
        QFETCH(NetworkSpec, spec);
        QFETCH(std::string, option);
        const std::string refusal = "The cpu backend has no " + option + ": use the reference backend.";
        const Parameters parameters = initialParameters(spec, 1);
        const auto batch = std::make_shared<const Batch>(fullLengthBatch(TimeArray(3, 1, 3)));
        QCOMPARE(CpuBackend().run(spec, parameters, batch).error().english(), refusal);
        QCOMPARE(CpuBackend().startTraining(spec, parameters, {}).error().english(), refusal);
        Trace trace;
        trace.spec = spec;
        trace.batch = batch;
        QCOMPARE(CpuBackend().backpropagate(parameters, trace, {}).error().english(), refusal);
    }

    void aPaddingRowIsNotTrainedHereEither()
    {
        NetworkSpec spec{CellKind::gru, 3, 4};
        spec.embeddingRows = 4;
        spec.paddingRow = 1;
        Parameters parameters = initialParameters(spec, 1);
        QVERIFY(parameters.embedding->row(1).isZero(0));
        parameters.embedding->row(1).setConstant(0.5);
        Batch batch = fullLengthBatch(TimeArray(3, 1, 3));
        batch.embeddingRows = {{0, 1, 2}};
        const auto training = CpuBackend().startTraining(spec, parameters, {});
        QVERIFY(training.ok());
        QVERIFY((*training)->update(batch, {}).ok());
        const Matrix learned = *(*training)->parameters().embedding;
        QVERIFY(learned.row(1) == parameters.embedding->row(1));
        QVERIFY(learned.row(2) != parameters.embedding->row(2));
    }
};

QTEST_GUILESS_MAIN(CpuBackendTest)
#include "cpu_backend_test.moc"

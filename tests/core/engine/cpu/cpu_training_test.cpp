// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/cpu/cpu_training.h"
#include "core/engine/reference_backend.h"
#include "core/model/pruning.h"
#include "tests/core/engine/random_network.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>

using namespace gatescope;

namespace {

std::atomic<long> allocations = 0;

Shape shapeOf(CellKind cell, LossKind loss = LossKind::squaredError)
{
    Shape shape;
    shape.spec.cell = cell;
    shape.spec.inputSize = 5;
    shape.spec.hiddenSize = 19;
    shape.spec.layers = 2;
    shape.spec.headOutputs = 4;
    shape.steps = 12;
    shape.lengths = {12, 12, 7, 12, 1, 9, 12};
    shape.loss = loss;
    return shape;
}

Parameters trained(const Backend &backend, const RandomNetwork &network, const TrainingSettings &settings, int updates)
{
    auto run = backend.startTraining(network.spec, network.parameters, settings);
    if (!run)
        qFatal("%s", run.error().english().c_str());
    for (int i = 0; i < updates; ++i)
        if (const auto report = (*run)->update(*network.batch, network.objective); !report || report->notFinite)
            qFatal("%s", (report ? *report->notFinite : report.error()).english().c_str());
    return (*run)->parameters();
}

double largestDifference(const NetworkSpec &spec, const Parameters &a, const Parameters &b)
{
    double apart = 0;
    const auto left = views(spec, a), right = views(spec, b);
    for (std::size_t i = 0; i < left.size(); ++i)
        apart = std::max(apart, (left[i].values - right[i].values).cwiseAbs().maxCoeff());
    return apart;
}

} // namespace

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}
void *operator new(std::size_t size, std::align_val_t boundary)
{
    ++allocations;
    const auto step = std::size_t(boundary);
    if (void *memory = std::aligned_alloc(step, (size + step - 1) / step * step))
        return memory;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

class CpuTrainingTest : public QObject
{
    Q_OBJECT
private slots:
    void everyOptimizerMovesTheWeightsAsTheReferenceDoes_data()
    {
        QTest::addColumn<OptimizerSettings>("optimizer");
        QTest::newRow("SGD") << OptimizerSettings{.kind = OptimizerKind::sgd, .learningRate = 0.1};
        QTest::newRow("SGD with momentum and decay")
            << OptimizerSettings{.kind = OptimizerKind::sgd, .learningRate = 0.1, .momentum = 0.9, .weightDecay = 0.01};
        QTest::newRow("RMSProp") << OptimizerSettings{.kind = OptimizerKind::rmsprop, .epsilon = 1e-3};
        QTest::newRow("Adam") << OptimizerSettings{.epsilon = 1e-3};
        QTest::newRow("Adam with decay") << OptimizerSettings{.epsilon = 1e-3, .weightDecay = 0.1};
        QTest::newRow("AdamW") << OptimizerSettings{.kind = OptimizerKind::adamw, .epsilon = 1e-3, .weightDecay = 0.1};
    }

    // With ε of 1e-8 a gradient that rounding turned round would move its weight the other way.
    void everyOptimizerMovesTheWeightsAsTheReferenceDoes()
    {
        QFETCH(OptimizerSettings, optimizer);
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            for (const LossKind loss : {LossKind::squaredError, LossKind::crossEntropy}) {
                const RandomNetwork network = initialNetwork(shapeOf(cell, loss), 3);
                const Parameters expected = trained(ReferenceBackend(), network, {optimizer, 1}, 10);
                QVERIFY(largestDifference(network.spec, expected, network.parameters)
                        > 1e-3); // it has learned something
                for (const Kernels *kernels : availableKernels())
                    for (const int threads : {1, 2, 3})
                        QVERIFY(largestDifference(network.spec,
                                                  trained(CpuBackend(*kernels), network, {optimizer, threads}, 10),
                                                  expected)
                                < 2e-5);
            }
        }
    }

    void slicesOfTheBatchLearnAsTheReferenceDoes_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("reset");
        QTest::addColumn<bool>("bidirectional");
        QTest::addColumn<bool>("bias");
        QTest::addColumn<int>("outputs");
        QTest::newRow("reset before, both directions")
            << int(CellKind::gru) << int(ResetPlacement::before) << true << true << 3;
        QTest::newRow("no biases") << int(CellKind::gru) << int(ResetPlacement::after) << true << false << 3;
        QTest::newRow("LSTM, sum of its output")
            << int(CellKind::lstm) << int(ResetPlacement::after) << true << true << 0;
        QTest::newRow("RNN") << int(CellKind::rnn) << int(ResetPlacement::after) << false << true << 2;
    }

    void slicesOfTheBatchLearnAsTheReferenceDoes()
    {
        QFETCH(int, cell);
        QFETCH(int, reset);
        QFETCH(bool, bidirectional);
        QFETCH(bool, bias);
        QFETCH(int, outputs);
        Shape shape = shapeOf(CellKind(cell), outputs > 0 ? LossKind::squaredError : LossKind::outputSum);
        shape.spec.reset = ResetPlacement(reset);
        shape.spec.bidirectional = bidirectional;
        shape.spec.bias = bias;
        shape.spec.headOutputs = outputs;
        shape.initialStates = true;
        const RandomNetwork network = initialNetwork(shape, 3);
        const TrainingSettings settings{{.kind = OptimizerKind::sgd, .learningRate = 0.01}, 1};
        const Parameters expected = trained(ReferenceBackend(), network, settings, 3);
        QVERIFY(largestDifference(network.spec, expected, network.parameters) > 1e-4);
        for (int threads = 1; threads <= 4; ++threads) {
            const double apart = largestDifference(
                network.spec, trained(CpuBackend(), network, {settings.optimizer, threads}, 3), expected);
            QVERIFY2(apart < 2e-5, std::to_string(apart).c_str());
        }
    }

    void batchesOfOtherShapesLeaveNothingBehind()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru), 3);
        Shape smaller = shapeOf(CellKind::gru);
        smaller.steps = 5;
        smaller.lengths = {5, 2};
        const RandomNetwork other = initialNetwork(smaller, 3);
        const auto alternate = [&](const Backend &backend, int threads) {
            auto run = backend.startTraining(network.spec, network.parameters,
                                             {{.kind = OptimizerKind::sgd, .learningRate = 0.1}, threads});
            for (const RandomNetwork *next : {&network, &other, &network, &other, &network}) {
                if (!(*run)->measure(*other.batch, other.objective) || !(*run)->update(*next->batch, next->objective))
                    qFatal("an update failed");
            }
            return (*run)->parameters();
        };
        const Parameters expected = alternate(ReferenceBackend(), 1);
        for (const int threads : {1, 2, 3})
            QVERIFY(largestDifference(network.spec, alternate(CpuBackend(), threads), expected) < 2e-5);
    }

    // h stays 0 and so does the loss, but on its way back through 30 steps the gradient grows by 40 at each.
    void aGradientThatIsNotFiniteIsASentenceAndLeavesTheWeights()
    {
        NetworkSpec spec;
        spec.cell = CellKind::rnn;
        spec.inputSize = spec.hiddenSize = spec.headOutputs = 1;
        Parameters parameters = zeroParameters(spec);
        parameters.layers[0].W(0, 0) = 1;
        parameters.layers[0].U(0, 0) = 40;
        parameters.head->weight(0, 0) = 1;
        const Batch batch = fullLengthBatch(TimeArray(30, 1, 1));
        Objective objective;
        objective.kind = LossKind::squaredError;
        objective.watched = WatchedSteps::last;
        objective.values = TimeArray(30, 1, 1);
        objective.values.set(29, 0, 0, 1.0);
        auto run = CpuBackend().startTraining(spec, parameters, {});
        const auto report = (*run)->update(batch, objective);
        QVERIFY(report.ok() && report->notFinite);
        const std::string says = report->notFinite->english();
        QVERIFY2(says.find("gradient is not finite") != std::string::npos, says.c_str());
        QVERIFY((*run)->parameters() == parameters);
    }

    void theSameThreadsMakeTheSameBits()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru), 3);
        for (const int threads : {1, 2, 4}) {
            const Parameters first = trained(CpuBackend(), network, {{}, threads}, 20);
            for (int again = 0; again < 3; ++again)
                QVERIFY(first == trained(CpuBackend(), network, {{}, threads}, 20));
        }
    }

    void anUpdateAllocatesNothing()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::lstm), 3);
        const auto mask = std::make_shared<const Parameters>(
            pruned(network.spec, network.parameters, 0.5, PruningScope::network)->mask);
        for (const auto &settings : {TrainingSettings{{}, 2}, TrainingSettings{{}, 2, mask}}) {
            auto run = CpuBackend().startTraining(network.spec, network.parameters, settings);
            QVERIFY((*run)->update(*network.batch, network.objective).ok());
            const long before = allocations;
            for (int i = 0; i < 5; ++i)
                QVERIFY((*run)->update(*network.batch, network.objective).ok());
            QCOMPARE(allocations - before, 0);
        }
    }

    void theArenaHoldsLittleMoreThanTheSavedParts_data()
    {
        QTest::addColumn<int>("cell");
        QTest::newRow("GRU") << int(CellKind::gru);
        QTest::newRow("LSTM") << int(CellKind::lstm);
    }

    // With one layer: r, z, u, n and h of a GRU, i, f, g, o, c and h of an LSTM, for every token.
    void theArenaHoldsLittleMoreThanTheSavedParts()
    {
        QFETCH(int, cell);
        NetworkSpec spec;
        spec.cell = CellKind(cell);
        spec.inputSize = 40;
        spec.hiddenSize = 64;
        spec.headOutputs = 3;
        Random random(7);
        const int steps = 50, sequences = 16;
        Batch batch = fullLengthBatch(TimeArray(steps, sequences, spec.inputSize, TimeArray::Precision::f32));
        Objective objective{.kind = LossKind::squaredError,
                            .watched = WatchedSteps::every,
                            .step = 0,
                            .classes = {},
                            .values = randomArray(steps, sequences, spec.headOutputs, random)};
        CpuTraining training(spec, beginning(spec, initialParameters(spec, 1)), {}, fastestKernels());
        QVERIFY(training.update(batch, objective).ok());
        const std::size_t saved
            = describe(spec.cell).recorded.size() * std::size_t(steps * sequences * spec.hiddenSize);
        QVERIFY(training.activationFloats() >= saved);
        QVERIFY2(training.activationFloats() <= saved * 3 / 2,
                 std::to_string(double(training.activationFloats()) / double(saved)).c_str());
    }

    void theLossFallsAndIsTheOneBeforeTheUpdate()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru), 3);
        auto run = CpuBackend().startTraining(network.spec, network.parameters, {{.learningRate = 0.01}, 2});
        const double first = (*run)->measure(*network.batch, network.objective)->loss;
        QCOMPARE((*run)->update(*network.batch, network.objective)->loss, first);
        for (int i = 0; i < 300; ++i)
            QVERIFY((*run)->update(*network.batch, network.objective).ok());
        QVERIFY((*run)->measure(*network.batch, network.objective)->loss < first / 2);
    }

    void aLossThatIsNotFiniteIsASentenceAndLeavesTheWeights()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::rnn), 3);
        auto run = CpuBackend().startTraining(network.spec, network.parameters,
                                              {{.kind = OptimizerKind::sgd, .learningRate = 1e30}, 1});
        Parameters last = (*run)->parameters();
        for (int i = 0; i < 10; ++i) {
            const auto report = (*run)->update(*network.batch, network.objective);
            QVERIFY(report.ok());
            if (report->notFinite) {
                QVERIFY(report->notFinite->english().find("smaller learning rate") != std::string::npos);
                QVERIFY(largestDifference(network.spec, last, (*run)->parameters()) == 0);
                return;
            }
            last = (*run)->parameters();
        }
        QFAIL("a learning rate of 1e30 should have made the loss infinite");
    }
};

QTEST_GUILESS_MAIN(CpuTrainingTest)
#include "cpu_training_test.moc"

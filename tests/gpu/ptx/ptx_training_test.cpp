// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "gpu/backend/device_backend.h"
#include "gpu/device/cuda_device.h"
#include "gpu/work/work.h"
#include "tests/core/engine/random_network.h"
#include "tests/core/engine/trace_distance.h"
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <QTest>

namespace gatescope::ptx {

// Training by the real CudaDevice: streams, copies, products, graphs, and each kernel of gpu/device/launch.cu.

namespace {

gpu::DeviceBackend cudaBackend()
{
    return {"a test", [] { return gpu::CudaDevice::open(); }};
}

Shape shapeOf(CellKind cell, int units, LossKind loss = LossKind::squaredError)
{
    Shape shape;
    shape.spec = {.cell = cell, .inputSize = 3, .hiddenSize = units};
    shape.spec.layers = 2;
    shape.spec.headOutputs = 4;
    shape.steps = 4;
    shape.lengths = {4, 4, 2, 4, 1};
    shape.loss = loss;
    return shape;
}

/// Symbols of some rows of an embedding in place of vectors.
RandomNetwork withSymbols(RandomNetwork network)
{
    Batch batch = *network.batch;
    for (std::size_t n = 0; n < batch.lengths.size(); ++n) {
        batch.embeddingRows.emplace_back();
        for (int t = 0; t < batch.lengths[n]; ++t)
            batch.embeddingRows.back().push_back(int(n * 3 + std::size_t(t)) % 5);
    }
    network.batch = std::make_shared<const Batch>(batch);
    return network;
}

std::string firstComplaint()
{
    return standIn().complaints().empty() ? std::string() : standIn().complaints().front();
}

void update(TrainingRun &run, const RandomNetwork &network)
{
    const auto report = run.update(*network.batch, network.objective);
    if (!report || report->notFinite)
        qFatal("%s %s", (report ? *report->notFinite : report.error()).english().c_str(), firstComplaint().c_str());
}

double apart(const NetworkSpec &spec, const Parameters &a, const Parameters &b)
{
    double largest = 0;
    const auto left = views(spec, a), right = views(spec, b);
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i].values.size() > 0)
            largest = std::max(largest, (left[i].values - right[i].values).cwiseAbs().maxCoeff());
    return largest;
}

std::string lastNote(const TrainingRun &run)
{
    const auto notes = run.notes();
    return notes.empty() ? std::string() : notes.back().english();
}

} // namespace

class PtxTrainingTest : public QObject
{
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(firstComplaint(), std::string());
        QCOMPARE(standIn().memory.allocations(), std::size_t(0)); // all was freed
        QCOMPARE(standIn().streams.size(), std::size_t(0));
        standIn().bytes = std::size_t(1) << 30;
        standIn().canCapture = true;
        standIn().failingCall = 0;
    }

    void updatesAreOneGraphAndMoveTheWeightsAsTheReferenceDoes_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<OptimizerSettings>("optimizer");
        const OptimizerSettings adam{.epsilon = 1e-3}, sgd{.kind = OptimizerKind::sgd, .learningRate = 0.1};
        OptimizerSettings clipped = adam, decaying = sgd;
        clipped.clipping = {.norm = 0.1, .value = 0.02};
        decaying.momentum = 0.9;
        decaying.weightDecay = 0.01;
        Shape before = shapeOf(CellKind::gru, 8), odd = shapeOf(CellKind::gru, 7), dropped = shapeOf(CellKind::gru, 7);
        before.spec.reset = odd.spec.reset = ResetPlacement::before;
        dropped.spec.bidirectional = true;
        dropped.dropout = {0.3, 0.2, 0.4};
        Shape symbols = shapeOf(CellKind::gru, 8, LossKind::crossEntropy);
        symbols.spec.embeddingRows = 5;
        symbols.spec.paddingRow = 2;
        QTest::newRow("GRU, one kernel") << shapeOf(CellKind::gru, 8) << clipped;
        QTest::newRow("GRU, step by step") << shapeOf(CellKind::gru, 7) << adam;
        QTest::newRow("GRU that resets before, one kernel") << before << adam;
        QTest::newRow("GRU that resets before, step by step") << odd << sgd;
        QTest::newRow("LSTM, one kernel") << shapeOf(CellKind::lstm, 8, LossKind::crossEntropy) << decaying;
        QTest::newRow("LSTM, step by step") << shapeOf(CellKind::lstm, 7, LossKind::binaryCrossEntropy) << adam;
        QTest::newRow("RNN, one kernel") << shapeOf(CellKind::rnn, 8) << sgd;
        QTest::newRow("RNN, step by step") << shapeOf(CellKind::rnn, 7) << clipped;
        QTest::newRow("dropout") << dropped << adam;
        QTest::newRow("an embedding") << symbols << adam;
    }
    void updatesAreOneGraphAndMoveTheWeightsAsTheReferenceDoes()
    {
        QFETCH(Shape, shape);
        QFETCH(OptimizerSettings, optimizer);
        RandomNetwork network = initialNetwork(shape, 3);
        if (shape.spec.embeddingRows > 0)
            network = withSymbols(network);
        const auto backend = cudaBackend();
        auto run = backend.startTraining(network.spec, network.parameters, {optimizer, 1}).value();
        auto expected = ReferenceBackend().startTraining(network.spec, network.parameters, {optimizer, 1}).value();
        const int replays = standIn().replays;
        for (int i = 0; i < 5; ++i) {
            update(*run, network);
            update(*expected, network);
        }
        QCOMPARE(standIn().replays - replays, 3); // the weights stand on two sides in turn
        QVERIFY(lastNote(*run).starts_with("An update is one CUDA graph of "));
        QVERIFY(apart(network.spec, run->parameters(), expected->parameters()) < 2e-5);
        QVERIFY(apart(network.spec, run->state().m, expected->state().m) < 2e-5);
        QVERIFY(apart(network.spec, run->state().v, expected->state().v) < 2e-5);
    }

    void everyWorkHasBeenDone()
    {
        int kinds = 0;
        for (const auto &[function, kernel] : standIn().kernels)
            if (kernel.name.find("forEach") != std::string::npos) {
                ++kinds;
                QVERIFY2(standIn().launches().contains(kernel.name), kernel.name.c_str());
            }
        QCOMPARE(kinds, int(std::variant_size_v<gpu::Work>));
    }

    void aReplayedUpdateIsTheSameBitForBit()
    {
        for (const int units : {72, 8, 7}) { // some blocks that exchange numbers, one, and step by step
            const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru, units), 3);
            const auto backend = cudaBackend();
            auto recorded = backend.startTraining(network.spec, network.parameters, {{}, 1}).value();
            auto plain = backend.startTraining(network.spec, network.parameters, {{}, 1}).value();
            for (int i = 0; i < 5; ++i) {
                const RandomNetwork batch = initialNetwork(shapeOf(CellKind::gru, units), std::uint64_t(i));
                standIn().canCapture = true;
                update(*recorded, batch);
                standIn().canCapture = false;
                update(*plain, batch);
                QVERIFY(recorded->state() == plain->state());
            }
            QCOMPARE(lastNote(*plain),
                     std::string("An update is not one CUDA graph; its works are started one by one. The CUDA device "
                                 "failed while its work was recorded: operation not permitted when stream is "
                                 "capturing."));
        }
    }

    void aBatchThatDoesNotFitIsTakenInParts()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::lstm, 8), 3);
        const auto backend = cudaBackend();
        auto expected = ReferenceBackend().startTraining(network.spec, network.parameters, {}).value();
        update(*expected, network);
        bool isInParts = false;
        for (std::size_t room = 64 << 10; room > 1 << 10 && !isInParts; room = room * 3 / 4) { // less and less
            standIn().bytes = std::size_t(1) << 30;
            auto run = backend.startTraining(network.spec, network.parameters, {}).value();
            standIn().bytes = standIn().used + room;
            update(*run, network);
            isInParts = lastNote(*run).starts_with("The device's memory does not hold the batch");
            QVERIFY(apart(network.spec, run->parameters(), expected->parameters()) < 2e-5);
        }
        QVERIFY(isInParts);
    }

    /// Each call of CUDA that can fail does so once.
    void aCallThatFailsIsSaidAndChangesAndLosesNothing_data()
    {
        QTest::addColumn<int>("units");
        QTest::newRow("one kernel") << 8;
        QTest::newRow("step by step") << 7;
    }
    void aCallThatFailsIsSaidAndChangesAndLosesNothing()
    {
        QFETCH(int, units);
        Shape shape = shapeOf(CellKind::gru, units);
        shape.spec.layers = 1;
        shape.steps = 2;
        shape.lengths = {2, 1};
        const RandomNetwork network = initialNetwork(shape, 3);
        int failed = 0;
        for (int nth = 1;; ++nth) {
            standIn().calls = 0;
            standIn().failingCall = nth;
            const auto backend = cudaBackend();
            auto run = backend.startTraining(network.spec, network.parameters, {});
            failed += run ? 0 : 1;
            for (int i = 0; run && i < 4; ++i) {
                const int before = standIn().calls;
                const TrainingState state = (*run)->state();
                const auto report = (*run)->update(*network.batch, network.objective);
                failed += report ? 0 : 1;
                if (!report && before < nth)
                    QVERIFY2((*run)->state() == state, QByteArray::number(nth));
                QVERIFY(report || !report.error().english().empty());
            }
            run = error("it is over");
            QVERIFY2(firstComplaint().empty(), (std::to_string(nth) + " " + firstComplaint()).c_str());
            QVERIFY2(standIn().memory.allocations() == 0, QByteArray::number(nth));
            QCOMPARE(standIn().pinned.size(), std::size_t(0));
            if (standIn().calls < nth)
                break;
        }
        QVERIFY(failed > 50);
    }

    void aCallThatFailsIsSaidByAnEvaluationToo()
    {
        Shape shape = shapeOf(CellKind::lstm, 8);
        shape.steps = 2;
        shape.lengths = {2, 1};
        const RandomNetwork network = initialNetwork(shape, 3);
        int failed = 0;
        for (int nth = 1;; ++nth) {
            standIn().calls = 0;
            standIn().failingCall = nth;
            const auto evaluation
                = evaluate(cudaBackend(), network.spec, network.parameters, network.batch, network.objective);
            failed += evaluation ? 0 : 1;
            QVERIFY(evaluation || !evaluation.error().english().empty());
            QVERIFY2(firstComplaint().empty(), (std::to_string(nth) + " " + firstComplaint()).c_str());
            if (standIn().calls < nth)
                break;
        }
        QVERIFY(failed > 50);
    }

    void aKernelThatFailsFailsTheUpdateWithASentence()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru, 72), 3);
        {
            const auto backend = cudaBackend();
            auto run = backend.startTraining(network.spec, network.parameters, {}).value();
            standIn().plant({"bar.sync", 0});
            for (int i = 0; i < 2; ++i) { // a device that failed stays so
                const auto report = run->update(*network.batch, network.objective);
                QVERIFY(!report.ok());
                QVERIFY2(report.error().english().starts_with("The CUDA device failed while"),
                         report.error().english().c_str());
            }
            QCOMPARE(apart(network.spec, run->parameters(), network.parameters) < 1e-7, true);
        }
        QVERIFY(firstComplaint().find("a race") != std::string::npos
                || firstComplaint().find("nobody has written") != std::string::npos);
        standIn().plant({});
        standIn().forget();
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxTrainingTest;
QTEST_GUILESS_MAIN(PtxTrainingTest)
#include "ptx_training_test.moc"

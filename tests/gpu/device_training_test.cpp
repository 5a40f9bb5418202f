// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "gpu/backend/device_backend.h"
#include "gpu/backend/device_training.h"
#include "tests/core/engine/random_network.h"
#include "tests/core/engine/trace_distance.h"
#include "tests/gpu/host_device.h"

#include <QTest>

namespace gatescope::gpu {

namespace {

Shape shapeOf(CellKind cell, LossKind loss = LossKind::squaredError)
{
    Shape shape;
    shape.spec.cell = cell;
    shape.spec.inputSize = 3;
    shape.spec.hiddenSize = 7;
    shape.spec.layers = 2;
    shape.spec.headOutputs = 4;
    shape.steps = 6;
    shape.lengths = {6, 6, 4, 6, 1, 5, 6};
    shape.loss = loss;
    return shape;
}

DeviceBackend hostBackend(const HostDevice::Failure &failure = {})
{
    return {"a test", [failure]() -> Result<std::shared_ptr<Device>> {
                return std::shared_ptr<Device>(std::make_shared<HostDevice>(failure));
            }};
}

struct Learned {
    TrainingState state;
    UpdateReport last;
    TrainingRun::FinalStates finalStates;
};

Learned trained(const Backend &backend, const RandomNetwork &network, const TrainingSettings &settings, int updates)
{
    auto run = backend.startTraining(network.spec, network.parameters, settings);
    if (!run)
        qFatal("%s", run.error().english().c_str());
    Learned learned;
    for (int i = 0; i < updates; ++i) {
        const auto report = (*run)->update(*network.batch, network.objective);
        if (!report || report->notFinite)
            qFatal("%s", (report ? *report->notFinite : report.error()).english().c_str());
        learned.last = *report;
    }
    learned.state = (*run)->state();
    learned.finalStates = (*run)->finalStates();
    return learned;
}

double largestDifference(const NetworkSpec &spec, const Parameters &a, const Parameters &b)
{
    double apart = 0;
    const auto left = views(spec, a), right = views(spec, b);
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i].values.size() > 0)
            apart = std::max(apart, (left[i].values - right[i].values).cwiseAbs().maxCoeff());
    return apart;
}

void compare(const NetworkSpec &spec, const Learned &learned, const Learned &reference)
{
    QVERIFY(largestDifference(spec, learned.state.parameters, reference.state.parameters) < 2e-5);
    QVERIFY(largestDifference(spec, learned.state.m, reference.state.m) < 2e-5);
    QVERIFY(largestDifference(spec, learned.state.v, reference.state.v) < 2e-5);
    QCOMPARE(learned.state.updates, reference.state.updates);
    QVERIFY(std::abs(learned.last.loss - reference.last.loss) < 1e-5);
    QVERIFY(std::abs(learned.last.right - reference.last.right) < 1e-6);
    QVERIFY(std::abs(learned.last.gradientNorm - reference.last.gradientNorm) < 1e-5);
    QCOMPARE(learned.finalStates.h.size(), reference.finalStates.h.size());
    for (std::size_t i = 0; i < reference.finalStates.h.size(); ++i)
        QVERIFY(distance(learned.finalStates.h[i], reference.finalStates.h[i]) < 2e-5);
    QCOMPARE(learned.finalStates.c.size(), reference.finalStates.c.size());
}

} // namespace

class DeviceTrainingTest : public QObject
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
        QTest::newRow("Adam, clipped") << OptimizerSettings{.epsilon = 1e-3, .clipping = {.norm = 0.1, .value = 0.02}};
        QTest::newRow("AdamW") << OptimizerSettings{.kind = OptimizerKind::adamw, .epsilon = 1e-3, .weightDecay = 0.1};
    }
    void everyOptimizerMovesTheWeightsAsTheReferenceDoes()
    {
        QFETCH(OptimizerSettings, optimizer);
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            for (const LossKind loss : {LossKind::squaredError, LossKind::crossEntropy, LossKind::binaryCrossEntropy}) {
                const RandomNetwork network = initialNetwork(shapeOf(cell, loss), 3);
                compare(network.spec, trained(hostBackend(), network, {optimizer, 1}, 5),
                        trained(ReferenceBackend(), network, {optimizer, 1}, 5));
            }
        }
    }

    void anEmbeddingLearnsAndItsPaddingRowDoesNot()
    {
        Shape shape = shapeOf(CellKind::gru, LossKind::crossEntropy);
        shape.spec.embeddingRows = 5;
        shape.spec.paddingRow = 2;
        RandomNetwork network = initialNetwork(shape, 3);
        Batch batch = *network.batch;
        for (std::size_t n = 0; n < batch.lengths.size(); ++n) {
            batch.embeddingRows.emplace_back();
            for (int t = 0; t < batch.lengths[n]; ++t)
                batch.embeddingRows.back().push_back(int(n * 3 + std::size_t(t)) % 5);
        }
        network.batch = std::make_shared<const Batch>(batch);
        const OptimizerSettings adam{.epsilon = 1e-3};
        const Learned learned = trained(hostBackend(), network, {adam, 1}, 5);
        compare(network.spec, learned, trained(ReferenceBackend(), network, {adam, 1}, 5));
        QVERIFY((*learned.state.parameters.embedding - *network.parameters.embedding).row(0).norm() > 1e-3);
        QCOMPARE((*learned.state.parameters.embedding - *network.parameters.embedding).row(2).norm(), 0.0);
    }

    void dropoutTrainsAsTheReferenceDoes()
    {
        for (const ResetPlacement reset : {ResetPlacement::after, ResetPlacement::before}) {
            Shape shape = shapeOf(CellKind::gru);
            shape.spec.reset = reset;
            shape.spec.bidirectional = true;
            shape.dropout = {0.3, 0.2, 0.4};
            const RandomNetwork network = initialNetwork(shape, 3);
            const OptimizerSettings adam{.epsilon = 1e-3};
            compare(network.spec, trained(hostBackend(), network, {adam, 1}, 3),
                    trained(ReferenceBackend(), network, {adam, 1}, 3));
        }
    }

    void whereTheMaskIsZeroNothingLearns()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru), 3);
        auto mask = std::make_shared<Parameters>(network.parameters);
        for (ParameterView &view : views(network.spec, *mask))
            for (Eigen::Index i = 0; i < view.values.size(); ++i)
                view.values.data()[i] = i % 3 == 0 ? 0 : 1;
        const TrainingSettings settings{{.epsilon = 1e-3}, 1, mask};
        compare(network.spec, trained(hostBackend(), network, settings, 4),
                trained(ReferenceBackend(), network, settings, 4));
    }

    void aBatchThatDoesNotFitIsTakenInHalves()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::lstm), 3);
        const OptimizerSettings adam{.epsilon = 1e-3};
        const Learned whole = trained(hostBackend(), network, {adam, 1}, 3);
        // The least memory with which the batch is taken at once, found by trying; then less and less of it.
        int smallest = int(network.batch->sequences());
        for (std::size_t floats = 1u << 16; floats > 1u << 12; floats = floats * 4 / 5) {
            const auto device = std::make_shared<HostDevice>(HostDevice::Failure{.mostFloats = floats});
            const TrainingSettings settings{adam, 1};
            auto run
                = DeviceTraining::start(device, network.spec, beginning(network.spec, network.parameters), settings);
            if (!run)
                break; // not even the weights have room
            Learned learned;
            bool fits = true;
            for (int i = 0; i < 3 && fits; ++i) {
                const auto report = (*run)->update(*network.batch, network.objective);
                fits = report.ok();
                if (report)
                    learned.last = *report;
                else
                    QCOMPARE(report.error().english(), std::string("The device of the test has no memory left."));
            }
            if (!fits)
                break;
            smallest = std::min(smallest, (*run)->rowsAtOnce());
            learned.state = (*run)->state();
            learned.finalStates = (*run)->finalStates();
            compare(network.spec, learned, whole);
        }
        QVERIFY2(smallest <= 2, QByteArray::number(smallest)); // one sequence at a time, in the end
    }

    void anUpdateThatFailsChangesNothing()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru), 3);
        const TrainingState first = beginning(network.spec, network.parameters);
        for (int nth = 1; nth < 400; ++nth) {
            const auto device = std::make_shared<HostDevice>(HostDevice::Failure{.work = nth});
            auto run = DeviceTraining::start(device, network.spec, first, {});
            QVERIFY(run.ok());
            const TrainingState before = (*run)->state();
            const auto report = (*run)->update(*network.batch, network.objective);
            if (report) {
                QVERIFY(nth > 20);
                return; // there was no such work
            }
            QCOMPARE(report.error().english(), std::string("The device of the test failed."));
            QVERIFY((*run)->state() == before);
            QVERIFY((*run)->update(*network.batch, network.objective).ok());
        }
        QFAIL("the update never succeeded");
    }

    void measuringChangesNothing()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::gru), 3);
        auto run = hostBackend().startTraining(network.spec, network.parameters, {});
        auto reference = ReferenceBackend().startTraining(network.spec, network.parameters, {});
        const TrainingState before = (*run)->state();
        const auto measured = (*run)->measure(*network.batch, network.objective);
        QVERIFY(std::abs(measured->loss - (*reference)->measure(*network.batch, network.objective)->loss) < 1e-6);
        QCOMPARE(measured->gradientNorm, 0.0);
        QVERIFY((*run)->state() == before);
    }

    void whatIsNotFiniteIsSaidAndChangesNothing()
    {
        const RandomNetwork network = initialNetwork(shapeOf(CellKind::rnn), 3);
        auto run = hostBackend().startTraining(network.spec, network.parameters,
                                               {{.kind = OptimizerKind::sgd, .learningRate = 1e38}, 1});
        const TrainingState before = (*run)->state();
        std::optional<Error> said;
        for (int i = 0; i < 5 && !said; ++i)
            said = (*run)->update(*network.batch, network.objective)->notFinite;
        QVERIFY(said.has_value());
        const Parameters after = (*run)->parameters();
        for (const ConstParameterView &view : views(network.spec, after))
            QVERIFY(view.values.allFinite());
        QVERIFY(before.updates <= (*run)->state().updates);
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::DeviceTrainingTest;
QTEST_GUILESS_MAIN(DeviceTrainingTest)
#include "device_training_test.moc"

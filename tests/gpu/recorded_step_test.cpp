// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "gpu/backend/device_training.h"
#include "tests/core/engine/random_network.h"
#include "tests/gpu/host_device.h"

#include <QTest>

namespace gatescope::gpu {

// An update as one recording that is replayed, on this computer in the place of a device.

namespace {

Shape shapeOf(LossKind loss, std::vector<int> lengths)
{
    Shape shape;
    shape.spec.inputSize = 3;
    shape.spec.hiddenSize = 7;
    shape.spec.headOutputs = 4;
    shape.steps = 6;
    shape.lengths = std::move(lengths);
    shape.loss = loss;
    return shape;
}

const RandomNetwork network = initialNetwork(shapeOf(LossKind::squaredError, {6, 6, 4}), 3);

std::unique_ptr<DeviceTraining> trainingOn(const std::shared_ptr<HostDevice> &device,
                                           const TrainingSettings &settings = {})
{
    auto run = DeviceTraining::start(device, network.spec, beginning(network.spec, network.parameters), settings);
    if (!run)
        qFatal("%s", run.error().english().c_str());
    return std::move(*run);
}

void update(TrainingRun &run, const RandomNetwork &batch = network)
{
    const auto report = run.update(*batch.batch, batch.objective);
    if (!report || report->notFinite)
        qFatal("%s", (report ? *report->notFinite : report.error()).english().c_str());
}

std::vector<std::string> notesOf(const TrainingRun &run)
{
    std::vector<std::string> notes;
    for (const Sentence &note : run.notes())
        notes.push_back(note.english());
    return notes;
}

} // namespace

class RecordedStepTest : public QObject
{
    Q_OBJECT
private slots:
    void fromTheThirdUpdateOnNothingIsAskedForTwice()
    {
        const auto device = std::make_shared<HostDevice>();
        const auto run = trainingOn(device);
        std::vector<int> recordings, replays;
        for (int i = 0; i < 6; ++i) {
            update(*run);
            recordings.push_back(device->recordings());
            replays.push_back(device->replays());
        }
        // two, because the weights stand on one side and on the other in turn
        QCOMPARE(recordings, (std::vector{0, 0, 1, 2, 2, 2}));
        QCOMPARE(replays, (std::vector{0, 0, 1, 2, 3, 4}));
        QCOMPARE(notesOf(*run).size(), std::size_t(2)); // the first one says how the steps are taken
        QVERIFY(notesOf(*run)[1].starts_with("An update is one CUDA graph of "));
    }

    void aReplayedUpdateIsTheSameBitForBit()
    {
        OptimizerSettings optimizer{.epsilon = 1e-3, .clipping = {.norm = 0.1}};
        optimizer.schedule = {.kind = ScheduleKind::cosine, .length = 8, .warmUp = 3};
        const auto recorded = trainingOn(std::make_shared<HostDevice>(), {optimizer, 1});
        const auto plain
            = trainingOn(std::make_shared<HostDevice>(HostDevice::Failure{.recording = true}), {optimizer, 1});
        auto reference = ReferenceBackend().startTraining(network.spec, network.parameters, {optimizer, 1}).value();
        // Every batch has other numbers, lengths and targets; learning rate and Adam's corrections change each time.
        for (int i = 0; i < 9; ++i) {
            const RandomNetwork batch
                = initialNetwork(shapeOf(LossKind::squaredError, {6, 1 + i % 6, 6 - i % 3}), std::uint64_t(i));
            for (TrainingRun *run :
                 {static_cast<TrainingRun *>(recorded.get()), static_cast<TrainingRun *>(plain.get()), reference.get()})
                update(*run, batch);
            QVERIFY(recorded->state() == plain->state());
        }
        const Parameters learned = recorded->parameters(), expected = reference->parameters();
        const auto given = views(network.spec, learned), wanted = views(network.spec, expected);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QVERIFY((given[i].values - wanted[i].values).cwiseAbs().maxCoeff() < 2e-5);
    }

    void whatIsWrittenIntoARecordingIsRecordedAnew()
    {
        const auto device = std::make_shared<HostDevice>();
        const auto run = trainingOn(device);
        for (int i = 0; i < 4; ++i)
            update(*run);
        QCOMPARE(device->recordings(), 2);
        const RandomNetwork other = initialNetwork(shapeOf(LossKind::crossEntropy, {6, 6, 4}), 3);
        RandomNetwork tolerant = network;
        tolerant.objective.tolerance = 0.5;
        for (const RandomNetwork &each : {other, tolerant}) {
            const int before = device->recordings();
            for (int i = 0; i < 2; ++i)
                update(*run, each);
            QCOMPARE(device->recordings(), before);
            for (int i = 0; i < 2; ++i)
                update(*run, each);
            QCOMPARE(device->recordings(), before + 2);
        }
        update(*run); // the first one is still known
        QCOMPARE(device->recordings(), 6);
    }

    void aBatchOfAnotherSizeInBetweenCostsNoRecording()
    {
        const auto device = std::make_shared<HostDevice>();
        const auto run = trainingOn(device);
        const RandomNetwork heldOut = initialNetwork(shapeOf(LossKind::squaredError, {6, 6, 6, 6, 2}), 5);
        for (int i = 0; i < 8; ++i) {
            update(*run);
            QVERIFY(run->measure(*heldOut.batch, heldOut.objective).ok());
            QCOMPARE(run->finalStates().h[0].rows(), 5);
        }
        QCOMPARE(device->recordings(), 2);
        QCOMPARE(device->replays(), 6);
    }

    void whereNothingCanBeRecordedWorksAreStartedOneByOneAndItIsSaid()
    {
        const auto device = std::make_shared<HostDevice>(HostDevice::Failure{.recording = true});
        const auto run = trainingOn(device);
        for (int i = 0; i < 5; ++i)
            update(*run);
        QCOMPARE(device->recordings(), 0);
        QCOMPARE(device->replays(), 0);
        QCOMPARE(notesOf(*run).back(),
                 std::string("An update is not one CUDA graph; its works are started one "
                             "by one. The device of the test records nothing."));
    }

    void whatCannotBeRecordedFailsTheRecordingAndNothingElse()
    {
        HostDevice device;
        auto memory = device.allocate(4).value();
        const std::vector<float> ones(4, 1.0f);
        device.beginRecording();
        device.clear(memory.get(), 4);
        device.copyIn(memory.get(), ones.data(), 4 * sizeof(float));
        QVERIFY(!device.endRecording().ok());
        QVERIFY(std::isnan(memory.get()[0])); // neither was done
        device.beginRecording();
        QVERIFY(!device.allocate(1).ok());
        QVERIFY(!device.endRecording().ok());
        device.beginRecording();
        QVERIFY(!device.finish().ok());
        QVERIFY(!device.endRecording().ok());
        device.beginRecording();
        device.clear(memory.get(), 4);
        const auto recording = device.endRecording();
        QVERIFY(std::isnan(memory.get()[0]));
        QCOMPARE((*recording)->size(), std::size_t(1));
        device.replay(**recording);
        QCOMPARE(memory.get()[3], 0.0f);
        QVERIFY(device.finish().ok());
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::RecordedStepTest;
QTEST_GUILESS_MAIN(RecordedStepTest)
#include "recorded_step_test.moc"

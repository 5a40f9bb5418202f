// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"
#include "core/training/trainer.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace gatescope;

namespace {

std::unique_ptr<Trainer> started(CellKind cell, int layers, double learningRate, int probeEvery)
{
    const std::shared_ptr<const Task> task = makeTask("adding", {.length = 10}).value();
    NetworkSpec spec;
    spec.cell = cell;
    spec.inputSize = 2;
    spec.hiddenSize = 6;
    spec.layers = layers;
    spec.headOutputs = 1;
    TrainerSettings settings;
    settings.training.optimizer.learningRate = learningRate;
    settings.probeEvery = probeEvery;
    return Trainer::start(task, spec, initialParameters(spec, 3), settings, {std::make_shared<CpuBackend>()}).value();
}

double sumOf(const Probe::Histogram &histogram)
{
    return std::accumulate(histogram.shares.begin(), histogram.shares.end(), 0.0);
}

} // namespace

class ProbeTest : public QObject
{
    Q_OBJECT
private slots:
    void everyRecordedPartHasAHistogramOfAllItsValues()
    {
        for (const CellDescription &cell : cells()) {
            const Probe probe = started(cell.kind, 2, 0.01, 0)->probe().value();
            QCOMPARE(probe.histograms.size(), std::size_t(2));
            for (const auto &layer : probe.histograms) {
                QCOMPARE(layer.size(), cell.recorded.size());
                for (std::size_t i = 0; i < layer.size(); ++i) {
                    QCOMPARE(layer[i].part, cell.recorded[i]);
                    QVERIFY(std::abs(sumOf(layer[i]) - 1) < 1e-12);
                }
            }
        }
    }

    void aHistogramCountsWhereTheValuesLie()
    {
        // With zeros for weights a GRU's gates are ½, its candidate and state 0: all in the bin that begins there.
        NetworkSpec spec;
        spec.inputSize = 1;
        spec.hiddenSize = 3;
        spec.headOutputs = 1;
        Parameters parameters = zeroParameters(spec);
        const auto probed = [&] {
            Objective objective;
            objective.kind = LossKind::squaredError;
            objective.values = TimeArray(4, 2, 1);
            Batch batch = fullLengthBatch(TimeArray(4, 2, 1));
            return probe(
                evaluate(CpuBackend(), spec, parameters, std::make_shared<const Batch>(std::move(batch)), objective)
                    .value(),
                parameters);
        };
        const Probe half = probed();
        for (const Probe::Histogram &each : half.histograms[0])
            QCOMPARE(each.shares[12], 1.0);
        // One unit of three keeps all, one nothing: their gates go to the ends.
        parameters.layers[0].bIn[3] = 30;
        parameters.layers[0].bIn[4] = -30;
        const Probe open = probed();
        const Probe::Histogram &update = open.histograms[0][1];
        QCOMPARE(update.part, Part::update);
        QVERIFY(std::abs(update.shares[0] - 1 / 3.0) < 1e-12 && std::abs(update.shares[23] - 1 / 3.0) < 1e-12);
        QVERIFY(std::abs(open.gates[0][1].nearlyOpen - 1 / 3.0) < 1e-12);
        // What has no bounds counts in the outermost bin.
        parameters.layers[0].bRec.tail(3).setConstant(100);
        const Probe far = probed();
        QCOMPARE(far.histograms[0][2].shares[23], 1.0);
    }

    void theNormOfTheChangeIsWhatTheUpdateDid()
    {
        const auto trainer = started(CellKind::gru, 2, 0.01, 2);
        QVERIFY(!trainer->update()->probe);
        const Parameters before = trainer->parameters();
        const UpdateRecord record = trainer->update().value();
        const Parameters after = trainer->parameters();
        QVERIFY(record.probe.has_value());
        for (std::size_t i = 0; i < 2; ++i) {
            const LayerParameters &a = after.layers[i], &b = before.layers[i];
            const double change = std::sqrt((a.W - b.W).squaredNorm() + (a.U - b.U).squaredNorm()
                                            + (a.bIn - b.bIn).squaredNorm() + (a.bRec - b.bRec).squaredNorm());
            const double weights
                = std::sqrt(a.W.squaredNorm() + a.U.squaredNorm() + a.bIn.squaredNorm() + a.bRec.squaredNorm());
            const Probe::Layer &layer = record.probe->layers[i];
            QVERIFY(change > 0 && std::abs(*layer.changeNorm - change) < 1e-12 * change);
            QVERIFY(std::abs(*layer.changeRatio() - change / weights) < 1e-12);
        }
        QVERIFY(!trainer->probe()->layers[0].changeNorm); // asked between updates nobody knows the numbers before
    }

    void aRunThatIsLookedIntoLearnsTheSameBits()
    {
        const auto seen = started(CellKind::gru, 1, 0.01, 1), unseen = started(CellKind::gru, 1, 0.01, 0);
        for (int i = 0; i < 10; ++i)
            QVERIFY(seen->update().ok() && unseen->update().ok());
        QVERIFY(seen->parameters() == unseen->parameters());
    }
};

QTEST_GUILESS_MAIN(ProbeTest)
#include "probe_test.moc"

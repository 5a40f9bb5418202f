// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/reference_backend.h"
#include "random_network.h"

#include <QTest>

using namespace gatescope;

namespace {

const NetworkSpec twoLayers{CellKind::gru, 3, 4, 2};

std::shared_ptr<const Trace> runOf(const RandomNetwork &network, const DropoutMasks &masks)
{
    auto batch = std::make_shared<Batch>(*network.batch);
    batch->dropout = masks;
    return ReferenceBackend().run(network.spec, network.parameters, batch).value();
}

RandomNetwork network(const NetworkSpec &spec = twoLayers)
{
    return randomNetwork({spec, 5, {5, 3}}, 8);
}

} // namespace

class DropoutRunTest : public QObject
{
    Q_OBJECT

private slots:
    void noMasksAndMasksOfRate0ChangeNothing()
    {
        const RandomNetwork given = network();
        const auto plain = runOf(given, {});
        QVERIFY(drawMasks(given.spec, {}, 5, 2, 1).empty());
        DropoutMasks ones;
        ones.betweenLayers.push_back(TimeArray(5, 2, 4));
        for (int t = 0; t < 5; ++t)
            ones.betweenLayers[0].step(t).setOnes();
        ones.input = {Matrix::Ones(2, 3), Matrix::Ones(2, 4)};
        ones.recurrent = {Matrix::Ones(2, 12), Matrix::Ones(2, 12)};
        const auto same = runOf(given, ones);
        for (int t = 0; t < 5; ++t)
            QVERIFY((plain->output.step(t) - same->output.step(t)).cwiseAbs().maxCoeff() < 1e-15);
    }

    void betweenLayersTheLowerLayerIsUntouched()
    {
        const RandomNetwork given = network();
        const DropoutMasks masks = drawMasks(given.spec, {0.5, 0, 0}, 5, 2, 1);
        const auto plain = runOf(given, {}), dropped = runOf(given, masks);
        QVERIFY(plain->layers[0][Part::state] == dropped->layers[0][Part::state]);
        QVERIFY(plain->layers[1][Part::state] != dropped->layers[1][Part::state]);
    }

    void aDroppedInputIsAsIfItWere0AtAllSteps()
    {
        const RandomNetwork given = network({CellKind::gru, 3, 4});
        DropoutMasks masks;
        masks.input = {Matrix::Ones(2, 3)};
        masks.input[0](1, 2) = 0;
        RandomNetwork without = given;
        auto batch = std::make_shared<Batch>(*given.batch);
        for (int t = 0; t < 5; ++t)
            batch->x.set(t, 1, 2, 0);
        without.batch = batch;
        QVERIFY(runOf(given, masks)->output == runOf(without, {})->output);
    }

    void aDroppedStateIsNotHeardButKept()
    {
        // No block hears unit 1: its columns of U do nothing; but h' = (1−z)∘n + z∘h keeps the old state.
        RandomNetwork given = network({CellKind::gru, 3, 4});
        DropoutMasks masks;
        masks.recurrent = {Matrix::Ones(2, 12)};
        for (const int block : {0, 1, 2})
            masks.recurrent[0].col(block * 4 + 1).setZero();
        RandomNetwork deaf = given;
        deaf.parameters.layers[0].U.col(1).setZero();
        const auto masked = runOf(given, masks), without = runOf(deaf, {});
        for (int t = 0; t < 5; ++t)
            QVERIFY((masked->output.step(t) - without->output.step(t)).cwiseAbs().maxCoeff() < 1e-14);
    }

    void eachBlockHasItsOwnMaskOfTheState()
    {
        RandomNetwork given = network({CellKind::gru, 3, 4});
        DropoutMasks masks;
        masks.recurrent = {Matrix::Ones(2, 12)};
        masks.recurrent[0].col(2 * 4 + 1).setZero(); // only the candidate does not hear unit 1
        RandomNetwork deaf = given;
        deaf.parameters.layers[0].U.bottomRows(4).col(1).setZero();
        const auto masked = runOf(given, masks), without = runOf(deaf, {});
        for (int t = 0; t < 5; ++t)
            QVERIFY((masked->output.step(t) - without->output.step(t)).cwiseAbs().maxCoeff() < 1e-14);
    }

    void theCpuBackendRefusesABatchWithMasks()
    {
        const RandomNetwork given = network();
        auto batch = std::make_shared<Batch>(*given.batch);
        batch->dropout = drawMasks(given.spec, {0.5, 0, 0}, 5, 2, 1);
        const std::string refusal
            = "The cpu backend has no dropout: use the reference backend, or a batch without masks.";
        QCOMPARE(CpuBackend().run(given.spec, given.parameters, batch).error().english(), refusal);
        const auto training = CpuBackend().startTraining(given.spec, given.parameters, {});
        QVERIFY(training.ok());
        QCOMPARE((*training)->update(*batch, given.objective).error().english(), refusal);
    }
};

QTEST_GUILESS_MAIN(DropoutRunTest)
#include "dropout_run_test.moc"

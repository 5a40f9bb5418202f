// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/available_kernels.h"
#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/reference_backend.h"
#include "core/model/pruning.h"
#include "tests/core/engine/random_network.h"

#include <QTest>

#include <cmath>
#include <cstring>

using namespace gatescope;

namespace {

constexpr int updates = 20;

Shape shapeOf(CellKind cell)
{
    Shape shape;
    shape.spec.cell = cell;
    shape.spec.inputSize = 5;
    shape.spec.hiddenSize = 19;
    shape.spec.layers = 2;
    shape.spec.headOutputs = 4;
    shape.steps = 9;
    shape.lengths = {9, 9, 7, 1, 8};
    shape.loss = LossKind::squaredError;
    return shape;
}

/// A network two fifths of whose numbers stay: weights of any size and biases too, some of them −0.
struct MaskedNetwork : RandomNetwork {
    std::shared_ptr<const Parameters> mask;

    explicit MaskedNetwork(const Shape &shape) : RandomNetwork(randomNetwork(shape, 3))
    {
        parameters = initialParameters(spec, 3);
        Parameters zerosAndOnes = zeroParameters(spec);
        Random random(8);
        auto masks = views(spec, zerosAndOnes), weights = views(spec, parameters);
        for (std::size_t i = 0; i < masks.size(); ++i) {
            for (Eigen::Index at = 0; at < masks[i].values.size(); ++at) {
                masks[i].values.data()[at] = random.below(5) < 2 ? 0 : 1;
                if (random.below(10) == 0)
                    weights[i].values.data()[at] = -0.0;
            }
        }
        mask = std::make_shared<const Parameters>(std::move(zerosAndOnes));
    }
};

std::unique_ptr<TrainingRun> started(const Backend &backend, const RandomNetwork &network,
                                     const TrainingSettings &settings)
{
    auto run = backend.startTraining(network.spec, network.parameters, settings);
    if (!run)
        qFatal("%s", run.error().english().c_str());
    return std::move(*run);
}

TrainingState trained(const Backend &backend, const RandomNetwork &network, const TrainingSettings &settings)
{
    const auto run = started(backend, network, settings);
    for (int i = 0; i < updates; ++i)
        if (const auto report = run->update(*network.batch, network.objective); !report || report->notFinite)
            qFatal("an update failed");
    return run->state();
}

/// Numbers whose bits are others, among those whose mask is `which`.
int changed(const NetworkSpec &spec, const Parameters &before, const Parameters &after, const Parameters &mask,
            double which)
{
    int count = 0;
    const auto first = views(spec, before), second = views(spec, after), masks = views(spec, mask);
    for (std::size_t i = 0; i < first.size(); ++i)
        for (Eigen::Index at = 0; at < first[i].values.size(); ++at)
            if (masks[i].values.data()[at] == which)
                count += std::memcmp(first[i].values.data() + at, second[i].values.data() + at, sizeof(double)) != 0;
    return count;
}

int count(const NetworkSpec &spec, const Parameters &mask, double which)
{
    int found = 0;
    for (const ConstParameterView &view : views(spec, mask))
        found += int((view.values.array() == which).count());
    return found;
}

/// Every backend and every set of kernels, by name.
std::vector<std::pair<std::string, std::shared_ptr<const Backend>>> backends()
{
    std::vector<std::pair<std::string, std::shared_ptr<const Backend>>> all{
        {"reference", std::make_shared<ReferenceBackend>()}};
    for (const Kernels *kernels : availableKernels())
        all.emplace_back(kernels->name, std::make_shared<CpuBackend>(*kernels));
    return all;
}

} // namespace

class MaskTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsMaskedKeepsItsBits_data()
    {
        QTest::addColumn<OptimizerSettings>("optimizer");
        QTest::newRow("SGD") << OptimizerSettings{.kind = OptimizerKind::sgd, .learningRate = 0.1};
        QTest::newRow("SGD with momentum and decay")
            << OptimizerSettings{.kind = OptimizerKind::sgd, .learningRate = 0.1, .momentum = 0.9, .weightDecay = 0.05};
        QTest::newRow("RMSProp with decay") << OptimizerSettings{.kind = OptimizerKind::rmsprop, .weightDecay = 0.05};
        QTest::newRow("Adam") << OptimizerSettings{.learningRate = 0.01};
        QTest::newRow("Adam with decay") << OptimizerSettings{.weightDecay = 0.1};
        QTest::newRow("AdamW, clipped") << OptimizerSettings{
            .kind = OptimizerKind::adamw, .weightDecay = 0.1, .clipping = {.norm = 0.1, .value = 0.01}};
    }

    void whatIsMaskedKeepsItsBits()
    {
        QFETCH(OptimizerSettings, optimizer);
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            const MaskedNetwork network(shapeOf(cell));
            for (const auto &[name, backend] : backends()) {
                for (const int threads : {1, 3}) {
                    const TrainingSettings settings{optimizer, threads, network.mask};
                    const Parameters before = started(*backend, network, settings)->parameters();
                    const TrainingState after = trained(*backend, network, settings);
                    QVERIFY2(changed(network.spec, before, after.parameters, *network.mask, 0) == 0, name.c_str());
                    const Parameters none = zeroParameters(network.spec);
                    QCOMPARE(changed(network.spec, none, after.m, *network.mask, 0), 0);
                    QCOMPARE(changed(network.spec, none, after.v, *network.mask, 0), 0);
                    // Nearly all else has moved.
                    QVERIFY(changed(network.spec, before, after.parameters, *network.mask, 1)
                            > count(network.spec, *network.mask, 1) * 9 / 10);
                }
            }
        }
    }

    // An update gate that overwrites, a reset before the product and two directions stand elsewhere in the packed
    // arrays.
    void everyConventionKeepsItsBits()
    {
        Shape shape = shapeOf(CellKind::gru);
        shape.spec.reset = ResetPlacement::before;
        shape.spec.update = UpdateMeaning::overwrites;
        shape.spec.bidirectional = true;
        const MaskedNetwork network(shape);
        for (const auto &[name, backend] : backends()) {
            const TrainingSettings settings{{.weightDecay = 0.1}, 2, network.mask};
            const Parameters before = started(*backend, network, settings)->parameters();
            QVERIFY2(changed(network.spec, before, trained(*backend, network, settings).parameters, *network.mask, 0)
                         == 0,
                     name.c_str());
        }
    }

    void aMaskOfOnesChangesNoBit_data() { whatIsMaskedKeepsItsBits_data(); }
    void aMaskOfOnesChangesNoBit()
    {
        QFETCH(OptimizerSettings, optimizer);
        const MaskedNetwork network(shapeOf(CellKind::gru));
        const auto ones = std::make_shared<const Parameters>(
            pruned(network.spec, network.parameters, 0, PruningScope::network)->mask);
        for (const auto &[name, backend] : backends())
            for (const int threads : {1, 3})
                QVERIFY2(trained(*backend, network, {optimizer, threads, ones})
                             == trained(*backend, network, {optimizer, threads}),
                         name.c_str());
    }

    void bothBackendsLearnTheSameBesideTheMask()
    {
        const MaskedNetwork network(shapeOf(CellKind::gru));
        for (const OptimizerSettings &optimizer :
             {OptimizerSettings{
                  .kind = OptimizerKind::sgd, .learningRate = 0.1, .momentum = 0.9, .clipping = {.norm = 0.2}},
              OptimizerSettings{.epsilon = 1e-3, .weightDecay = 0.1}}) {
            const Parameters expected = trained(ReferenceBackend(), network, {optimizer, 1, network.mask}).parameters;
            for (const auto &[name, backend] : backends()) {
                const Parameters found = trained(*backend, network, {optimizer, 2, network.mask}).parameters;
                const auto left = views(network.spec, expected), right = views(network.spec, found);
                for (std::size_t i = 0; i < left.size(); ++i)
                    QVERIFY2((left[i].values - right[i].values).cwiseAbs().maxCoeff() < 2e-5,
                             (name + ", " + left[i].name).c_str());
            }
        }
    }

    void theNormLeavesOutWhatStays()
    {
        const MaskedNetwork network(shapeOf(CellKind::lstm));
        const Parameters nothing = zeroParameters(network.spec);
        for (const auto &[name, backend] : backends()) {
            const auto normWith = [&](std::shared_ptr<const Parameters> mask) {
                return started(*backend, network, {{}, 2, std::move(mask)})
                    ->update(*network.batch, network.objective)
                    ->gradientNorm;
            };
            QCOMPARE(normWith(std::make_shared<const Parameters>(nothing)), 0.0);
            const double all = normWith(nullptr), some = normWith(network.mask);
            QVERIFY(some > 0.3 * all && some < 0.95 * all);
        }
    }

    void aMaskThatDoesNotFitIsRefused()
    {
        const MaskedNetwork network(shapeOf(CellKind::gru));
        Parameters half = *network.mask, other = *network.mask;
        half.layers[1].U(2, 3) = 0.5;
        other.head->weight.setZero(3, 19);
        for (const auto &[name, backend] : backends()) {
            for (const Parameters &mask : {half, other}) {
                const auto run = backend->startTraining(network.spec, network.parameters,
                                                        {{}, 1, std::make_shared<const Parameters>(mask)});
                QVERIFY(!run.ok());
                const std::string says = run.error().english();
                QVERIFY2(says.find("mask") != std::string::npos && says.find("weight") != std::string::npos,
                         says.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(MaskTest)
#include "mask_test.moc"

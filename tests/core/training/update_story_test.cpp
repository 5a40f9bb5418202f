// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/tasks/task.h"
#include "core/training/update_story.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

bool equals(double told, double done)
{
    return std::abs(told - done) <= 1e-15 * std::max(std::abs(told), std::abs(done));
}

} // namespace

class UpdateStoryTest : public QObject
{
    Q_OBJECT
private slots:
    void theStoryIsWhatTheOptimizerDoes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("sgd") << int(OptimizerKind::sgd);
        QTest::newRow("rmsprop") << int(OptimizerKind::rmsprop);
        QTest::newRow("adam") << int(OptimizerKind::adam);
        QTest::newRow("adamw") << int(OptimizerKind::adamw);
    }
    void theStoryIsWhatTheOptimizerDoes()
    {
        QFETCH(int, kind);
        Random random(11);
        for (int trial = 0; trial < 2000; ++trial) {
            OptimizerSettings s{.kind = OptimizerKind(kind),
                                .learningRate = random.uniform(1e-4, 0.1),
                                .momentum = random.uniform(),
                                .alpha = random.uniform(),
                                .beta1 = random.uniform(0, 0.99),
                                .beta2 = random.uniform(0, 0.9999),
                                .epsilon = 1e-8,
                                .weightDecay = trial % 3 ? random.uniform(0, 0.1) : 0};
            s.schedule = {.kind = ScheduleKind(trial % 3),
                          .every = 10,
                          .factor = 0.5,
                          .length = 50,
                          .lowest = 1e-5,
                          .warmUp = trial % 20};
            s.clipping = {trial % 2 ? random.uniform(0.1, 2) : 0, trial % 5 ? 0 : 0.3};
            const int update = 1 + trial % 97;
            const WeightBefore before{random.normal(), random.normal(), random.normal(), random.uniform(),
                                      random.uniform(0, 5)};
            Eigen::ArrayXd w = Eigen::ArrayXd::Constant(1, before.weight), m = Eigen::ArrayXd::Constant(1, before.m),
                           v = Eigen::ArrayXd::Constant(1, before.v), g = Eigen::ArrayXd::Constant(1, before.gradient);
            optimize(s, update, w, g, {m, v}, clippingFactor(s.clipping, before.gradientNorm));
            const UpdateStory story = updateStory(s, update, before);
            QVERIFY(equals(story.after, w[0]));
            QVERIFY(equals(story.m, m[0]));
            QVERIFY(equals(story.v, v[0]));
            QVERIFY(equals(story.before + story.change, story.after) || std::abs(story.change) < 1e-12);
            QCOMPARE(story.rate, learningRateAt(s, update));
        }
    }

    void theStoryOfAnAdamStepCanBeCheckedByHand()
    {
        // First update, g = 2 clipped by a norm of 4 to 1: m = 0.1, v = 0.001, corrected both 1; the step is the rate.
        OptimizerSettings s{.learningRate = 0.01};
        s.clipping.norm = 2;
        const UpdateStory story = updateStory(s, 1, {.weight = 0.5, .gradient = 2, .gradientNorm = 4});
        QVERIFY(std::abs(story.clippingFactor - 0.5) < 1e-6);
        QVERIFY(std::abs(story.clipped - 1) < 1e-6);
        QVERIFY(std::abs(story.m - 0.1) < 1e-6 && std::abs(story.mCorrected - 1) < 1e-6);
        QVERIFY(std::abs(story.v - 0.001) < 1e-8 && std::abs(story.vCorrected - 1) < 1e-6);
        QVERIFY(std::abs(story.change + 0.01) < 1e-9);
        QCOMPARE(story.decay, 0.0);
    }

    void theNextUpdateOfARunIsToldBeforeItIsMade()
    {
        const auto task = makeTask("adding", {.length = 8}).value();
        NetworkSpec spec;
        spec.inputSize = 2;
        spec.hiddenSize = 4;
        spec.headOutputs = 1;
        TrainingSettings settings;
        settings.optimizer
            = {.kind = OptimizerKind::adamw, .learningRate = 0.02, .weightDecay = 0.05, .clipping = {0.2, 0}};
        Parameters mask = zeroParameters(spec);
        for (const ParameterView &view : views(spec, mask))
            Eigen::Map<Matrix>(view.values).setOnes();
        mask.layers[0].U(1, 2) = 0;
        settings.mask = std::make_shared<const Parameters>(mask);
        const auto run = ReferenceBackend().startTraining(spec, initialParameters(spec, 4), settings).value();
        for (int update = 1; update <= 5; ++update) {
            const TrainingBatch batch = task->batch(6, 1, update);
            const TrainingState before = run->state();
            const auto evaluation = evaluate(ReferenceBackend(), spec, before.parameters,
                                             std::make_shared<const Batch>(batch.batch), batch.objective)
                                        .value();
            const auto report = run->update(batch.batch, batch.objective).value();
            const TrainingState after = run->state();
            for (const ConstParameterView &view : views(spec, after.parameters)) {
                for (int row = 0; row < view.values.rows(); ++row) {
                    for (int column = 0; column < view.values.cols(); ++column) {
                        const auto story = nextUpdate(spec, before, settings, evaluation.gradients->parameters,
                                                      {view.name, row, column});
                        QVERIFY(story.ok());
                        QVERIFY(equals(story->after, view.values(row, column)));
                        QVERIFY(equals(story->gradientNorm, report.gradientNorm));
                        QCOMPARE(story->learns, !(view.name == "weight_hh_l0" && row == 1 && column == 2));
                    }
                }
            }
        }
        QVERIFY(!nextUpdate(spec, run->state(), settings, zeroParameters(spec), {"weight_ih_l7", 0, 0}).ok());
        QVERIFY(!nextUpdate(spec, run->state(), settings, zeroParameters(spec), {"head.weight", 1, 0}).ok());
    }
};

QTEST_GUILESS_MAIN(UpdateStoryTest)
#include "update_story_test.moc"

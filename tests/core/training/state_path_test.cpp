// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/engine/cpu/cpu_backend.h"
#include "core/training/state_path.h"
#include "core/training/trainer.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

/// A record whose states are given: [steps, units] of each sequence, of these lengths.
Trace traceOf(const std::vector<Matrix> &sequences)
{
    Trace trace;
    int steps = 0;
    for (const Matrix &each : sequences)
        steps = std::max(steps, int(each.rows()));
    const int units = int(sequences.front().cols());
    Batch batch = fullLengthBatch(TimeArray(steps, int(sequences.size()), 1));
    TimeArray state(steps, int(sequences.size()), units);
    for (int n = 0; n < int(sequences.size()); ++n) {
        batch.lengths[std::size_t(n)] = int(sequences[std::size_t(n)].rows());
        for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t)
            for (int unit = 0; unit < units; ++unit)
                state.set(t, n, unit, sequences[std::size_t(n)](t, unit));
    }
    trace.spec.hiddenSize = units;
    trace.batch = std::make_shared<const Batch>(std::move(batch));
    trace.layers.resize(1);
    trace.layers[0][Part::state] = std::move(state);
    return trace;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class StatePathTest : public QObject
{
    Q_OBJECT
private slots:
    void theAxesOfAKnownCloudAreFound()
    {
        // Points ±3 along (0.6, 0.8, 0) and ±1 along (0, 0, 1) about a mean: variances 9/2 and 1/2.
        const Eigen::RowVector3d mean(0.1, -0.2, 0.3), first(0.6, 0.8, 0), second(0, 0, 1);
        Matrix points(4, 3);
        points << mean + 3 * first, mean - 3 * first, mean + second, mean - second;
        const Trace trace = traceOf({points.topRows(3), points.bottomRows(1)});
        const StateAxes found = principalAxes(trace, 0, Direction::forward);
        QVERIFY((found.mean.transpose() - mean).norm() < 1e-12);
        QVERIFY((found.axes.row(0) - first).norm() < 1e-9);
        QVERIFY((found.axes.row(1) - second).norm() < 1e-9);
        QVERIFY(near(found.share[0], 0.9) && near(found.share[1], 0.1));
        const Matrix path = statePath(found, trace, 0, Direction::forward, 0);
        QCOMPARE(path.rows(), Eigen::Index(3));
        QVERIFY((path - Matrix{{3, 0}, {-3, 0}, {0, 1}}).norm() < 1e-9);
    }

    void anAxisKeepsTheSignThatItHadBefore()
    {
        Matrix points(2, 2);
        points << 1, 0.4, -1, -0.4;
        StateAxes earlier = principalAxes(traceOf({points}), 0, Direction::forward);
        QVERIFY(earlier.axes(0, 0) > 0); // the largest element is positive
        earlier.axes = -earlier.axes;
        const StateAxes next = principalAxes(traceOf({1.1 * points}), 0, Direction::forward, earlier);
        QVERIFY(next.axes(0, 0) < 0);
    }

    void whatLiesTowardsALargerAnswerLiesAtTheRightWhateverWasSeenBefore()
    {
        Matrix points(2, 2);
        points << 1, 0.4, -1, -0.4;
        const Trace trace = traceOf({points});
        const StateAxes one = principalAxes(trace, 0, Direction::forward);
        StateAxes other = one;
        other.axes = -other.axes;
        const Vector answer = Vector{{-0.9, 0.1}};
        for (const StateAxes &before : {one, other})
            QVERIFY(principalAxes(trace, 0, Direction::forward, before, answer).axes.row(0).dot(answer) > 0);
        // A direction that the axis has next to no part of decides nothing: the picture stays as it was.
        const Vector across = Vector{{-0.4, 1.01}};
        for (const StateAxes &before : {one, other})
            QVERIFY(principalAxes(trace, 0, Direction::forward, before, across).axes.row(0).dot(before.axes.row(0))
                    > 0);
    }

    void statesThatNeverMoveHaveNoShares()
    {
        const StateAxes found = principalAxes(traceOf({Matrix::Constant(5, 3, 0.25)}), 0, Direction::forward);
        QVERIFY(found.share == (std::array<double, 2>{0, 0}));
        QVERIFY(found.axes.allFinite());
    }

    void oneUnitHasOneAxis()
    {
        Matrix points(3, 1);
        points << -0.5, 0, 0.5;
        const Trace trace = traceOf({points});
        const StateAxes found = principalAxes(trace, 0, Direction::forward);
        QVERIFY(near(found.share[0], 1) && found.share[1] == 0);
        QVERIFY((statePath(found, trace, 0, Direction::forward, 0) - Matrix{{-0.5, 0}, {0, 0}, {0.5, 0}}).norm()
                < 1e-9);
    }

    void theAxesOfARunHoldMoreThanAnyOtherTwoAndDoNotFlipWhileItLearns()
    {
        const std::shared_ptr<const Task> task = makeTask("temporal-order", {.length = 20}).value();
        NetworkSpec spec;
        spec.inputSize = 6;
        spec.hiddenSize = 12;
        spec.headOutputs = 4;
        TrainerSettings settings;
        settings.training.optimizer.learningRate = 0.01;
        const auto trainer
            = Trainer::start(task, spec, initialParameters(spec, 0), settings, {std::make_shared<CpuBackend>()})
                  .value();
        const auto batch = std::make_shared<const Batch>(task->batch(16, 5, 1).batch);
        std::optional<StateAxes> before;
        for (int frame = 0; frame < 20; ++frame) {
            const auto trace = CpuBackend().run(spec, trainer->parameters(), batch).value();
            const StateAxes axes = principalAxes(*trace, 0, Direction::forward, before);
            QVERIFY((axes.axes * axes.axes.transpose() - Matrix::Identity(2, 2)).norm() < 1e-9);
            QVERIFY(axes.share[0] >= axes.share[1] && axes.share[0] + axes.share[1] <= 1 + 1e-12);
            if (before)
                QVERIFY(axes.axes.row(0).dot(before->axes.row(0)) >= 0
                        && axes.axes.row(1).dot(before->axes.row(1)) >= 0);
            // The variance along an axis is that of the paths; along a random direction it is no larger.
            double along = 0, other = 0, count = 0;
            Random random{std::uint64_t(frame)};
            Vector direction(spec.hiddenSize);
            for (double &each : direction)
                each = random.normal();
            direction.normalize();
            for (int n = 0; n < batch->sequences(); ++n) {
                const Matrix path = statePath(axes, *trace, 0, Direction::forward, n);
                along += path.col(0).squaredNorm();
                count += double(path.rows());
                for (int t = 0; t < trace->length(n); ++t)
                    other += std::pow(direction.dot(trace->layers[0][Part::state].at(t, n) - axes.mean), 2);
            }
            QVERIFY(along / count > other / count);
            before = axes;
            for (int i = 0; i < 5; ++i)
                QVERIFY(trainer->update().ok());
        }
    }
};

QTEST_GUILESS_MAIN(StatePathTest)
#include "state_path_test.moc"

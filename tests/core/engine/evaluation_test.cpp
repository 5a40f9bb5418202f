// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/ops/losses.h"
#include "random_network.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

const NetworkSpec withHead{CellKind::gru, 2, 3, 1, false, true, ResetPlacement::after, UpdateMeaning::keeps, 4};

Result<Evaluation> evaluationOf(const RandomNetwork &network)
{
    return evaluate(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
}

double sumOf(const TimeArray &array)
{
    double sum = 0;
    for (int t = 0; t < array.steps(); ++t)
        sum += array.step(t).sum();
    return sum;
}

bool isClose(double computed, double expected)
{
    return std::abs(computed - expected) <= 1e-14 * std::max(1.0, std::abs(expected));
}

} // namespace

class EvaluationTest : public QObject
{
    Q_OBJECT

private slots:
    void crossEntropyOfEqualScoresIsTheLogarithmOfTheirNumber()
    {
        const StepLoss loss = crossEntropy(Vector::Constant(5, 3.0), 2);
        QVERIFY(isClose(loss.loss, std::log(5.0)));
        QVERIFY(isClose(loss.dy[2], 0.2 - 1));
        QVERIFY(isClose(loss.dy[0], 0.2));
    }

    void crossEntropyOfHugeScoresIsFinite()
    {
        const StepLoss loss = crossEntropy(Vector{{5000.0, -5000.0}}, 1);
        QCOMPARE(loss.loss, 10000.0);
        QVERIFY(loss.dy.allFinite());
    }

    void squaredErrorIsTheMeanOverTheOutputs()
    {
        const StepLoss loss = squaredError(Vector{{1.0, 2.0}}, Vector{{0.0, 5.0}}, 0.1);
        QCOMPARE(loss.loss, 5.0);
        QCOMPARE(loss.dy, (Vector{{1.0, -3.0}}));
    }

    void lossIsTheMeanOverTheRealStepsThatAreWatched()
    {
        const RandomNetwork network = randomNetwork({withHead, 5, {5, 3}, LossKind::squaredError}, 1);
        const auto evaluation = evaluationOf(network);
        QVERIFY(evaluation.ok());
        double sum = 0;
        for (int n = 0; n < 2; ++n)
            for (int t = 0; t < network.batch->lengths[n]; ++t)
                sum += (evaluation->trace->headOutput.at(t, n) - network.objective.values.at(t, n)).squaredNorm() / 4;
        QVERIFY(isClose(evaluation->loss, sum / 8));
        QVERIFY(isClose(sumOf(evaluation->stepLoss), evaluation->loss));
        QCOMPARE(evaluation->stepLoss(3, 1, 0), 0.0);
    }

    void stepsWithoutAClassHaveNoLoss()
    {
        RandomNetwork network = randomNetwork({withHead, 3, {3, 2}, LossKind::crossEntropy}, 2);
        network.objective.classes = {{1, -1, 3}, {-1, 0, -1}};
        const auto evaluation = evaluationOf(network);
        QVERIFY(evaluation.ok());
        const auto &y = evaluation->trace->headOutput;
        const double expected
            = (crossEntropy(y.at(0, 0), 1).loss + crossEntropy(y.at(2, 0), 3).loss + crossEntropy(y.at(1, 1), 0).loss)
            / 3;
        QVERIFY(isClose(evaluation->loss, expected));
        QCOMPARE(evaluation->stepLoss(1, 0, 0), 0.0);
        QVERIFY(evaluation->stepLoss(2, 0, 0) > 0);
    }

    void outputSumIsASumAndNotAMean()
    {
        const RandomNetwork network = randomNetwork({withHead, 5, {5, 3}}, 3);
        const auto evaluation = evaluationOf(network);
        QVERIFY(evaluation.ok());
        QVERIFY(isClose(evaluation->loss, sumOf(evaluation->trace->output)));
    }

    void lastStepIsEachSequencesOwn()
    {
        const RandomNetwork network = randomNetwork({withHead, 5, {5, 3}, {}, WatchedSteps::last}, 4);
        const auto evaluation = evaluationOf(network);
        QVERIFY(evaluation.ok());
        const TimeArray &output = evaluation->trace->output;
        QVERIFY(isClose(evaluation->loss, output.at(4, 0).sum() + output.at(2, 1).sum()));
        QVERIFY(evaluation->gradients->output.at(2, 0).isZero(0));
        QCOMPARE(evaluation->gradients->output.at(2, 1), Vector(Vector::Ones(3)));
    }

    void oneWatchedStepCountsOnlyWhereItExists()
    {
        const RandomNetwork network
            = randomNetwork({withHead, 5, {5, 3}, LossKind::squaredError, WatchedSteps::one, 3}, 5);
        const auto evaluation = evaluationOf(network);
        QVERIFY(evaluation.ok());
        const Vector y = evaluation->trace->headOutput.at(3, 0);
        QVERIFY(isClose(evaluation->loss, squaredError(y, network.objective.values.at(3, 0), 0.1).loss));
        QVERIFY((*evaluation->gradients).x.at(0, 1).isZero(0));
    }

    void whereNothingIsWatchedLossAndGradientAreZero()
    {
        RandomNetwork network = randomNetwork({withHead, 2, {2}, LossKind::crossEntropy}, 6);
        network.objective.classes = {{-1, -1}};
        const auto evaluation = evaluationOf(network);
        QVERIFY(evaluation.ok());
        QCOMPARE(evaluation->loss, 0.0);
        QVERIFY(evaluation->gradients->parameters == zeroParameters(withHead));
    }

    void gradientThatArrivesAtTheOutputCameThroughTheHead()
    {
        const RandomNetwork network = randomNetwork({withHead, 3, {3}, LossKind::squaredError, WatchedSteps::last}, 7);
        const auto evaluation = evaluationOf(network);
        QVERIFY(evaluation.ok());
        const StepLoss loss
            = squaredError(evaluation->trace->headOutput.at(2, 0), network.objective.values.at(2, 0), 0.1);
        const Vector expected = network.parameters.head->weight.transpose() * loss.dy;
        QVERIFY((evaluation->gradients->output.at(2, 0) - expected).norm() < 1e-15);
        QCOMPARE(evaluation->gradients->at(withHead, 0, Direction::forward)[Part::state].at(2, 0),
                 evaluation->gradients->output.at(2, 0));
    }

    void targetsThatDoNotFitAreRefused()
    {
        RandomNetwork network = randomNetwork({withHead, 3, {3}, LossKind::crossEntropy}, 8);
        network.objective.classes = {{0, 4, 0}};
        const auto evaluation = evaluationOf(network);
        QVERIFY(!evaluation.ok());
        QVERIFY(evaluation.error().english().starts_with("Target 4 is out of bounds"));
    }
};

QTEST_GUILESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"

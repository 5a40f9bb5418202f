// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gradient_check.h"
#include "core/engine/reference_backend.h"
#include "core/ops/embedding.h"
#include "random_network.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

constexpr auto gru = CellKind::gru;
constexpr auto lstm = CellKind::lstm;
constexpr auto rnn = CellKind::rnn;
constexpr auto after = ResetPlacement::after;
constexpr auto before = ResetPlacement::before;
constexpr auto keeps = UpdateMeaning::keeps;
constexpr auto overwrites = UpdateMeaning::overwrites;
constexpr auto outputSumLoss = LossKind::outputSum;
constexpr auto classes = LossKind::crossEntropy;
constexpr auto values = LossKind::squaredError;
constexpr auto every = WatchedSteps::every;
constexpr auto last = WatchedSteps::last;
constexpr auto one = WatchedSteps::one;

// {cell, input, hidden, layers, bidirectional, bias, reset, update, head outputs}, steps, lengths,
// loss, watched steps, the one step, random initial states
const std::vector<Shape> shapes{
    {{gru, 1, 1, 1, false, true, after, keeps}, 1, {1}, outputSumLoss, every},
    {{gru, 1, 1, 1, false, true, before, overwrites}, 1, {1}, outputSumLoss, last, 0, true},
    {{gru, 3, 4, 1, false, true, after, keeps}, 5, {5, 5}, outputSumLoss, every},
    {{gru, 3, 4, 1, false, true, before, keeps}, 5, {5, 5}, outputSumLoss, every},
    {{gru, 3, 4, 1, false, true, after, overwrites}, 5, {5, 5}, outputSumLoss, last},
    {{gru, 3, 4, 1, false, true, before, overwrites}, 5, {5, 5}, outputSumLoss, one, 2},
    {{gru, 2, 3, 1, false, true, after, keeps}, 64, {64}, outputSumLoss, every},
    {{gru, 1, 2, 1, false, true, before, keeps}, 64, {64, 40}, outputSumLoss, every, 0, true},
    {{gru, 2, 3, 1, false, true, after, keeps}, 6, {6, 1, 4, 3, 6, 2, 5}, outputSumLoss, every},
    {{gru, 2, 3, 1, false, false, after, keeps}, 6, {6, 1, 4}, outputSumLoss, every, 0, true},
    {{gru, 2, 3, 1, false, false, before, overwrites}, 4, {4, 2}, outputSumLoss, every},
    {{gru, 2, 3, 1, true, true, after, keeps}, 5, {5, 3}, outputSumLoss, every},
    {{gru, 2, 3, 1, true, true, before, overwrites}, 5, {2, 5}, outputSumLoss, last, 0, true},
    {{gru, 3, 2, 2, false, true, after, keeps}, 5, {5, 4}, outputSumLoss, every, 0, true},
    {{gru, 2, 2, 2, true, true, after, keeps}, 4, {4, 2}, outputSumLoss, every, 0, true},
    {{gru, 2, 2, 3, true, true, before, keeps}, 3, {3, 1}, outputSumLoss, last},
    {{gru, 2, 2, 3, false, false, after, overwrites}, 4, {4}, outputSumLoss, one, 1},
    {{gru, 2, 3, 1, false, true, after, keeps, 4}, 5, {5, 3}, classes, every},
    {{gru, 2, 3, 1, false, true, before, keeps, 3}, 5, {5, 3}, classes, last},
    {{gru, 2, 3, 2, true, true, after, overwrites, 3}, 4, {4, 2}, classes, one, 3},
    {{gru, 2, 3, 1, false, true, after, keeps, 2}, 5, {5, 3}, values, every, 0, true},
    {{gru, 2, 3, 2, false, false, before, keeps, 2}, 4, {2, 4}, values, last},
    {{gru, 2, 3, 1, true, true, after, keeps, 1}, 4, {4, 2}, values, one, 1},
    {{lstm, 1, 1, 1, false, true}, 1, {1}, outputSumLoss, every, 0, true},
    {{lstm, 2, 3, 1, false, true}, 5, {5, 2}, outputSumLoss, every},
    {{lstm, 2, 3, 2, true, true}, 4, {4, 2, 3}, outputSumLoss, last, 0, true},
    {{lstm, 2, 2, 2, false, false, after, keeps, 3}, 5, {5, 3}, classes, every},
    {{lstm, 1, 2, 1, false, true}, 64, {64}, outputSumLoss, last},
    {{rnn, 1, 1, 1, false, true}, 1, {1}, outputSumLoss, every},
    {{rnn, 3, 4, 1, false, true}, 6, {6, 1, 4, 3, 6, 2, 5}, outputSumLoss, every, 0, true},
    {{rnn, 2, 3, 2, true, true, after, keeps, 2}, 4, {4, 2}, values, every},
    {{rnn, 2, 2, 3, true, false}, 4, {3, 4}, outputSumLoss, last, 0, true},
};

RandomNetwork smallGru()
{
    return randomNetwork({{gru, 2, 3, 1, false, true, after, keeps}, 4, {4, 2}}, 7);
}

/// The reference backend, but for one wrong number in its gradient.
class WrongBackend : public ReferenceBackend
{
public:
    Result<std::shared_ptr<const GradientTrace>> backpropagate(const Parameters &parameters, const Trace &trace,
                                                               const Upstream &upstream) const override
    {
        auto wrong = std::make_shared<GradientTrace>(**ReferenceBackend::backpropagate(parameters, trace, upstream));
        wrong->parameters.layers[0].U(5, 1) *= 1 + 1e-4;
        return std::shared_ptr<const GradientTrace>(wrong);
    }
};

} // namespace

class GradientCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void chainRuleAgreesWithNudgingEveryNumber_data()
    {
        QVERIFY(shapes.size() >= 30);
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(shapes.size()); ++i) {
            const Shape &shape = shapes[std::size_t(i)];
            QTest::addRow("%d: %s, %d steps, %d sequences", i, pytorchConstructor(shape.spec).c_str(), shape.steps,
                          int(shape.lengths.size()))
                << i;
        }
    }
    void chainRuleAgreesWithNudgingEveryNumber()
    {
        QFETCH(int, index);
        const RandomNetwork network = randomNetwork(shapes[std::size_t(index)], std::uint64_t(100 + index));
        const auto report
            = checkGradients(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().english().c_str());
        QVERIFY2(report->passed(1e-6),
                 qPrintable(QString("%1: chain rule %2, nudged %3, relative error %4")
                                .arg(report->worstPlace.c_str())
                                .arg(report->worst.chain)
                                .arg(report->worst.nudged)
                                .arg(report->worstRelativeError)));
        QVERIFY(report->worst.chain != 0);
    }

    void everyNumberIsChecked()
    {
        const RandomNetwork network
            = randomNetwork({{lstm, 2, 3, 1, true, true, after, keeps, 2}, 4, {4, 2}, values}, 3);
        const auto report
            = checkGradients(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
        QVERIFY(report.ok());
        const int inputs = (4 + 2) * 2;
        const int states = 2 * (2 * 2 * 3); // h0 and c0, two directions, two sequences, three units
        QCOMPARE(report->checked, int(parameterCount(network.spec)) + inputs + states);
    }

    void oneNumberThatIsATenThousandthWrongIsFound()
    {
        const RandomNetwork network = smallGru();
        const auto report
            = checkGradients(WrongBackend(), network.spec, network.parameters, network.batch, network.objective);
        QVERIFY(report.ok());
        QVERIFY(!report->passed(1e-6));
        QCOMPARE(report->worstPlace, std::string("weight_hh_l0[5, 1]"));
    }

    void rowsOfTheEmbeddingGetTheGradientOfTheStepsTheyWereReadAt()
    {
        RandomNetwork network = randomNetwork({{gru, 3, 4, 1, false, true, after, keeps, 0, true, 5}, 4, {4, 3}}, 11);
        Batch batch = *network.batch;
        batch.embeddingRows = {{0, 3, 3, 1}, {4, 0, 3}};
        batch.x = lookUp(*network.parameters.embedding, batch.embeddingRows);
        network.batch = std::make_shared<const Batch>(batch);

        const auto report
            = checkGradients(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
        QVERIFY(report.ok());
        QVERIFY2(report->passed(1e-6), report->worstPlace.c_str());
        const auto evaluation
            = evaluate(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
        const Matrix &gradient = *evaluation->gradients->parameters.embedding;
        QVERIFY(gradient.row(2).isZero(0)); // row 2 is never read
        QVERIFY(!gradient.row(3).isZero(1e-6));
    }

    void oneParameterCanBeCheckedByItself()
    {
        const RandomNetwork network = smallGru();
        const auto check = checkParameter(ReferenceBackend(), network.spec, network.parameters, network.batch,
                                          network.objective, {"weight_hh_l0", 7, 2});
        QVERIFY(check.ok());
        QVERIFY(std::abs(check->chain) > 1e-3);
        QVERIFY(check->relativeError(0) < 1e-6);
    }

    void aPlaceThatDoesNotExistIsRefused()
    {
        const RandomNetwork network = smallGru();
        const auto check = [&](const ParameterPlace &place) {
            return checkParameter(ReferenceBackend(), network.spec, network.parameters, network.batch,
                                  network.objective, place);
        };
        QCOMPARE(check({"weight_hh_l1", 0, 0}).error().english(),
                 std::string("There is no tensor weight_hh_l1 in this network."));
        QCOMPARE(check({"weight_hh_l0", 9, 0}).error().english(),
                 std::string("There is no place [9, 0] in weight_hh_l0, which has 9 rows and 3 columns."));
    }

    void relativeErrorIsMeasuredAgainstTheLargestOfBothAndTheFloor()
    {
        QCOMPARE((NudgeCheck{2.0, 1.0}).relativeError(0), 0.5);
        QCOMPARE((NudgeCheck{1.0, -3.0}).relativeError(8.0), 0.5);
        QCOMPARE((NudgeCheck{0.0, 0.0}).relativeError(0), 0.0);
    }
};

QTEST_GUILESS_MAIN(GradientCheckTest)
#include "gradient_check_test.moc"

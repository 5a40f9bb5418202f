// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/itemised_gradient.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "random_network.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatescope;

namespace {

constexpr double tolerance = 1e-12; // of the largest number that is compared

NetworkSpec specOf(CellKind cell, ResetPlacement reset, UpdateMeaning update, int layers, bool bidirectional)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.reset = reset;
    spec.update = update;
    spec.layers = layers;
    spec.bidirectional = bidirectional;
    spec.inputSize = 3;
    spec.hiddenSize = 4;
    spec.headOutputs = 2;
    return spec;
}

RandomNetwork packedNetwork(const NetworkSpec &spec, LossKind loss, WatchedSteps watched = WatchedSteps::every)
{
    return randomNetwork({spec, 7, {7, 4}, loss, watched, 0, true}, 5);
}

std::vector<Moment> places(const NetworkSpec &spec, int sequences)
{
    std::vector<Moment> all;
    for (int layer = 0; layer < spec.layers; ++layer)
        for (int d = 0; d < spec.directions(); ++d)
            for (int n = 0; n < sequences; ++n)
                all.push_back({layer, d == 0 ? Direction::forward : Direction::backward, 0, n});
    return all;
}

Evaluation evaluationOf(const RandomNetwork &network)
{
    return evaluate(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective).value();
}

ItemisedGradient itemised(const RandomNetwork &network, const Evaluation &evaluation, const Moment &place,
                          int most = mostSources)
{
    return itemisedGradient(ReferenceBackend(), network.parameters, *evaluation.trace, network.objective, place, most)
        .value();
}

} // namespace

class ItemisedGradientTest : public QObject
{
    Q_OBJECT

private slots:
    void theLossesOfAllStepsMakeTheWholeGradient_data();
    void theLossesOfAllStepsMakeTheWholeGradient();
    void whatIsHeldInOneSequenceIsHeldInItsItemsAlone();
    void aLossSendsNothingToStepsThatItHasNotRead();
    void aBackwardDirectionGetsItsGradientFromEarlierLosses();
    void attentionMakesEveryStepsLossReachEveryStep();
    void onlyWatchedStepsAreSources();
    void moreSourcesThanWantedAreAnEvenSampleAndSaySo();
    void oneWhoAsksItToStopIsObeyed();
    void whatDoesNotFitIsRefused();
    void aTenthOfFiveHundredLossesReachesFromTheFirstToTheLast();
};

void ItemisedGradientTest::theLossesOfAllStepsMakeTheWholeGradient_data()
{
    QTest::addColumn<NetworkSpec>("spec");
    QTest::addColumn<LossKind>("loss");
    using enum ResetPlacement;
    using enum UpdateMeaning;
    const std::vector<std::pair<QByteArray, LossKind>> losses{{"outputs", LossKind::outputSum},
                                                              {"classes", LossKind::crossEntropy},
                                                              {"values", LossKind::squaredError},
                                                              {"yes or no", LossKind::binaryCrossEntropy}};
    const std::vector<std::tuple<QByteArray, CellKind, ResetPlacement, UpdateMeaning>> kinds{
        {"GRU after keeps", CellKind::gru, after, keeps},
        {"GRU before keeps", CellKind::gru, before, keeps},
        {"GRU after overwrites", CellKind::gru, after, overwrites},
        {"GRU before overwrites", CellKind::gru, before, overwrites},
        {"LSTM", CellKind::lstm, after, keeps},
        {"RNN", CellKind::rnn, after, keeps}};
    for (const auto &[name, loss] : losses)
        for (const auto &[kind, cell, reset, update] : kinds)
            for (const int layers : {1, 2})
                for (const bool bidirectional : {false, true})
                    QTest::newRow(kind + ", " + name + ", " + QByteArray::number(layers)
                                  + (bidirectional ? ", both directions" : ""))
                        << specOf(cell, reset, update, layers, bidirectional) << loss;
}

void ItemisedGradientTest::theLossesOfAllStepsMakeTheWholeGradient()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(LossKind, loss);
    const RandomNetwork network = packedNetwork(spec, loss);
    const Evaluation evaluation = evaluationOf(network);
    for (const Moment &place : places(spec, 2)) {
        const int length = evaluation.trace->length(place.sequence);
        const ItemisedGradient items = itemised(network, evaluation, place);
        QVERIFY(items.isWhole());
        QVERIFY(items.lengths.cols() == length && items.lengths.maxCoeff() > 1e-3);

        Matrix sum = Matrix::Zero(length, spec.hiddenSize);
        Vector startSum = Vector::Zero(spec.hiddenSize);
        const int index = spec.layerIndex(place.layer, place.direction);
        for (std::size_t i = 0; i < items.sources.size(); ++i) {
            const auto row = gradientOfLossAt(ReferenceBackend(), network.parameters, *evaluation.trace,
                                              network.objective, place.sequence, items.sources[i])
                                 .value();
            for (int t = 0; t < length; ++t) {
                const Vector dh = row->layers[index][Part::state].at(t, 0);
                QVERIFY(std::abs(dh.norm() - items.lengths(Eigen::Index(i), t)) <= tolerance * (1 + dh.norm()));
                sum.row(t) += dh.transpose();
            }
            QVERIFY(std::abs(row->h0[index].norm() - items.startLengths[Eigen::Index(i)]) <= tolerance);
            startSum += row->h0[index].row(0).transpose();
        }
        for (int t = 0; t < length; ++t) {
            const Vector whole = evaluation.gradients->layers[index][Part::state].at(t, place.sequence);
            QVERIFY((sum.row(t).transpose() - whole).norm() <= tolerance * whole.norm());
        }
        const Vector wholeStart = evaluation.gradients->h0[index].row(place.sequence).transpose();
        QVERIFY((startSum - wholeStart).norm() <= tolerance * wholeStart.norm());
    }
}

void ItemisedGradientTest::whatIsHeldInOneSequenceIsHeldInItsItemsAlone()
{
    RandomNetwork network = packedNetwork(specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 2, false),
                                          LossKind::crossEntropy);
    auto batch = std::make_shared<Batch>(*network.batch);
    batch->pins
        = {{.layer = 0, .part = Part::update, .unit = 1, .firstStep = 1, .lastStep = 3, .sequence = 1, .value = 0.25},
           {.layer = 1, .part = Part::state, .unit = 2, .firstStep = 2, .lastStep = 2, .sequence = 0, .value = -0.5}};
    network.batch = batch;
    const Evaluation evaluation = evaluationOf(network);
    for (const Moment &place : places(network.spec, 2)) {
        const ItemisedGradient items = itemised(network, evaluation, place);
        const int index = network.spec.layerIndex(place.layer, place.direction);
        Matrix sum = Matrix::Zero(evaluation.trace->length(place.sequence), network.spec.hiddenSize);
        for (const int source : items.sources) {
            const auto row = gradientOfLossAt(ReferenceBackend(), network.parameters, *evaluation.trace,
                                              network.objective, place.sequence, source)
                                 .value();
            for (int t = 0; t < sum.rows(); ++t)
                sum.row(t) += row->layers[index][Part::state].at(t, 0).transpose();
        }
        for (int t = 0; t < sum.rows(); ++t) {
            const Vector whole = evaluation.gradients->layers[index][Part::state].at(t, place.sequence);
            QVERIFY((sum.row(t).transpose() - whole).norm() <= tolerance * whole.norm());
        }
    }
}

void ItemisedGradientTest::aLossSendsNothingToStepsThatItHasNotRead()
{
    const RandomNetwork network = packedNetwork(
        specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 2, false), LossKind::squaredError);
    const ItemisedGradient items = itemised(network, evaluationOf(network), {0, Direction::forward, 0, 0});
    QCOMPARE(items.sources, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
    for (int source = 0; source < 7; ++source)
        for (int target = 0; target < 7; ++target)
            QCOMPARE(items.lengths(source, target) > 0, target <= source);
}

void ItemisedGradientTest::aBackwardDirectionGetsItsGradientFromEarlierLosses()
{
    const RandomNetwork network = packedNetwork(
        specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 1, true), LossKind::squaredError);
    const ItemisedGradient items = itemised(network, evaluationOf(network), {0, Direction::backward, 0, 0});
    for (int source = 0; source < 7; ++source)
        for (int target = 0; target < 7; ++target)
            QCOMPARE(items.lengths(source, target) > 0, target >= source);
}

void ItemisedGradientTest::attentionMakesEveryStepsLossReachEveryStep()
{
    NetworkSpec spec = specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 1, false);
    spec.headReads = HeadReads::attention;
    const RandomNetwork network = packedNetwork(spec, LossKind::squaredError);
    const Evaluation evaluation = evaluationOf(network);
    const ItemisedGradient items = itemised(network, evaluation, {0, Direction::forward, 0, 1});
    QVERIFY(items.lengths.rows() == 4 && items.lengths.minCoeff() > 0);
}

void ItemisedGradientTest::onlyWatchedStepsAreSources()
{
    const NetworkSpec spec = specOf(CellKind::lstm, ResetPlacement::after, UpdateMeaning::keeps, 1, false);
    const RandomNetwork last = packedNetwork(spec, LossKind::squaredError, WatchedSteps::last);
    QCOMPARE(itemised(last, evaluationOf(last), {0, Direction::forward, 0, 1}).sources, std::vector<int>{3});
    const RandomNetwork classes = packedNetwork(spec, LossKind::crossEntropy); // sequence 0 has no class at step 0
    const ItemisedGradient items = itemised(classes, evaluationOf(classes), {0, Direction::forward, 0, 0});
    QCOMPARE(items.sources.front(), 1);
    QCOMPARE(items.watched, 6);
}

void ItemisedGradientTest::moreSourcesThanWantedAreAnEvenSampleAndSaySo()
{
    const RandomNetwork network = packedNetwork(
        specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 1, false), LossKind::squaredError);
    const Evaluation evaluation = evaluationOf(network);
    const ItemisedGradient all = itemised(network, evaluation, {});
    const ItemisedGradient some = itemised(network, evaluation, {}, 3);
    QCOMPARE(some.sources, (std::vector<int>{0, 3, 6}));
    QCOMPARE(some.watched, 7);
    QVERIFY(!some.isWhole() && all.isWhole());
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(some.lengths.row(Eigen::Index(i)) == all.lengths.row(some.sources[i]));
}

void ItemisedGradientTest::oneWhoAsksItToStopIsObeyed()
{
    const RandomNetwork network = packedNetwork(
        specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 1, false), LossKind::squaredError);
    const Evaluation evaluation = evaluationOf(network);
    std::stop_source source;
    source.request_stop();
    const auto items = itemisedGradient(ReferenceBackend(), network.parameters, *evaluation.trace, network.objective,
                                        {}, mostSources, source.get_token());
    QVERIFY(!items && items.error().english().find("stop") != std::string::npos);
}

void ItemisedGradientTest::whatDoesNotFitIsRefused()
{
    const RandomNetwork network = packedNetwork(
        specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 1, false), LossKind::squaredError);
    const Evaluation evaluation = evaluationOf(network);
    Objective other = network.objective;
    other.values = TimeArray(7, 2, 5);
    QVERIFY(!itemisedGradient(ReferenceBackend(), network.parameters, *evaluation.trace, other, {}));
}

void ItemisedGradientTest::aTenthOfFiveHundredLossesReachesFromTheFirstToTheLast()
{
    NetworkSpec spec = specOf(CellKind::gru, ResetPlacement::after, UpdateMeaning::keeps, 1, false);
    spec.hiddenSize = 64;
    const RandomNetwork network = randomNetwork({spec, 500, {500}, LossKind::squaredError}, 7);
    const Evaluation evaluation = evaluationOf(network);
    const auto time = [&](int most) {
        QElapsedTimer timer;
        timer.start();
        const ItemisedGradient items = itemised(network, evaluation, {}, most);
        qInfo("%d of %d sources, 500 steps, 64 units: %lld ms", int(items.sources.size()), items.watched,
              timer.elapsed());
        return items;
    };
    // All of them with GATESCOPE_SLOW_TESTS in the environment; otherwise an even tenth tells enough.
    const bool all = qEnvironmentVariableIsSet("GATESCOPE_SLOW_TESTS");
    const ItemisedGradient items = time(all ? mostSources : 50);
    QCOMPARE(items.sources.front(), 0);
    QCOMPARE(items.sources.back(), 499);
    QCOMPARE(items.lengths.cols(), 500);
}

QTEST_GUILESS_MAIN(ItemisedGradientTest)
#include "itemised_gradient_test.moc"

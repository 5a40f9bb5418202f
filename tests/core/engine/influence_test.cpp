// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/influence.h"

#include "core/engine/reference_backend.h"
#include "core/ops/embedding.h"
#include "random_network.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

NetworkSpec specOf(CellKind cell, bool bidirectional, int headOutputs)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.bidirectional = bidirectional;
    spec.inputSize = 3;
    spec.hiddenSize = 4;
    spec.layers = 2;
    spec.headOutputs = headOutputs;
    return spec;
}

std::shared_ptr<const Trace> traceOf(const RandomNetwork &network, const Batch &batch)
{
    return ReferenceBackend().run(network.spec, network.parameters, std::make_shared<const Batch>(batch)).value();
}

double outputAt(const Trace &trace, const OutputPlace &place)
{
    const TimeArray &outputs = trace.spec.headOutputs > 0 ? trace.headOutput : trace.output;
    return outputs(place.step, place.sequence, place.output);
}

Influence influence(const RandomNetwork &network, const Batch &batch, const OutputPlace &place)
{
    return influenceOn(ReferenceBackend(), network.parameters, *traceOf(network, batch), place).value();
}

/// (y(x + ε) − y(x − ε)) / 2ε, where `change` moves the batch by its argument.
template<typename Change>
double centralDifference(const RandomNetwork &network, const OutputPlace &place, Change change)
{
    constexpr double epsilon = 1e-5;
    Batch more = *network.batch, less = *network.batch;
    change(more, epsilon);
    change(less, -epsilon);
    return (outputAt(*traceOf(network, more), place) - outputAt(*traceOf(network, less), place)) / (2 * epsilon);
}

} // namespace

class InfluenceTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsTheSlopeThatCentralDifferencesFind_data();
    void itIsTheSlopeThatCentralDifferencesFind();
    void contributionsSumToTheSlopeOfAllInputsGrowing();
    void aLettersContributionIsItsOwnSlope();
    void laterStepsHaveNoneUnlessSomethingReadsBackwards();
    void anEmbeddingsRowHasTheInfluenceOfAllStepsThatReadIt();
    void anOutputThatIsNotThereIsRefused();
};

void InfluenceTest::itIsTheSlopeThatCentralDifferencesFind_data()
{
    QTest::addColumn<NetworkSpec>("spec");
    for (const CellDescription &cell : cells())
        for (const bool bidirectional : {false, true})
            for (const int head : {0, 2})
                QTest::newRow(QByteArray(cell.pytorchName.data(), int(cell.pytorchName.size()))
                              + (bidirectional ? ", both directions" : "") + (head ? ", head" : ""))
                    << specOf(cell.kind, bidirectional, head);
}

void InfluenceTest::itIsTheSlopeThatCentralDifferencesFind()
{
    QFETCH(NetworkSpec, spec);
    const RandomNetwork network = randomNetwork({spec, 5, {5, 4}, {}, {}, 0, true}, 3);
    const OutputPlace place{1, 2, 1};
    const Influence found = influence(network, *network.batch, place);
    QCOMPARE(found.output, outputAt(*traceOf(network, *network.batch), place));
    QCOMPARE(found.gradient.rows(), 4);
    for (int t = 0; t < 4; ++t) {
        for (int i = 0; i < 3; ++i) {
            const double slope = centralDifference(
                network, place, [=](Batch &batch, double by) { batch.x.set(t, 1, i, batch.x(t, 1, i) + by); });
            QVERIFY(std::abs(found.gradient(t, i) - slope) < 1e-8);
        }
        QCOMPARE(found.lengths[t], found.gradient.row(t).norm());
    }
}

void InfluenceTest::contributionsSumToTheSlopeOfAllInputsGrowing()
{
    const RandomNetwork network = randomNetwork({specOf(CellKind::gru, false, 2), 6, {6}}, 4);
    const OutputPlace place{0, 5, 0};
    const double slope = centralDifference(network, place, [](Batch &batch, double by) {
        for (int t = 0; t < batch.steps(); ++t)
            batch.x.step(t) *= 1 + by;
    });
    const Influence found = influence(network, *network.batch, place);
    QVERIFY(std::abs(slope) > 1e-4);
    QVERIFY(std::abs(found.contributions.sum() - slope) < 1e-8);
}

void InfluenceTest::aLettersContributionIsItsOwnSlope()
{
    const RandomNetwork network = randomNetwork({specOf(CellKind::gru, false, 2), 4, {4}}, 4);
    TimeArray letters(4, 1, 3);
    const std::vector<int> read{2, 0, 0, 1};
    for (int t = 0; t < 4; ++t)
        letters.set(t, 0, read[std::size_t(t)], 1);
    const Influence found = influence(network, fullLengthBatch(letters), {0, 3, 1});
    for (int t = 0; t < 4; ++t)
        QCOMPARE(found.contributions[t], found.gradient(t, read[std::size_t(t)]));
}

void InfluenceTest::laterStepsHaveNoneUnlessSomethingReadsBackwards()
{
    for (const bool bidirectional : {false, true}) {
        const RandomNetwork network = randomNetwork({specOf(CellKind::lstm, bidirectional, 2), 5, {5}}, 6);
        const Influence found = influence(network, *network.batch, {0, 2, 0});
        QVERIFY(found.lengths.head(3).minCoeff() > 0);
        QCOMPARE(found.lengths.tail(2).maxCoeff() > 0, bidirectional);
    }
}

void InfluenceTest::anEmbeddingsRowHasTheInfluenceOfAllStepsThatReadIt()
{
    NetworkSpec spec = specOf(CellKind::gru, false, 2);
    spec.embeddingRows = 4;
    spec.paddingRow = 1;
    RandomNetwork network = randomNetwork({spec, 5, {5}}, 8);
    Batch batch = *network.batch;
    batch.embeddingRows = {{3, 1, 3, 0, 1}};
    batch.x = lookUp(*network.parameters.embedding, batch.embeddingRows);
    network.batch = std::make_shared<const Batch>(batch);
    const OutputPlace place{0, 4, 1};
    const Influence found = influence(network, batch, place);
    for (int row = 0; row < 4; ++row) {
        for (int i = 0; i < 3; ++i) {
            const double slope = centralDifference(network, place, [&](Batch &moved, double by) {
                Matrix embedding = *network.parameters.embedding;
                embedding(row, i) += by;
                moved.x = lookUp(embedding, moved.embeddingRows);
            });
            QVERIFY(std::abs(found.embedding(row, i) - slope) < 1e-8);
        }
    }
    QVERIFY(found.embedding.row(2).isZero(0));  // nobody read it
    QVERIFY(found.embedding.row(1).norm() > 0); // the padding row is not trained, but it is read
}

void InfluenceTest::anOutputThatIsNotThereIsRefused()
{
    const RandomNetwork network = randomNetwork({specOf(CellKind::gru, false, 2), 5, {5, 3}}, 9);
    const auto refused = [&](const OutputPlace &place) {
        return !influenceOn(ReferenceBackend(), network.parameters, *traceOf(network, *network.batch), place);
    };
    QVERIFY(!refused({1, 2, 1}));
    QVERIFY(refused({2, 0, 0}) && refused({1, 3, 0}) && refused({0, 0, 2}) && refused({0, -1, 0}));
}

QTEST_GUILESS_MAIN(InfluenceTest)
#include "influence_test.moc"

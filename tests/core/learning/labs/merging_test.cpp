// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/merging.h"
#include "core/learning/labs/merging_questions.h"
#include "core/learning/labs/merging_time.h"
#include "core/learning/labs/planned_run.h"
#include "core/learning/questions/marking.h"
#include "core/model/conversion.h"

#include <nlohmann/json.hpp>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace gatescope;
using nlohmann::json;

namespace {

constexpr StackingConvention conventions[]{StackingConvention::pytorch, StackingConvention::keras,
                                           StackingConvention::kerasResetBefore};
constexpr const char *conventionNames[]{"pytorch", "keras", "keras_reset_before"};
constexpr ProductWay ways[]{ProductWay::separate, ProductWay::stacked, ProductWay::allSteps};

const json &golden()
{
    static const json file = [] {
        std::ifstream stream(GATESCOPE_SOURCE_DIR "/tests/golden/labs/merged.json");
        return json::parse(stream);
    }();
    return file;
}

StackingConvention conventionIn(const json &given)
{
    return conventions[std::ranges::find(conventionNames, given["convention"].get<std::string>()) - conventionNames];
}

/// As the framework computed it.
double toleranceOf(const json &given)
{
    return given["dtype"] == "float64" ? 1e-12 : 1e-5;
}

/// A matrix, or a list of numbers as one row.
Matrix matrixIn(const json &values)
{
    if (!values[0].is_array())
        return matrixIn(json::array({values}));
    Matrix matrix(int(values.size()), int(values[0].size()));
    for (int row = 0; row < matrix.rows(); ++row)
        for (int column = 0; column < matrix.cols(); ++column)
            matrix(row, column) = values[std::size_t(row)][std::size_t(column)];
    return matrix;
}

/// The layer as its framework stores it.
LayerParameters storedIn(const json &given)
{
    const json &stored = given["stored"];
    if (given["convention"] != "pytorch")
        return *fromKeras({matrixIn(stored["kernel"]), matrixIn(stored["recurrent_kernel"]), matrixIn(stored["bias"])},
                          resetOf(conventionIn(given)));
    LayerParameters layer;
    layer.W = matrixIn(stored["weight_ih"]);
    layer.U = matrixIn(stored["weight_hh"]);
    layer.bIn = matrixIn(stored["bias_ih"]).transpose();
    layer.bRec = matrixIn(stored["bias_hh"]).transpose();
    return layer;
}

/// States and input of the file are [sequence][step][unit].
TimeArray timeArrayIn(const json &x)
{
    TimeArray array(int(x[0].size()), int(x.size()), int(x[0][0].size()));
    for (int t = 0; t < array.steps(); ++t)
        for (int n = 0; n < array.batch(); ++n)
            for (int i = 0; i < array.units(); ++i)
                array.set(t, n, i, x[std::size_t(n)][std::size_t(t)][std::size_t(i)]);
    return array;
}

MergedLayer layerIn(const json &given)
{
    return {conventionIn(given), gateMatrices(storedIn(given)), timeArrayIn(given["x"])};
}

/// [time·batch, unit] against the file's.
double farthest(const Matrix &states, const json &meant)
{
    const TimeArray array = timeArrayIn(meant);
    double most = states.rows() == array.steps() * array.batch() ? 0 : INFINITY;
    for (int t = 0; t < array.steps(); ++t)
        most = std::max(most,
                        (states.middleRows(t * array.batch(), array.batch()) - array.step(t)).cwiseAbs().maxCoeff());
    return most;
}

template<typename Scalar>
Matrix statesOf(const MergedLayer &layer, ProductWay way)
{
    PlannedRun<Scalar> run(layer.six, layer.x, resetOf(layer.convention), way);
    run.run();
    return run.states().template cast<double>();
}

int countOf(ProductWay way, StackingConvention convention, int steps)
{
    return productPlan(way, {.steps = steps}, resetOf(convention)).count();
}

/// A clock by which each measurement takes so many seconds, in turn; it is read before and after each.
SecondsClock ticking(std::vector<double> seconds)
{
    return [seconds, now = 0.0, calls = std::size_t(0)]() mutable {
        if (calls++ % 2 == 1)
            now += seconds[(calls / 2 - 1) % seconds.size()];
        return now;
    };
}

} // namespace

/// One matrix instead of six, as PyTorch and Keras have it.
class MergingTest : public QObject
{
    Q_OBJECT
private slots:
    void theSixMatricesAreThoseOfTheFrameworks()
    {
        QVERIFY(golden().size() >= 12);
        for (const json &given : golden()) {
            const GateMatrices six = gateMatrices(storedIn(given));
            for (int gate = 0; gate < 3; ++gate) {
                const std::string letter(1, "rzn"[gate]);
                const std::size_t k = std::size_t(gate);
                QVERIFY(same(six.W[k], matrixIn(given["six"]["W_" + letter])));
                QVERIFY(same(six.U[k], matrixIn(given["six"]["U_" + letter])));
                QVERIFY(same(Matrix(six.bIn[k].transpose()), matrixIn(given["six"]["b_i" + letter])));
                QVERIFY(same(Matrix(six.bRec[k].transpose()), matrixIn(given["six"]["b_h" + letter])));
            }
        }
    }

    /// Which block stands where, read off the stored matrices themselves.
    void theStackHasTheOrderOfTheFramework()
    {
        for (const json &given : golden()) {
            const bool isPytorch = given["convention"] == "pytorch";
            const Matrix stored = matrixIn(given["stored"][isPytorch ? "weight_hh" : "recurrent_kernel"]);
            const Matrix stack = isPytorch ? stored : Matrix(stored.transpose());
            const auto order = blockOrder(conventionIn(given));
            for (int place = 0; place < 3; ++place)
                QVERIFY(same(Matrix(stack.middleRows(place * stack.cols(), stack.cols())),
                             matrixIn(given["six"][std::string("U_") + "rzn"[order[std::size_t(place)]]])));
        }
    }

    void everyWayGivesTheStatesOfTheFramework()
    {
        for (const json &given : golden())
            for (const ProductWay way : ways) {
                const Matrix states = statesOf<double>(layerIn(given), way);
                QVERIFY(farthest(states, given["merged"]) < toleranceOf(given));
                QVERIFY(farthest(states, given["separate"]) < toleranceOf(given));
                QVERIFY(farthest(statesOf<float>(layerIn(given), way), given["merged"]) < 1e-5);
            }
    }

    void whatCannotBeMergedGivesTheWrongStatesOfTheFramework()
    {
        for (const json &given : golden()) {
            const Matrix wrong = wronglyMergedStates(layerIn(given));
            QVERIFY(farthest(wrong, given["wrong"]) < toleranceOf(given));
            // without b_hn r u and U (r h) are the same number for one unit, and both are 0 at the first step
            const bool isFirst = given["x"][0].size() == 1;
            const bool isSame = given["convention"] == "keras_reset_before" && (wrong.cols() == 1 || isFirst);
            QCOMPARE(farthest(wrong, given["merged"]) < toleranceOf(given), isSame);
        }
    }

    void sixProductsAStepBecomeOneAndOneMore()
    {
        for (const int T : {1, 2, 12, 200}) {
            for (const StackingConvention convention : conventions)
                QCOMPARE(countOf(ProductWay::separate, convention, T), 6 * T);
            for (const StackingConvention convention : {StackingConvention::pytorch, StackingConvention::keras}) {
                QCOMPARE(countOf(ProductWay::stacked, convention, T), 2 * T);
                QCOMPARE(countOf(ProductWay::allSteps, convention, T), 1 + T);
            }
            QCOMPARE(countOf(ProductWay::stacked, StackingConvention::kerasResetBefore, T), 3 * T);
            QCOMPARE(countOf(ProductWay::allSteps, StackingConvention::kerasResetBefore, T), 1 + 2 * T);
        }
    }

    /// What is counted is what is done.
    void asManyProductsAreDoneAsAreCounted()
    {
        for (const StackingConvention convention : conventions)
            for (const ProductWay way : ways) {
                const LayerSizes sizes{3, 4, 7, 2};
                const MergedLayer layer = mergedLayer(convention, sizes, 1);
                PlannedRun<double> run(layer.six, layer.x, resetOf(convention), way);
                run.run();
                QCOMPARE(run.productsDone(), productPlan(way, sizes, resetOf(convention)).count());
            }
    }

    void mergingSavesNoMultiplication()
    {
        for (const StackingConvention convention : conventions)
            for (const ProductWay way : ways)
                QCOMPARE(productPlan(way, {5, 7, 11, 3}, resetOf(convention)).multiplyAdds(),
                         std::int64_t(3 * 11 * 3 * 7 * (5 + 7)));
    }

    void readingAgainGivesTheSame()
    {
        const MergedLayer layer = mergedLayer(StackingConvention::kerasResetBefore, {3, 4, 5, 2}, 3);
        PlannedRun<double> run(layer.six, layer.x, ResetPlacement::before, ProductWay::allSteps);
        run.run();
        const Matrix once = run.states();
        run.run();
        QVERIFY(same(once, run.states()));
    }

    void theWaysDifferByRoundingAlone()
    {
        for (const StackingConvention convention : conventions)
            for (const LayerSizes &sizes :
                 {LayerSizes{6, 8, 12, 4}, LayerSizes{1, 1, 1, 1}, LayerSizes{70, 33, 9, 5}}) {
                const MergingReading reading = readMerged(mergedLayer(convention, sizes, 2));
                QVERIFY(reading.farthest < 1e-14);
                QVERIFY(reading.farthestInSingle < 1e-5);
                QVERIFY(reading.fromEngine < 1e-14);
                QCOMPARE(reading.last[0].rows(), Eigen::Index(sizes.sequences));
                QVERIFY((reading.last[0] - reading.last[2]).cwiseAbs().maxCoeff() <= reading.farthest);
            }
    }

    void theCandidatesBiasHasToStayInsideTheReset()
    {
        MergedLayer layer = mergedLayer(StackingConvention::pytorch, {3, 4, 6, 2}, 5);
        QVERIFY(readMerged(layer).wrong > 0.01);
        layer.six.bRec[2].setZero(); // nothing is left to be merged wrongly
        QVERIFY(readMerged(layer).wrong < 1e-14);
    }

    void withTheResetBeforeTheCandidateWaitsForIt()
    {
        MergedLayer layer = mergedLayer(StackingConvention::kerasResetBefore, {3, 4, 6, 2}, 5);
        QVERIFY(readMerged(layer).wrong > 0.001);
        layer.six.U[2] = Matrix(layer.six.U[2].diagonal().asDiagonal()); // then r∘(U h) is U (r∘h)
        QVERIFY(readMerged(layer).wrong < 1e-14);
    }

    void theQuestionsCanBeAskedAndMarked()
    {
        for (const StackingConvention convention : conventions) {
            const Question left = productsLeftQuestion(convention);
            QVERIFY(check(left).ok());
            const bool isBefore = convention == StackingConvention::kerasResetBefore;
            QCOMPARE(answerText(left, left.answer), std::string(isBefore ? "1 + 2·T" : "1 + T"));
            const Question change = numbersChangeQuestion(readMerged(mergedLayer(convention, {}, 1)));
            QVERIFY(check(change).ok());
            QCOMPARE(mark(change, 1).verdict, MarkingVerdict::right);
        }
    }

    /// Nothing here waits: the clock is made up.
    void aTimeIsTheMedianOfItsRounds()
    {
        const MergedLayer layer = mergedLayer(StackingConvention::pytorch, {2, 3, 4, 2}, 1);
        const auto even = timeMerging(layer, {}, ticking({0.25}));
        QVERIFY(even.has_value());
        for (const WayTime &way : even->ways)
            QVERIFY(way.median == 0.25 && way.low == 0.25 && way.high == 0.25);
        // the first three say how often to repeat; five rounds of three follow
        const auto odd = timeMerging(layer, {}, ticking({1, 1, 1, 1, 1, 1, 9, 8, 7, 1, 1, 1, 3, 3, 3, 2, 2, 2}));
        QCOMPARE(odd->rounds, 5);
        for (const WayTime &way : odd->ways)
            QVERIFY(way.median == 2 && way.low == 1 && way.high == 3);
        QVERIFY(!odd->ways[0].isMiddleHalfFaster(odd->ways[1]));
        QVERIFY(even->ways[0].isMiddleHalfFaster(odd->ways[1]));
    }

    void onlyTheMiddleHalvesOfTheRoundsSayWhatIsFaster()
    {
        const WayTime slow{.median = 3, .low = 2, .high = 4};
        QVERIFY((WayTime{1, 1, 1.9}).isMiddleHalfFaster(slow));
        QVERIFY(!(WayTime{1, 1, 2}).isMiddleHalfFaster(slow)); // they touch
        QVERIFY(!(WayTime{1, 1, 2.5}).isMiddleHalfFaster(slow));
        QVERIFY(!slow.isMiddleHalfFaster({1, 1, 1.9}));
        // the slowest round of the first way is slower than any of the others: it is faster all the same
        const auto time = timeMerging(mergedLayer(StackingConvention::pytorch, {2, 3, 4, 2}, 1), {},
                                      ticking({1, 1, 1, 1, 2, 2, 1, 2, 2, 1, 2, 2, 1, 2, 2, 9, 2, 2}));
        QVERIFY(time->ways[0].isMiddleHalfFaster(time->ways[1]));
    }

    void timingStoppedBeforeItBeginsReadsNoClock()
    {
        std::stop_source source;
        source.request_stop();
        int calls = 0;
        QVERIFY(!timeMerging(mergedLayer(StackingConvention::pytorch, {2, 3, 4, 2}, 1), source.get_token(),
                             [&calls] { return double(++calls); }));
        QCOMPARE(calls, 0);
    }

    void timingCanBeStoppedWhileItWarmsUp()
    {
        std::stop_source source;
        int calls = 0;
        const auto time
            = timeMerging(mergedLayer(StackingConvention::pytorch, {2, 3, 4, 2}, 1), source.get_token(), [&] {
                  source.request_stop();
                  return double(++calls);
              });
        QVERIFY(!time);
        QCOMPARE(calls, 2); // around the first way alone
    }
};

QTEST_APPLESS_MAIN(MergingTest)
#include "merging_test.moc"

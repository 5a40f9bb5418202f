// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/packed_order.h"
#include "core/learning/labs/padding_drift.h"
#include "core/learning/labs/painted_mask.h"
#include "core/learning/labs/stateful_batches.h"

#include <nlohmann/json.hpp>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace gatescope;
using nlohmann::json;

namespace {

constexpr double inDouble = 1e-12, inSingle = 1e-5; ///< as PyTorch, and as Keras computed

const json &golden()
{
    static const json file = [] {
        std::ifstream stream(GATESCOPE_SOURCE_DIR "/tests/golden/labs/padding.json");
        return json::parse(stream);
    }();
    return file;
}

SmallGru gruIn(const json &given)
{
    NetworkSpec spec;
    spec.inputSize = given["spec"]["input_size"];
    spec.hiddenSize = given["spec"]["hidden_size"];
    spec.bidirectional = given["spec"]["bidirectional"];
    spec.bias = given["spec"]["bias"];
    SmallGru gru{spec, zeroParameters(spec)};
    for (ParameterView &view : views(spec, gru.parameters))
        for (int row = 0; row < view.values.rows(); ++row)
            for (int column = 0; column < view.values.cols(); ++column) {
                const json &value = given["parameters"][view.name][std::size_t(row)];
                view.values(row, column) = view.isVector ? value : value[std::size_t(column)];
            }
    return gru;
}

TimeArray arrayIn(const json &x)
{
    TimeArray array(int(x[0].size()), int(x.size()), int(x[0][0].size()));
    for (int t = 0; t < array.steps(); ++t)
        for (int n = 0; n < array.batch(); ++n)
            for (int i = 0; i < array.units(); ++i)
                array.set(t, n, i, x[std::size_t(n)][std::size_t(t)][std::size_t(i)]);
    return array;
}

StepMask maskIn(const json &rows)
{
    StepMask mask;
    for (const json &row : rows) {
        mask.emplace_back();
        for (const json &read : row)
            mask.back().push_back(read == 1);
    }
    return mask;
}

/// The largest difference to a matrix of the file; infinity where that has other rows.
double farthest(const Matrix &found, const json &meant)
{
    double most = found.rows() == int(meant.size()) ? 0 : INFINITY;
    for (int row = 0; row < found.rows(); ++row)
        for (int column = 0; column < found.cols(); ++column)
            most = std::max(most,
                            std::abs(found(row, column) - meant[std::size_t(row)][std::size_t(column)].get<double>()));
    return most;
}

double farthest(const TimeArray &found, const json &meant)
{
    double most = 0;
    for (int t = 0; t < found.steps(); ++t)
        for (int n = 0; n < found.batch(); ++n)
            for (int i = 0; i < found.units(); ++i)
                most = std::max(
                    most,
                    std::abs(found(t, n, i) - meant[std::size_t(n)][std::size_t(t)][std::size_t(i)].get<double>()));
    return most;
}

bool says(const std::string &text, const char *words)
{
    return text.find(words) != std::string::npos;
}

json asPytorch(const std::vector<int> &indices)
{
    return indices.empty() ? json() : json(indices);
}

const SmallGru small = smallGru(2, 4, true, false, 1);

} // namespace

/// Lengths, padding, masks and states across batches, as PyTorch and Keras have them.
class PaddingTest : public QObject
{
    Q_OBJECT
private slots:
    void packingIsThatOfPytorch()
    {
        QVERIFY(golden()["packing"].size() >= 8);
        for (const json &each : golden()["packing"]) {
            const auto order = packedOrder(each["lengths"], each["enforce_sorted"]);
            if (each.contains("error")) {
                QVERIFY(!order);
                QCOMPARE(order.error().english(), each["error"].get<std::string>());
                continue;
            }
            json data = json::array();
            for (const PackedRow &row : order->rows)
                data.push_back(10 * row.step + row.sequence);
            QVERIFY(data == each["data"]);
            QVERIFY(json(order->batchSizes) == each["batch_sizes"]);
            QVERIFY(asPytorch(order->sortedIndices) == each["sorted_indices"]);
            QVERIFY(asPytorch(order->unsortedIndices) == each["unsorted_indices"]);
        }
    }

    void lastStatesPackedAndPaddedAreThoseOfPytorch()
    {
        QVERIFY(golden()["padding"].size() >= 8);
        for (const json &each : golden()["padding"]) {
            Batch sequences = fullLengthBatch(arrayIn(each["x"]));
            sequences.lengths = each["lengths"].get<std::vector<int>>();
            const auto side = each["side"] == "left" ? PaddingSide::left : PaddingSide::right;
            const auto reading = readPadded(gruIn(each), sequences, side, each["steps"]);
            QVERIFY(reading.ok());
            for (int d = 0; d < reading->directions(); ++d) {
                QVERIFY(farthest(reading->packed->hN[std::size_t(d)], each["packed"][std::size_t(d)]) < inDouble);
                QVERIFY(farthest(reading->padded->hN[std::size_t(d)], each["padded"][std::size_t(d)]) < inDouble);
            }
        }
    }

    void onlyShorterSequencesDrift()
    {
        const auto reading = readPadded(small, labSequences({6, 3, 5, 6}, 2, 7), PaddingSide::right, 6);
        QCOMPARE(reading->drift[0][0], 0.0);
        QCOMPARE(reading->drift[0][3], 0.0);
        QVERIFY(reading->drift[0][1] > 0.05 && reading->drift[0][2] > 0.05);
    }

    void zerosAfterASequenceDriftMoreThanZerosBeforeIt()
    {
        const Batch sequences = labSequences({6}, 2, 7);
        const auto right = driftCurve(small, sequences, 0, PaddingSide::right, 20);
        const auto left = driftCurve(small, sequences, 0, PaddingSide::left, 20);
        QCOMPARE(right->size(), std::size_t(21));
        QCOMPARE(right->front(), 0.0);
        QVERIFY(right->back() > 5 * left->back());
        QVERIFY(left->back() > 1e-4); // biases move the state before the first number is read
    }

    void withoutBiasesZerosBeforeASequenceChangeNothing()
    {
        const SmallGru plain = smallGru(2, 4, false, false, 1);
        const Batch sequences = labSequences({6}, 2, 7);
        QCOMPARE(driftCurve(plain, sequences, 0, PaddingSide::left, 9)->back(), 0.0);
        QVERIFY(driftCurve(plain, sequences, 0, PaddingSide::right, 9)->back() > 0.1);
    }

    void theCurvePassesThroughWhatTheBatchShows()
    {
        const Batch sequences = labSequences({6, 2}, 2, 7);
        for (const PaddingSide side : {PaddingSide::right, PaddingSide::left}) {
            const auto reading = readPadded(small, sequences, side, 9);
            const auto curve = driftCurve(small, sequences, 1, side, 9);
            QVERIFY(std::abs(reading->drift[0][1] - (*curve)[7]) < inDouble);
        }
    }

    /// A bidirectional layer's backward direction starts in the zeros at the right, its forward one in those at the
    /// left.
    void eachDirectionDriftsMostWhereTheZerosComeLast()
    {
        const SmallGru both = smallGru(2, 4, true, true, 1);
        const Batch sequences = labSequences({8, 4}, 2, 7);
        const auto right = readPadded(both, sequences, PaddingSide::right, 12);
        QVERIFY(right->drift[0][1] > right->drift[1][1]);
        const auto left = readPadded(both, sequences, PaddingSide::left, 12);
        QVERIFY(left->drift[0][1] < left->drift[1][1]);
    }

    void statesAcrossBatchesAreThoseOfPytorch()
    {
        const json &given = golden()["stateful"];
        const StatefulPieces pieces{arrayIn(given["first"]), arrayIn(given["second"]), arrayIn(given["second"])};
        const SmallGru gru = gruIn(given);
        for (const auto &[way, name] :
             {std::pair(StatefulWay::carried, "carried"), std::pair(StatefulWay::reordered, "reordered"),
              std::pair(StatefulWay::reset, "reset")}) {
            const auto reading = readStateful(gru, pieces, way, false);
            QVERIFY(farthest(reading->second->hN[0], given[name][0]) < inDouble);
        }
        const auto carried = readStateful(gru, pieces, StatefulWay::carried, false);
        for (int row = 0; row < 3; ++row)
            for (int t = 0; t < 4; ++t) {
                Vector gradient(2);
                for (int i = 0; i < 2; ++i)
                    gradient[i] = given["grad_first"][std::size_t(row)][std::size_t(t)][std::size_t(i)];
                QVERIFY(std::abs(carried->gradient(row, t) - gradient.norm()) < inDouble);
            }
    }

    void onlyTheSameOrderGoesOnAsOnePiece()
    {
        const StatefulPieces pieces = statefulPieces(4, 3, 2, 7);
        for (const StatefulWay way :
             {StatefulWay::carried, StatefulWay::reordered, StatefulWay::reset, StatefulWay::leftOver}) {
            const auto reading = readStateful(small, pieces, way, true);
            for (const double wrong : reading->wrong)
                QVERIFY(way == StatefulWay::carried ? wrong < inDouble : wrong > 1e-3);
        }
    }

    void aDetachedStateLetsNoGradientThroughAndChangesNoState()
    {
        const StatefulPieces pieces = statefulPieces(4, 3, 2, 7);
        const auto free = readStateful(small, pieces, StatefulWay::carried, false);
        const auto detached = readStateful(small, pieces, StatefulWay::carried, true);
        QVERIFY(free->second->hN == detached->second->hN);
        QVERIFY((free->gradient.leftCols(4).array() > 0).all());
        QVERIFY((detached->gradient.leftCols(4).array() == 0).all());
        QVERIFY(free->gradient.rightCols(4) == detached->gradient.rightCols(4));
    }

    void underAMaskStatesAreThoseOfKeras()
    {
        QVERIFY(golden()["masks"].size() >= 5);
        for (const json &each : golden()["masks"]) {
            const auto reading = readUnder(gruIn(each), arrayIn(each["x"]), maskIn(each["mask"]));
            QVERIFY(reading.ok());
            QVERIFY(farthest(reading->states, each["output"]) < inSingle);
            QVERIFY(farthest(reading->masked, each["state"]) < inSingle);
        }
    }

    void whoCanUseAMaskFollowsFromItsShape()
    {
        const auto verdicts = [](const char *name) {
            for (const json &each : golden()["masks"])
                if (each["name"] == name)
                    return verdictsOn(maskIn(each["mask"]));
            return std::vector<MaskVerdict>();
        };
        for (const auto &[name, packable] :
             {std::pair("full", true), std::pair("right", true), std::pair("left", false), std::pair("holes", false),
              std::pair("an empty row", false)}) {
            const std::vector<MaskVerdict> all = verdicts(name);
            QCOMPARE(all.size(), std::size_t(3));
            QCOMPARE(all[0].takesIt, packable);
            QVERIFY(all[1].takesIt);
            QCOMPARE(all[2].takesIt, packable);
        }
        QVERIFY(says(verdicts("left")[0].says.english(), "B has a masked step before"));
        QVERIFY(says(verdicts("an empty row")[1].says.english(), "of B nothing is read"));
        QVERIFY(says(verdicts("holes")[2].says.english(), "A is not right-padded"));
        QVERIFY(says(verdicts("holes")[2].says.english(), "use_cudnn=True is an error"));
        QVERIFY(says(golden()["refusal"].get<std::string>(), "use_cudnn=True was specified"));
    }

    void underARightPaddedMaskPytorchsPackingAndKerasAgree()
    {
        const std::vector<int> lengths{6, 3, 1};
        const TimeArray x = labNumbers(6, 3, 2, 7);
        const auto masked = readUnder(small, x, realSteps(lengths, PaddingSide::right, 6));
        const auto packed = readPadded(small, labSequences(lengths, 2, 7), PaddingSide::right, 6);
        QVERIFY(masked->masked == packed->packed->hN[0]);
        QCOMPARE(masked->drift[0], 0.0);
        QVERIFY(masked->drift[1] > 0.01);
    }
};

QTEST_APPLESS_MAIN(PaddingTest)
#include "padding_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/merging.h"

#include "core/learning/labs/padded_batch.h"
#include "core/learning/labs/planned_run.h"
#include "core/learning/labs/small_gru.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr ProductWay allWays[]{ProductWay::separate, ProductWay::stacked, ProductWay::allSteps};

template<typename Scalar>
Matrix statesBy(const MergedLayer &layer, ProductWay way)
{
    PlannedRun<Scalar> run(layer.six, layer.x, resetOf(layer.convention), way);
    run.run();
    return run.states().template cast<double>();
}

double farthestApart(const Matrix &one, const Matrix &other)
{
    return (one - other).cwiseAbs().maxCoeff();
}

template<typename Scalar>
double farthestOf(const MergedLayer &layer)
{
    double most = 0;
    const Matrix separate = statesBy<Scalar>(layer, ProductWay::separate);
    const Matrix stacked = statesBy<Scalar>(layer, ProductWay::stacked);
    const Matrix allSteps = statesBy<Scalar>(layer, ProductWay::allSteps);
    for (const auto &[one, other] : {std::pair(&separate, &stacked), {&separate, &allSteps}, {&stacked, &allSteps}})
        most = std::max(most, farthestApart(*one, *other));
    return most;
}

/// By the reference engine, which knows nothing of plans.
Matrix engineStates(const MergedLayer &layer)
{
    const Eigen::Index H = layer.six.U[0].rows();
    SmallGru gru = smallGru(layer.x.units(), int(H), true, false, 0);
    gru.spec.reset = resetOf(layer.convention);
    LayerParameters &stacked = gru.parameters.layers[0];
    for (std::size_t gate = 0; gate < 3; ++gate) {
        stacked.W.middleRows(Eigen::Index(gate) * H, H) = layer.six.W[gate];
        stacked.U.middleRows(Eigen::Index(gate) * H, H) = layer.six.U[gate];
        stacked.bIn.segment(Eigen::Index(gate) * H, H) = layer.six.bIn[gate];
        stacked.bRec.segment(Eigen::Index(gate) * H, H) = layer.six.bRec[gate];
    }
    const auto trace = run(gru, fullLengthBatch(layer.x)); // the lab's own sizes and numbers: it does not fail
    Matrix states(layer.x.steps() * layer.x.batch(), H);
    for (int t = 0; t < layer.x.steps(); ++t)
        states.middleRows(t * layer.x.batch(), layer.x.batch()) = (*trace)->output.step(t);
    return states;
}

} // namespace

MergedLayer mergedLayer(StackingConvention convention, const LayerSizes &sizes, std::uint64_t seed)
{
    const SmallGru gru = smallGru(sizes.inputs, sizes.units, true, false, seed);
    MergedLayer layer{convention, gateMatrices(gru.parameters.layers[0]),
                      labNumbers(sizes.steps, sizes.sequences, sizes.inputs, seed)};
    if (resetOf(convention) == ResetPlacement::before)
        for (std::size_t gate = 0; gate < 3; ++gate) {
            layer.six.bIn[gate] += layer.six.bRec[gate];
            layer.six.bRec[gate].setZero();
        }
    return layer;
}

MergingReading readMerged(const MergedLayer &layer)
{
    const int T = layer.x.steps(), B = layer.x.batch();
    MergingReading reading;
    reading.sizes = {layer.x.units(), int(layer.six.U[0].rows()), T, B};
    Matrix separate;
    for (const ProductWay way : allWays) {
        const Matrix states = statesBy<double>(layer, way);
        reading.last[std::size_t(way)] = states.bottomRows(B);
        if (way == ProductWay::separate)
            separate = states;
    }
    reading.farthest = farthestOf<double>(layer);
    reading.farthestInSingle = farthestOf<float>(layer);
    reading.fromEngine = farthestApart(separate, engineStates(layer));
    reading.wrongLast = wronglyMergedStates(layer).bottomRows(B);
    reading.wrong = relativeDistance(reading.wrongLast.reshaped(), separate.bottomRows(B).reshaped());
    return reading;
}

Matrix wronglyMergedStates(const MergedLayer &layer)
{
    MergedLayer wrong = layer;
    if (resetOf(layer.convention) == ResetPlacement::after) {
        wrong.six.bIn[2] += wrong.six.bRec[2];
        wrong.six.bRec[2].setZero();
    } else {
        wrong.convention = StackingConvention::keras; // U_n h comes with the others: r is too late for h
    }
    return statesBy<double>(wrong, ProductWay::allSteps);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/claim_rows.h"
#include "core/learning/labs/merging_time.h"
#include "core/learning/study/measured.h"
#include "core/model/squash.h"

#include <algorithm>
#include <string>

namespace gatescope {

namespace {

constexpr double onlyRounding = 1e-13;

bool canBeMerged(const Studied &studied)
{
    const NetworkSpec &spec = studied.spec();
    return spec.cell == CellKind::gru && spec.layers == 1 && !spec.bidirectional && spec.bias && !spec.layerNorm
        && spec.reset == ResetPlacement::after && spec.update == UpdateMeaning::keeps;
}

MergedLayer asMerged(const Studied &studied, StackingConvention convention = StackingConvention::pytorch)
{
    MergedLayer layer{convention, gateMatrices(studied.experiment.parameters.layers.front()), studied.trace->batch->x};
    if (resetOf(convention) == ResetPlacement::before)
        for (std::size_t gate = 0; gate < 3; ++gate) {
            layer.six.bIn[gate] += layer.six.bRec[gate];
            layer.six.bRec[gate].setZero();
        }
    return layer;
}

/// What a step makes of W x + b_in and of U h + b_rec, both of the blocks r, z, n.
Vector stepped(const Vector &fromInput, const Vector &fromState, const Vector &h)
{
    const Eigen::Index H = h.size();
    const Eigen::ArrayXd r = squashed(GateActivation::sigmoid, (fromInput.head(H) + fromState.head(H)).array());
    const Eigen::ArrayXd z
        = squashed(GateActivation::sigmoid, (fromInput.segment(H, H) + fromState.segment(H, H)).array());
    const Eigen::ArrayXd n = squashed(StateActivation::tanh, fromInput.tail(H).array() + r * fromState.tail(H).array());
    return ((1 - z) * n + z * h.array()).matrix();
}

/// The states of sequence 0, [step, unit], and how many products made them.
struct MadeStates {
    Matrix states;
    int products = 0;
};

template<typename Sums>
MadeStates madeBy(const Studied &studied, int productsOfAStep, const Sums &sums)
{
    const int steps = studied.trace->length(0), H = studied.spec().hiddenSize;
    MadeStates made{Matrix(steps, H), steps * productsOfAStep};
    Vector h = Vector::Zero(H), fromInput(3 * H), fromState(3 * H);
    for (int t = 0; t < steps; ++t) {
        sums(studied.trace->batch->x.at(t, 0), h, fromInput, fromState);
        h = stepped(fromInput, fromState, h);
        made.states.row(t) = h.transpose();
    }
    return made;
}

MadeStates bySix(const Studied &studied)
{
    const LayerParameters &p = studied.experiment.parameters.layers.front();
    const GateMatrices six = gateMatrices(p);
    const int H = studied.spec().hiddenSize;
    return madeBy(studied, 6, [&](const Vector &x, const Vector &h, Vector &fromInput, Vector &fromState) {
        for (std::size_t gate = 0; gate < 3; ++gate) {
            fromInput.segment(Eigen::Index(gate) * H, H) = six.W[gate] * x + six.bIn[gate];
            fromState.segment(Eigen::Index(gate) * H, H) = six.U[gate] * h + six.bRec[gate];
        }
    });
}

MadeStates byTwo(const Studied &studied)
{
    const LayerParameters &p = studied.experiment.parameters.layers.front();
    return madeBy(studied, 2, [&](const Vector &x, const Vector &h, Vector &fromInput, Vector &fromState) {
        fromInput = p.W * x + p.bIn;
        fromState = p.U * h + p.bRec;
    });
}

/// [W_r U_r; W_z U_z; W_n 0; 0 U_n]: the candidate's halves stay apart, because r stands between them.
Matrix oneMatrix(const LayerParameters &p)
{
    const Eigen::Index H = p.U.cols(), I = p.W.cols();
    Matrix all = Matrix::Zero(4 * H, I + H);
    all.topLeftCorner(3 * H, I) = p.W;
    all.topRightCorner(2 * H, H) = p.U.topRows(2 * H);
    all.bottomRightCorner(H, H) = p.U.bottomRows(H);
    return all;
}

MadeStates byOne(const Studied &studied)
{
    const LayerParameters &p = studied.experiment.parameters.layers.front();
    const Matrix all = oneMatrix(p);
    const int H = studied.spec().hiddenSize;
    return madeBy(studied, 1, [&](const Vector &x, const Vector &h, Vector &fromInput, Vector &fromState) {
        Vector both(x.size() + h.size());
        both << x, h;
        const Vector sums = all * both;
        fromInput = sums.head(3 * H) + p.bIn;
        fromState = p.bRec;
        fromState.tail(H) += sums.tail(H);
    });
}

Evidence stackedProduct(const Studied &studied)
{
    if (!canBeMerged(studied))
        return {};
    const LayerParameters &p = studied.experiment.parameters.layers.front();
    const GateMatrices six = gateMatrices(p);
    const int H = studied.spec().hiddenSize, steps = studied.trace->length(0);
    double apart = 0, largest = 0;
    for (int t = 0; t < steps; ++t) {
        const Vector x = studied.trace->batch->x.at(t, 0), once = p.W * x;
        largest = std::max(largest, once.cwiseAbs().maxCoeff());
        for (std::size_t gate = 0; gate < 3; ++gate)
            apart = std::max(apart, (once.segment(Eigen::Index(gate) * H, H) - six.W[gate] * x).cwiseAbs().maxCoeff());
    }
    return {largest > 0 && apart < onlyRounding,
            sentence("%1 steps: three products of [%2, %3] against one of [%4, %3]. The %4 numbers of a step, up to %5 "
                     "large, differ by %6 at most.",
                     {std::to_string(steps), std::to_string(H), std::to_string(p.W.cols()), std::to_string(3 * H),
                      measuredText(largest), measuredText(apart)})};
}

Evidence sixTwoOne(const Studied &studied)
{
    if (!canBeMerged(studied))
        return {};
    const MadeStates six = bySix(studied), two = byTwo(studied), one = byOne(studied);
    const double apart
        = std::max({(six.states - two.states).cwiseAbs().maxCoeff(), (six.states - one.states).cwiseAbs().maxCoeff(),
                    (two.states - one.states).cwiseAbs().maxCoeff()});
    double fromEngine = 0;
    for (int t = 0; t < studied.trace->length(0); ++t)
        fromEngine = std::max(fromEngine,
                              (one.states.row(t).transpose() - studied.trace->output.at(t, 0)).cwiseAbs().maxCoeff());
    const LayerParameters &p = studied.experiment.parameters.layers.front();
    return {
        apart < onlyRounding && fromEngine < onlyRounding && one.states.cwiseAbs().maxCoeff() > 0,
        sentence("%1 steps by %2, %3 and %4 products: the states differ by %5 at most, and from the engine's by "
                 "%6. For one product a step the matrix grows from %7 numbers to %8; the others are zeros.",
                 {std::to_string(studied.trace->length(0)), std::to_string(six.products), std::to_string(two.products),
                  std::to_string(one.products), measuredText(apart), measuredText(fromEngine),
                  std::to_string(p.W.size() + p.U.size()), std::to_string(oneMatrix(p).size())})};
}

LayerSizes sizesOf(const Studied &studied)
{
    const Batch &batch = *studied.trace->batch;
    return {studied.spec().inputSize, studied.spec().hiddenSize, batch.steps(), batch.sequences()};
}

Evidence inputsAtOnce(const Studied &studied)
{
    if (!canBeMerged(studied))
        return {};
    const MergingReading reading = readMerged(asMerged(studied));
    const auto plan = [&](ProductWay way) { return productPlan(way, sizesOf(studied), ResetPlacement::after); };
    const ProductPlan six = plan(ProductWay::separate), two = plan(ProductWay::stacked),
                      all = plan(ProductWay::allSteps);
    return {
        reading.farthest < onlyRounding && reading.fromEngine < onlyRounding
            && reading.last[0].cwiseAbs().maxCoeff() > 0 && six.multiplyAdds() == all.multiplyAdds()
            && all.count() == studied.trace->batch->steps() + 1,
        sentence("%1 products, %2 with the gates stacked, %3 with the inputs of all steps taken at once. The states "
                 "differ by %4 at most, in single precision by %5.",
                 {std::to_string(six.count()), std::to_string(two.count()), std::to_string(all.count()),
                  measuredText(reading.farthest), measuredText(reading.farthestInSingle)})};
}

Evidence sameMultiplications(const Studied &studied)
{
    if (!canBeMerged(studied))
        return {};
    std::vector<std::int64_t> counted;
    for (const ProductWay way : {ProductWay::separate, ProductWay::stacked, ProductWay::allSteps})
        counted.push_back(productPlan(way, sizesOf(studied), ResetPlacement::after).multiplyAdds());
    const MergingReading reading = readMerged(asMerged(studied)); // of which all three ways make the same states
    return {counted[1] == counted[0] && counted[2] == counted[0] && reading.farthest < onlyRounding
                && reading.last[0].cwiseAbs().maxCoeff() > 0,
            sentence("%1 steps: %2 multiplications of two numbers with six products a step, %3 with two, %4 with the "
                     "inputs of all steps at once.",
                     {std::to_string(studied.trace->batch->steps()), std::to_string(counted[0]),
                      std::to_string(counted[1]), std::to_string(counted[2])})};
}

Evidence beforeWaits(const Studied &studied)
{
    if (!canBeMerged(studied))
        return {};
    const auto stepsOf = [&](ResetPlacement reset) {
        return productPlan(ProductWay::stacked, sizesOf(studied), reset).eachStep.size();
    };
    const MergingReading reading = readMerged(asMerged(studied, StackingConvention::kerasResetBefore));
    return {reading.farthest < onlyRounding && reading.wrong > 1e-3
                && stepsOf(ResetPlacement::before) == stepsOf(ResetPlacement::after) + 1,
            sentence("Reset after the product: %1 products a step. Reset before it: %2, because U_n reads r⊙h. Merged "
                     "with the others all the same, it reads h, and the last states are wrong by %3 %.",
                     {std::to_string(stepsOf(ResetPlacement::after)), std::to_string(stepsOf(ResetPlacement::before)),
                      measuredText(100 * reading.wrong)})};
}

Evidence biasStaysApart(const Studied &studied)
{
    if (!canBeMerged(studied))
        return {};
    const MergingReading reading = readMerged(asMerged(studied));
    return {reading.wrong > 1e-3,
            sentence("b_hn added to b_in, as if it were outside the reset: the last states are wrong by %1 %.",
                     {measuredText(100 * reading.wrong)})};
}

/// Microseconds, and where the middle half of the rounds lies; the same in all languages.
std::string timeText(const WayTime &time)
{
    return measuredText(1e6 * time.median) + " µs (" + measuredText(1e6 * time.low) + "–"
        + measuredText(1e6 * time.high) + ")";
}

Evidence mergingTakes(const std::stop_token &stop)
{
    const MergedLayer layer = mergedLayer(StackingConvention::pytorch, {32, 64, 30, 8}, 1);
    const auto time = timeMerging(layer, stop);
    if (!time)
        return {};
    const WayTime &six = time->ways[0], &two = time->ways[1], &all = time->ways[2];
    const bool isMeasured = std::ranges::all_of(time->ways, [](const WayTime &way) { return way.low > 0; });
    const Sentence said = all.isMiddleHalfFaster(six)
        ? sentence("GRU(32, 64), 30 steps of 8 sequences on this machine: six products a step take %1, two %2, one, "
                   "with the inputs of all steps taken at once, %3. %4 rounds; the last way takes %5 of the time of "
                   "the first.",
                   {timeText(six), timeText(two), timeText(all), std::to_string(time->rounds),
                    measuredText(all.median / six.median)})
        : sentence("GRU(32, 64), 30 steps of 8 sequences on this machine: six products a step take %1, two %2, one, "
                   "with the inputs of all steps taken at once, %3. %4 rounds; they overlap, so nothing is said about "
                   "which is faster.",
                   {timeText(six), timeText(two), timeText(all), std::to_string(time->rounds)});
    return {isMeasured,
            said,
            {{sentence("time"), "", {1e6 * six.median, 1e6 * two.median, 1e6 * all.median}}},
            sentence("µs for the batch"),
            false,
            sentence("products a step"),
            {"6", "2", "1"}};
}

} // namespace

std::vector<Claim> mergingClaims()
{
    static FoundOnce<Evidence> time(mergingTakes);
    return {
        {"stacked-product", "One product with the stacked rows gives the numbers of three", stackedProduct},
        {"six-two-one", "Six products, two or one make the same states", sixTwoOne},
        {"inputs-at-once", "The inputs of all steps are read in one product", inputsAtOnce},
        {"same-multiplications", "Merged or not, the same numbers are multiplied", sameMultiplications},
        {"before-waits", "Reset before the product leaves U_n for itself", beforeWaits},
        {"bias-stays-apart", "The candidate's recurrent bias stays inside the reset", biasStaysApart},
        {"merging-takes", "What merging saves is measured on this machine", nullptr, true,
         [](const std::stop_token &stop) { return time.ask(stop); }},
    };
}

} // namespace gatescope

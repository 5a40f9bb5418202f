// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/model/layer_norm.h"
#include "core/model/squash.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace gatescope {

namespace {

constexpr double largeWeights = 8; ///< times what a fresh network has: a stand-in for one that has learned for long

bool isLoneGru(const Studied &studied)
{
    const NetworkSpec &spec = studied.spec();
    return spec.cell == CellKind::gru && spec.layers == 1 && !spec.bidirectional && spec.bias;
}

Experiment squashing(Experiment experiment, GateActivation gates, StateActivation candidate)
{
    experiment.spec.gateActivation = gates;
    experiment.spec.stateActivation = candidate;
    return experiment;
}

Experiment withWeights(Experiment experiment, double factor)
{
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.W *= factor;
        layer.U *= factor;
    }
    return experiment;
}

Experiment normalised(Experiment experiment)
{
    experiment.spec.layerNorm = true;
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.normIn = Vector::Ones(layer.W.rows());
        layer.normRec = Vector::Ones(layer.U.rows());
    }
    return experiment;
}

Batch louder(Batch batch, double factor)
{
    for (int t = 0; t < batch.steps(); ++t)
        for (int i = 0; i < batch.x.units(); ++i)
            batch.x.set(t, 0, i, factor * batch.x(t, 0, i));
    return batch;
}

/// Of all values of r and z that a run records, the share for which something holds.
template<typename Holds>
double shareOfGates(const Trace &trace, const Holds &holds)
{
    double held = 0, all = 0;
    for (const Part gate : {Part::reset, Part::update}) {
        const TimeArray &values = trace.at(0, Direction::forward)[gate];
        for (int t = 0; t < trace.length(0); ++t)
            for (const double value : values.at(t, 0)) {
                held += holds(value);
                ++all;
            }
    }
    return held / all;
}

bool isAtAnEnd(double gate)
{
    return gate == 0 || gate == 1;
}

bool isNearAnEnd(double gate)
{
    return gate < 0.01 || gate > 0.99;
}

Evidence hardIsAnother(const Studied &studied)
{
    if (!isLoneGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const auto reads
        = [&](GateActivation gates) { return runOf(squashing(studied.experiment, gates, StateActivation::tanh), one); };
    const auto smooth = reads(GateActivation::sigmoid), keras3 = reads(GateActivation::hardSigmoid),
               keras2 = reads(GateActivation::hardSigmoidKeras2);
    const double three = outputsApart(*smooth, *keras3), two = outputsApart(*smooth, *keras2),
                 between = outputsApart(*keras3, *keras2);
    return {three > 1e-4 && two > 1e-4 && between > 1e-4,
            sentence("The same weights: with the hard sigmoid of Keras 3 the states move by up to %1, with that of "
                     "Keras 2 by %2, and these two differ by %3.",
                     {measuredText(three), measuredText(two), measuredText(between)})};
}

Evidence hardHasEnds(const Studied &studied)
{
    if (!isLoneGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const Experiment large = withWeights(studied.experiment, largeWeights);
    const auto smooth = runOf(squashing(large, GateActivation::sigmoid, StateActivation::tanh), one),
               hard = runOf(squashing(large, GateActivation::hardSigmoid, StateActivation::tanh), one);
    const double smoothEnds = shareOfGates(*smooth, isAtAnEnd), hardEnds = shareOfGates(*hard, isAtAnEnd),
                 near = shareOfGates(*smooth, isNearAnEnd);
    return {smoothEnds == 0 && hardEnds > 0.05,
            sentence("Weights %1 times as large: with the hard sigmoid %2 % of all gate values are exactly 0 or 1, "
                     "where its slope is 0. With the sigmoid %3 % are; %4 % are within 0.01 of an end, and the slope "
                     "there is small but not 0.",
                     {measuredText(largeWeights), measuredText(100 * hardEnds), measuredText(100 * smoothEnds),
                      measuredText(100 * near)})};
}

/// The mean slope of the candidates, 1 − n².
double meanSlope(const Trace &trace)
{
    const TimeArray &n = trace.at(0, Direction::forward)[Part::candidate];
    double sum = 0;
    for (int t = 0; t < trace.length(0); ++t)
        sum += slope(StateActivation::tanh, n.at(t, 0).array()).mean();
    return sum / trace.length(0);
}

Evidence tanhFlattens(const Studied &studied)
{
    if (!isLoneGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const Experiment plain = squashing(studied.experiment, GateActivation::sigmoid, StateActivation::tanh);
    const double usual = meanSlope(*runOf(plain, one)),
                 large = meanSlope(*runOf(withWeights(plain, largeWeights), one));
    return {large < 0.5 * usual,
            sentence("The mean slope of the candidates' tanh, 1 − n²: %1 with the inputs of the first card, %2 with "
                     "weights %3 times as large.",
                     {measuredText(usual), measuredText(large), measuredText(largeWeights)})};
}

/// The largest state at each step.
std::vector<double> largestStates(const Trace &trace)
{
    std::vector<double> largest;
    for (int t = 0; t < trace.length(0); ++t)
        largest.push_back(trace.output.at(t, 0).cwiseAbs().maxCoeff());
    return largest;
}

Evidence reluHasNoCeiling(const Studied &studied)
{
    if (!isLoneGru(studied))
        return {};
    constexpr double factor = 12;
    constexpr int growing = 10; ///< of the last steps
    const Batch one = alone(*studied.trace->batch, 0);
    const Experiment large = withWeights(studied.experiment, factor);
    const std::vector<double> bounded
        = largestStates(*runOf(squashing(large, GateActivation::sigmoid, StateActivation::tanh), one)),
        unbounded = largestStates(*runOf(squashing(large, GateActivation::sigmoid, StateActivation::relu), one));
    const double most = *std::ranges::max_element(bounded), relu = *std::ranges::max_element(unbounded);
    const bool growsOn = std::ssize(unbounded) > growing
        && std::ranges::is_sorted(unbounded.end() - growing, unbounded.end(), std::ranges::less_equal());
    return {most > 0 && most <= 1 && relu > 1000 && growsOn,
            sentence("Weights %1 times as large, %2 steps: with tanh no state is larger than %3, with relu one reaches "
                     "%4.",
                     {measuredText(factor), std::to_string(bounded.size()), measuredText(most), measuredText(relu)}),
            {{sentence("relu"), "n", unbounded}, {sentence("tanh"), "h", bounded}},
            sentence("largest state, by steps"),
            true};
}

Evidence normEvens(const Studied &studied)
{
    if (!isLoneGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const LayerParameters &layer = studied.experiment.parameters.layers.front();
    const Vector ones = Vector::Ones(layer.W.rows());
    constexpr double spread = 1e-3; // with less there is next to nothing to divide by
    double mean = 0, fromOne = 0, smallest = 1e300, largest = 0;
    int steps = 0;
    const auto varianceOf = [](const Vector &v) { return (v.array() - v.mean()).square().mean(); };
    for (int t = 0; t < one.steps(); ++t) {
        const Vector sums = layer.W * one.x.at(t, 0), even = layerNorm(sums, ones);
        if (varianceOf(sums) < spread)
            continue;
        ++steps;
        smallest = std::min(smallest, varianceOf(sums));
        largest = std::max(largest, varianceOf(sums));
        mean = std::max(mean, std::abs(even.mean()));
        fromOne = std::max(fromOne, std::abs(varianceOf(even) - 1));
    }
    return {steps > 1 && mean < 1e-12 && fromOne < 0.02,
            sentence("W x at %1 steps: its variance lies between %2 and %3. Normalised, the mean is off 0 by at most "
                     "%4 and the variance off 1 by %5: a little is added under the root, so that nothing is divided by "
                     "0.",
                     {std::to_string(steps), measuredText(smallest), measuredText(largest), measuredText(mean),
                      measuredText(fromOne)})};
}

Evidence normIgnoresScale(const Studied &studied)
{
    if (!isLoneGru(studied))
        return {};
    constexpr double factor = 10;
    const Batch one = alone(*studied.trace->batch, 0), loud = louder(one, factor);
    const Experiment plain = squashing(studied.experiment, GateActivation::sigmoid, StateActivation::tanh),
                     even = normalised(plain);
    const auto usual = runOf(plain, loud), norm = runOf(even, loud);
    const double moved = outputsApart(*runOf(plain, one), *usual), still = outputsApart(*runOf(even, one), *norm);
    const double without = shareOfGates(*usual, isNearAnEnd), with = shareOfGates(*norm, isNearAnEnd);
    return {
        moved > 20 * still && with < without,
        sentence("With σ in the gates, inputs %1 times as large: the states move by up to %2, and %3 % of the gates "
                 "come within 0.01 of an end. With layer norm the states move by %4, and %5 % of the gates do.",
                 {measuredText(factor), measuredText(moved), measuredText(100 * without), measuredText(still),
                  measuredText(100 * with)})};
}

/// The mean slope of the gates, σ(1 − σ), at weights of that many times their size.
double meanGateSlope(const Trace &trace)
{
    double sum = 0;
    for (const Part gate : {Part::reset, Part::update})
        for (int t = 0; t < trace.length(0); ++t)
            sum += slope(GateActivation::sigmoid, trace.at(0, Direction::forward)[gate].at(t, 0).array()).mean();
    return sum / (2 * trace.length(0));
}

Evidence normKeepsSlope(const Studied &studied)
{
    if (!isLoneGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const Experiment plain = squashing(studied.experiment, GateActivation::sigmoid, StateActivation::tanh);
    std::vector<double> without, with;
    std::vector<std::string> places;
    for (const double factor : {1.0, 2.0, 4.0, 8.0, 16.0, 32.0}) {
        const Experiment large = withWeights(plain, factor);
        without.push_back(meanGateSlope(*runOf(large, one)));
        with.push_back(meanGateSlope(*runOf(normalised(large), one)));
        places.push_back(measuredText(factor));
    }
    return {
        without.back() < 0.5 * without.front() && with.back() > 0.9 * with.front(),
        sentence("With σ in the gates, their mean slope, at most 0.25, is %1 with these weights and %2 with weights 32 "
                 "times as large. With layer norm %3 and %4.",
                 {measuredText(without.front()), measuredText(without.back()), measuredText(with.front()),
                  measuredText(with.back())}),
        {{sentence("with layer norm"), "z", with}, {sentence("without"), "", without}},
        sentence("mean slope of the gates"),
        false,
        sentence("weights, times"),
        places};
}

} // namespace

std::vector<Claim> activationClaims()
{
    return {
        {"hard-is-another", "A hard sigmoid gives other states, and each version its own", hardIsAnother},
        {"hard-has-ends", "A hard sigmoid reaches 0 and 1, and there it has no slope", hardHasEnds},
        {"tanh-flattens", "The larger the sums, the flatter the tanh", tanhFlattens},
        {"relu-has-no-ceiling", "With relu a state has no ceiling", reluHasNoCeiling, true},
        {"norm-evens", "Layer norm gives the sums of each step mean 0 and variance 1", normEvens},
        {"norm-ignores-scale", "With layer norm the scale of the input hardly matters", normIgnoresScale},
        {"norm-keeps-slope", "With layer norm the gates keep their slope", normKeepsSlope, true},
    };
}

} // namespace gatescope

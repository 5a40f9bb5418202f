// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double halfDropped = 0.5;

/// Sequence 0 as training reads it, with masks that a seed draws.
Batch dropped(const Studied &studied, const DropoutSettings &settings, std::uint64_t seed)
{
    Batch batch = alone(*studied.trace->batch, 0);
    batch.dropout = drawMasks(studied.spec(), settings, batch.steps(), 1, seed);
    return batch;
}

/// What layer 1 reads at every step, one row a step.
Matrix readAbove(const Trace &trace)
{
    Matrix read(trace.length(0), trace.spec.layerInputSize(1));
    for (int t = 0; t < trace.length(0); ++t)
        read.row(t) = layerInput(trace, {.layer = 1, .step = t}).transpose();
    return read;
}

/// Of many masks of this network's size.
Evidence meanStays(const Studied &studied)
{
    if (studied.spec().layers < 2)
        return {};
    constexpr int masks = 400;
    double sum = 0, zeros = 0, count = 0, scale = 0;
    for (std::uint64_t seed = 0; seed < masks; ++seed) {
        const Batch batch = dropped(studied, {.betweenLayers = halfDropped}, seed);
        for (int t = 0; t < batch.steps(); ++t)
            for (const double value : batch.dropout.betweenLayers[0].at(t, 0)) {
                sum += value;
                zeros += value == 0;
                scale = std::max(scale, value);
                ++count;
            }
    }
    return {std::abs(sum / count - 1) < 0.03 && std::abs(zeros / count - halfDropped) < 0.02 && scale == 2,
            sentence("%1 numbers of masks drawn with a share of 0.5: %2 % are 0, the others are %3; their mean is %4.",
                     {measuredText(count), measuredText(100 * zeros / count), measuredText(scale),
                      measuredText(sum / count)})};
}

/// How often what a unit hands up is silenced at one step and heard at the next, or the other way round.
Evidence freshOrFixed(const Studied &studied)
{
    if (studied.spec().layers < 2)
        return {};
    const auto changes = [](const Matrix &read) {
        int changed = 0;
        for (Eigen::Index t = 1; t < read.rows(); ++t)
            changed += int(((read.row(t).array() == 0) != (read.row(t - 1).array() == 0)).count());
        return changed;
    };
    const auto fresh = runOf(studied.experiment, dropped(studied, {.betweenLayers = halfDropped}, 3));
    const auto fixed = runOf(studied.experiment, dropped(studied, {.input = halfDropped}, 3));
    const Matrix first = readAbove(*fresh), second = readAbove(*fixed);
    const int once = changes(first), never = changes(second);
    const auto silent = (second.row(0).array() == 0).count();
    return {
        once > 0 && never == 0 && silent > 0,
        sentence("What layer 1 reads over %1 steps: with PyTorch's dropout a unit falls silent or is heard again %2 "
                 "times, with Keras' dropout %3 times; there %4 of %5 units are silent from the first step to the "
                 "last.",
                 {std::to_string(first.rows()), std::to_string(once), std::to_string(never), std::to_string(silent),
                  std::to_string(second.cols())})};
}

/// nn.GRU(…, dropout=0.5) of one layer: there is no layer above, so there is no mask.
Evidence oneLayerDropsNothing(const Studied &studied)
{
    Experiment one = studied.experiment;
    one.spec.layers = 1;
    one.parameters.layers.resize(std::size_t(one.spec.directions()));
    one.parameters.head.reset();
    one.spec.headOutputs = 0;
    const auto alike = study(one);
    if (!alike)
        return {};
    const double single = outputsApart(*runOf(one, dropped(*alike, {.betweenLayers = halfDropped}, 3)),
                                       *runOf(one, alone(*alike->trace->batch, 0)));
    const double stacked = outputsApart(*runOf(studied.experiment, dropped(studied, {.betweenLayers = halfDropped}, 3)),
                                        *runOf(studied.experiment, alone(*studied.trace->batch, 0)));
    return {
        single == 0 && stacked > 0,
        sentence("A dropout of 0.5 moves the output of %1 layers by up to %2, and that of the first layer alone by %3.",
                 {std::to_string(studied.spec().layers), measuredText(stacked), measuredText(single)})};
}

Evidence answersAreStill(const Studied &studied)
{
    const auto training = [&](std::uint64_t seed) {
        return runOf(studied.experiment, dropped(studied, {.betweenLayers = halfDropped}, seed));
    };
    const auto answering = [&] { return runOf(studied.experiment, alone(*studied.trace->batch, 0)); };
    const double noisy = outputsApart(*training(1), *training(2)), still = outputsApart(*answering(), *answering());
    return {noisy > 0 && still == 0,
            sentence("The same sequence twice: in train() the outputs differ by up to %1, in eval() by %2.",
                     {measuredText(noisy), measuredText(still)})};
}

/// Zoneout of a GRU is an update gate held at 1 for a moment: the state of that unit is the old one to the last bit.
Evidence zoneoutHolds(const Studied &studied)
{
    if (studied.spec().cell != CellKind::gru || studied.spec().update != UpdateMeaning::keeps)
        return {};
    constexpr double share = 0.3;
    Random random(5);
    Batch batch = alone(*studied.trace->batch, 0);
    int asked = 0;
    for (int t = 1; t < batch.steps(); ++t)
        for (int unit = 0; unit < studied.spec().hiddenSize; ++unit, ++asked)
            if (random.uniform() < share)
                batch.pins.push_back({.part = Part::update, .unit = unit, .firstStep = t, .lastStep = t, .value = 1});
    const auto run = runOf(studied.experiment, batch);
    const TimeArray &state = run->at(0, Direction::forward)[Part::state];
    double moved = 0;
    for (const Pin &pin : batch.pins)
        moved = std::max(moved, std::abs(state(pin.firstStep, 0, pin.unit) - state(pin.firstStep - 1, 0, pin.unit)));
    return {!batch.pins.empty() && moved == 0,
            sentence("Of %1 states of layer 0 here %2 were told to stay, a share of 0.3 at random: they moved by %3.",
                     {std::to_string(asked), std::to_string(batch.pins.size()), measuredText(moved)})};
}

} // namespace

std::vector<Claim> dropoutClaims()
{
    return {
        {"mean-stays", marked("What is not dropped is made larger, so that the mean stays"), meanStays},
        {"fresh-or-fixed", marked("PyTorch drops anew at each step, Keras the same at all"), freshOrFixed},
        {"one-layer-drops-nothing", marked("With one layer PyTorch's dropout does nothing"), oneLayerDropsNothing},
        {"answers-are-still", marked("Nothing is dropped when the network answers"), answersAreStill},
        {"zoneout-holds", marked("Zoneout lets some units stay as they were"), zoneoutHolds},
    };
}

} // namespace gatescope

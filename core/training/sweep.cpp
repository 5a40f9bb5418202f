// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep.h"

#include "core/base/median.h"

#include <algorithm>
#include <cstdio>
#include <functional>

namespace gatescope {

namespace {

constexpr int unitsOfSweep[] = {1, 2, 4, 8, 16, 32, 64};
constexpr int layersOfSweep[] = {1, 2, 3, 4};
/// A median that differs by less is not taken for better or worse.
constexpr double noticeable = 0.02;
/// With fewer, one unlucky run decides which size is the best.
constexpr std::size_t enoughRuns = 5;

int sizeOf(const NetworkSpec &spec, SweepOver over)
{
    return over == SweepOver::units ? spec.hiddenSize : spec.layers;
}

std::string numeral(int number)
{
    return std::to_string(number);
}

std::string percent(double share)
{
    return numeral(int(share * 100 + 0.5));
}

/// "12.6", "1.04"; beyond 100, and where the smaller loss is 0, the number says nothing.
std::string times(double ratio)
{
    constexpr double most = 100;
    if (!(ratio < most))
        return "> " + numeral(int(most));
    char written[16];
    std::snprintf(written, sizeof written, ratio < 1.95 ? "%.2f" : "%.1f", ratio);
    return written;
}

/// What held-out data do from the best size to the largest one.
Sentence whatOfOverfitting(const SweepPoint &best, const SweepPoint &largest)
{
    const double rise = largest.heldOutMedian / best.heldOutMedian;
    const double fall = 1 - largest.trainingMedian / best.trainingMedian;
    if (largest.size == best.size)
        return sentence("Overfitting does not show: held-out data are learned best with the largest size. More updates "
                        "or fewer data would show it.");
    if (!(rise > 1 + noticeable))
        return sentence("Overfitting does not show: at the largest size, %1, the loss of held-out data is within %2 % "
                        "of the best. More updates or fewer data would show it.",
                        {numeral(largest.size), percent(noticeable)});
    if (fall > noticeable)
        return sentence("Overfitting: from there to %1 the training loss falls by %2 % more, but that of held-out data "
                        "becomes %3 times as large: what is learned is true of the training data alone.",
                        {numeral(largest.size), percent(fall), times(rise)});
    return sentence("From there to %1 the loss of held-out data becomes %2 times as large, but that of training does "
                    "not fall: this is no overfitting, the largest size has learned less in so many updates.",
                    {numeral(largest.size), times(rise)});
}

} // namespace

RacePlan sweepPlan(RacePlan plan, const RaceEntry &network, SweepOver over)
{
    plan.entries.clear();
    plan.toTheEnd = true;
    const auto add = [&](int size) {
        RaceEntry entry = network;
        (over == SweepOver::units ? entry.spec.hiddenSize : entry.spec.layers) = size;
        entry.name = network.name + (over == SweepOver::units ? " of " + numeral(size) : ", layers: " + numeral(size));
        plan.entries.push_back(std::move(entry));
    };
    if (over == SweepOver::units)
        for (const int size : unitsOfSweep)
            add(size);
    else
        for (const int size : layersOfSweep)
            add(size);
    return plan;
}

std::optional<SweepOver> sweptBy(const RacePlan &plan)
{
    if (!plan.toTheEnd || plan.entries.size() < 2)
        return std::nullopt;
    for (const SweepOver over : {SweepOver::units, SweepOver::layers}) {
        const auto grows = [&](const RaceEntry &smaller, const RaceEntry &larger) {
            RaceEntry same = smaller;
            same.name = larger.name;
            (over == SweepOver::units ? same.spec.hiddenSize : same.spec.layers) = sizeOf(larger.spec, over);
            return same == larger && sizeOf(smaller.spec, over) < sizeOf(larger.spec, over);
        };
        if (std::ranges::adjacent_find(plan.entries, std::not_fn(grows)) == plan.entries.end())
            return over;
    }
    return std::nullopt;
}

std::vector<SweepPoint> sweepPoints(const RacePlan &plan, const std::vector<RaceRun> &runs, SweepOver over)
{
    std::vector<SweepPoint> points;
    for (std::size_t entry = 0; entry < plan.entries.size(); ++entry) {
        SweepPoint point{.size = sizeOf(plan.entries[entry].spec, over),
                         .parameters = parameterCount(plan.entries[entry].spec),
                         .training = {},
                         .heldOut = {}};
        for (const RaceRun &run : runs) {
            const bool isMade = run.entry == entry && run.isOver && !run.failure && run.updates >= plan.updates;
            if (!isMade || run.points.empty() || !run.points.back().heldOut)
                continue;
            point.training.push_back(run.points.back().outcome.loss);
            point.heldOut.push_back(run.points.back().heldOut->loss);
        }
        if (point.training.empty())
            continue;
        point.trainingMedian = medianOf(point.training);
        point.heldOutMedian = medianOf(point.heldOut);
        points.push_back(std::move(point));
    }
    return points;
}

std::vector<Sentence> sweepVerdict(const std::vector<SweepPoint> &points, SweepOver over)
{
    if (points.size() < 2)
        return {};
    const SweepPoint &best = *std::ranges::min_element(points, {}, &SweepPoint::heldOutMedian);
    const SweepPoint &smallest = points.front(), &largest = points.back();
    const bool isUnits = over == SweepOver::units;
    std::vector<Sentence> said{
        isUnits && best.size == 1 ? sentence("Held-out data are learned best with 1 unit.")
            : isUnits             ? sentence("Held-out data are learned best with %1 units.", {numeral(best.size)})
                      : sentence("Held-out data are learned best with this many layers: %1.", {numeral(best.size)})};
    const auto enough = std::ranges::find_if(
        points, [&](const SweepPoint &point) { return point.heldOutMedian <= best.heldOutMedian * (1 + noticeable); });
    if (enough != points.end() && enough->size != best.size)
        said.push_back(sentence("%1 are enough: their loss is within %2 % of that.",
                                {numeral(enough->size), percent(noticeable)}));
    said.push_back(whatOfOverfitting(best, largest));
    const double missing = smallest.heldOutMedian / best.heldOutMedian;
    if (missing > 1 + noticeable && smallest.trainingMedian > best.trainingMedian) {
        const std::vector<Argument> arguments{numeral(smallest.size), times(missing)};
        said.push_back(
            !isUnits
                ? sentence("Underfitting: with the fewest layers, %1, the loss of held-out data is %2 times that of "
                           "the best size, and that of training is larger too: the network is too small for the task.",
                           arguments)
                : smallest.size == 1
                ? sentence("Underfitting: with 1 unit the loss of held-out data is %1 times that of the best size, and "
                           "that of training is larger too: the network is too small for the task.",
                           {times(missing)})
                : sentence(
                    "Underfitting: with %1 units the loss of held-out data is %2 times that of the best size, and "
                    "that of training is larger too: the network is too small for the task.",
                    arguments));
    }
    const auto runsOf = [](const SweepPoint &point) { return point.heldOut.size(); };
    const std::size_t runs = runsOf(std::ranges::min(points, {}, runsOf));
    if (runs == 1)
        said.push_back(sentence("1 run of a size is too few to be sure: run more seeds."));
    else if (runs < enoughRuns)
        said.push_back(sentence("%1 runs of a size are too few to be sure: run more seeds.", {numeral(int(runs))}));
    return said;
}

} // namespace gatescope

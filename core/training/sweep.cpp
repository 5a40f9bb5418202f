// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep.h"

#include <algorithm>
#include <functional>

namespace gatescope {

namespace {

constexpr int unitsOfSweep[] = {1, 2, 4, 8, 16, 32, 64};
constexpr int layersOfSweep[] = {1, 2, 3, 4};
/// A median that differs by less is not taken for better or worse.
constexpr double noticeable = 0.02;

int sizeOf(const NetworkSpec &spec, SweepOver over)
{
    return over == SweepOver::units ? spec.hiddenSize : spec.layers;
}

double middleOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

std::string numeral(int number)
{
    return std::to_string(number);
}

std::string percent(double share)
{
    constexpr double most = 100; // beyond, and where the best loss is 0, the number says nothing
    return share < most ? numeral(int(share * 100 + 0.5)) : "> " + numeral(int(most * 100));
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
                         .parameters = parameterCount(plan.entries[entry].spec), .training = {}, .heldOut = {}};
        for (const RaceRun &run : runs) {
            const bool isMade = run.entry == entry && run.isOver && !run.failure && run.updates >= plan.updates;
            if (!isMade || run.points.empty() || !run.points.back().heldOut)
                continue;
            point.training.push_back(run.points.back().outcome.loss);
            point.heldOut.push_back(run.points.back().heldOut->loss);
        }
        if (point.training.empty())
            continue;
        point.trainingMedian = middleOf(point.training);
        point.heldOutMedian = middleOf(point.heldOut);
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
        isUnits ? sentence("Held-out data are learned best with %1 units.", {numeral(best.size)})
                : sentence("Held-out data are learned best with this many layers: %1.", {numeral(best.size)})};
    const auto enough = std::ranges::find_if(points, [&](const SweepPoint &point) {
        return point.heldOutMedian <= best.heldOutMedian * (1 + noticeable);
    });
    if (enough != points.end() && enough->size != best.size)
        said.push_back(sentence("%1 are enough: their loss is within %2 % of that.",
                                {numeral(enough->size), percent(noticeable)}));
    const double worse = largest.heldOutMedian / best.heldOutMedian - 1;
    const double better = 1 - largest.trainingMedian / best.trainingMedian;
    const double missing = smallest.heldOutMedian / best.heldOutMedian - 1;
    if (worse > noticeable && better > noticeable)
        said.push_back(sentence("Overfitting: from there to %1 the training loss falls by %2 % more, but that of "
                                "held-out data rises by %3 %: what is learned is true of the training data alone.",
                                {numeral(largest.size), percent(better), percent(worse)}));
    else
        said.push_back(sentence("No overfitting up to %1: the loss of held-out data does not rise while that of "
                                "training falls. More updates or fewer data would show it.",
                                {numeral(largest.size)}));
    if (missing > noticeable && smallest.trainingMedian > best.trainingMedian)
        said.push_back(sentence("Underfitting: with %1 the loss of held-out data is %2 % above the best, and training "
                                "is no better off: the network is too small for the task.",
                                {numeral(smallest.size), percent(missing)}));
    return said;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/program_files.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/training/contestants.h"
#include "core/training/sweep.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int sweepSeeds = 3;
constexpr int sweepUpdates = 600;

struct Sweep {
    RacePlan plan;
    std::vector<RaceRun> runs;
    std::vector<SweepPoint> points;
};

constexpr int sweptSizes[]{1, 2, 4, 8, 16, 32, 64};

/// GRUs of these sizes learn to forecast the invented weather. Null where they cannot.
std::shared_ptr<const Sweep> swept(const std::stop_token &stop)
{
    RacePlan plan;
    plan.task = "table";
    plan.options.length = 10;
    plan.options.resources = resourceFolder().string();
    plan.seeds = sweepSeeds;
    plan.updates = sweepUpdates;
    plan.toTheEnd = true;
    plan.settings.training.optimizer.learningRate = 0.01;
    plan.settings.training.optimizer.clipping.norm = 1;
    for (const int size : sweptSizes)
        plan.entries.push_back(entryOf(contestants().front(), size));
    const auto whole = prepared(plan, false);
    const auto race = whole ? Race::start(*whole) : Result<std::unique_ptr<Race>>(whole.error());
    if (!race)
        return nullptr;
    (*race)->wait(stop);
    Sweep sweep{*whole, (*race)->runs(), {}};
    sweep.points = sweepPoints(sweep.plan, sweep.runs, SweepOver::units);
    return std::make_shared<const Sweep>(std::move(sweep));
}

std::shared_ptr<const Sweep> usualSweep(const std::stop_token &stop)
{
    static FoundOnce<std::shared_ptr<const Sweep>> sweep(swept);
    return sweep.ask(stop);
}

std::string lossesOf(const SweepPoint &point)
{
    return measuredText(point.trainingMedian) + " / " + measuredText(point.heldOutMedian);
}

Evidence largerLearnsByHeart(const std::stop_token &stop)
{
    const auto sweep = usualSweep(stop);
    if (!sweep || sweep->points.size() != std::size(sweptSizes))
        return {};
    const std::vector<SweepPoint> &points = sweep->points;
    const SweepPoint &best = *std::ranges::min_element(points, {}, &SweepPoint::heldOutMedian);
    const SweepPoint &smallest = points.front(), &largest = points.back();
    std::vector<double> training, heldOut;
    std::vector<std::string> places;
    for (const SweepPoint &point : points) {
        places.push_back(std::to_string(point.size));
        training.push_back(point.trainingMedian);
        heldOut.push_back(point.heldOutMedian);
    }
    return {best.size < largest.size && largest.heldOutMedian > 1.05 * best.heldOutMedian
                && largest.trainingMedian < 0.95 * best.trainingMedian
                && smallest.heldOutMedian > 1.05 * best.heldOutMedian,
            sentence("Median loss of %1 seeds after %2 updates, training / held out: 1 unit %3, %4 units %5, %6 units "
                     "%7.",
                     {std::to_string(sweepSeeds), std::to_string(sweepUpdates), lossesOf(smallest),
                      std::to_string(best.size), lossesOf(best), std::to_string(largest.size), lossesOf(largest)}),
            {{sentence("held out"), "g", heldOut}, {sentence("training"), "", training}},
            sentence("loss after %1 updates", {std::to_string(sweepUpdates)}),
            false,
            sentence("units"),
            places};
}

/// The held-out loss of the largest network of seed 0, look by look.
Evidence stopInTime(const std::stop_token &stop)
{
    const auto sweep = usualSweep(stop);
    if (!sweep)
        return {};
    const auto run = std::ranges::find_if(
        sweep->runs, [](const RaceRun &each) { return each.entry + 1 == std::size(sweptSizes) && each.seed == 0; });
    if (run == sweep->runs.end() || run->failure)
        return {};
    std::vector<double> training, heldOut;
    std::vector<std::string> places;
    int bestAt = 0;
    double best = 1e300;
    const int every = sweep->plan.settings.heldOutEvery;
    for (const RaceRun::Point &point : run->points) {
        if (!point.heldOut)
            continue; // no look since the point before
        const int lookedAt = point.update / every * every;
        places.push_back(std::to_string(lookedAt));
        training.push_back(point.outcome.loss);
        heldOut.push_back(point.heldOut->loss);
        if (heldOut.back() < best) {
            best = heldOut.back();
            bestAt = lookedAt;
        }
    }
    if (heldOut.empty())
        return {};
    return {bestAt < 0.75 * sweepUpdates && heldOut.back() > 1.05 * best && training.back() < training.front(),
            sentence("%1 units, seed 0: the held-out loss is lowest at update %2, %3. After %4 updates it is %5.",
                     {std::to_string(*std::rbegin(sweptSizes)), std::to_string(bestAt), measuredText(best),
                      std::to_string(sweepUpdates), measuredText(heldOut.back())}),
            {{sentence("held out"), "g", heldOut}, {sentence("training"), "", training}},
            sentence("loss"),
            false,
            sentence("update"),
            places};
}

/// A step of a GRU multiplies once with each number of W and U.
Evidence costIsSquared(const Studied &studied)
{
    NetworkSpec spec = studied.spec();
    const auto productsOf = [&](int units) {
        spec.hiddenSize = units;
        return std::int64_t(spec.blockRows()) * (spec.inputSize + spec.hiddenSize);
    };
    const int units = studied.spec().hiddenSize;
    std::int64_t held = 0;
    for (const auto &tensor : views(studied.spec(), studied.experiment.parameters))
        held += tensor.isVector ? 0 : tensor.values.size();
    const std::int64_t one = productsOf(units), two = productsOf(2 * units), four = productsOf(4 * units);
    return {one == held && double(four) / double(two) > 3 && double(two) / double(one) > 2,
            sentence("This layer of %1 units multiplies %2 times at a step, one of %3 units would %4 times, one of %5 "
                     "units %6 times.",
                     {std::to_string(units), std::to_string(one), std::to_string(2 * units), std::to_string(two),
                      std::to_string(4 * units), std::to_string(four)})};
}

} // namespace

std::vector<Claim> sizeClaims()
{
    return {
        {"larger-learns-by-heart", marked("Too many units learn the training data by heart"), nullptr, true,
         largerLearnsByHeart},
        {"stop-in-time", marked("Held-out data say when to stop"), nullptr, true, stopInTime},
        {"cost-is-squared", marked("Twice the units cost up to four times the products"), costIsSquared},
    };
}

} // namespace gatescope

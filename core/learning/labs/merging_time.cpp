// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/merging_time.h"

#include "core/learning/labs/planned_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>

namespace gatescope {

namespace {

constexpr double longEnough = 2e-3; ///< seconds: less is repeated until it takes so long
constexpr int mostRepeats = 20'000, fewestRounds = 5, mostRounds = 21; ///< odd: one of them is the median
constexpr double patience = 2; ///< seconds, after which it stays at the fewest rounds

/// One way, ready to be timed.
struct TimedWay {
    std::unique_ptr<PlannedRun<float>> run;
    int repeats = 1;
    std::vector<double> seconds; ///< of one run, in each round
};

double secondsOf(TimedWay &way, const SecondsClock &clock)
{
    const double start = clock();
    for (int i = 0; i < way.repeats; ++i)
        way.run->run();
    return (clock() - start) / way.repeats;
}

/// Warms the caches and finds how often a way is repeated in a round. False: it was stopped.
bool warmUp(TimedWay &way, const std::stop_token &stop, const SecondsClock &clock)
{
    if (stop.stop_requested())
        return false;
    way.run->run();
    if (stop.stop_requested())
        return false;
    const double once = secondsOf(way, clock);
    way.repeats = int(std::clamp(std::ceil(longEnough / std::max(once, 1e-9)), 1.0, double(mostRepeats)));
    return true;
}

WayTime summed(std::vector<double> seconds)
{
    std::ranges::sort(seconds);
    return {seconds[seconds.size() / 2], seconds[seconds.size() / 4], seconds[3 * seconds.size() / 4]};
}

} // namespace

SecondsClock steadyClock()
{
    return [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
}

std::optional<MergingTime> timeMerging(const MergedLayer &layer, const std::stop_token &stop, const SecondsClock &clock)
{
    std::array<TimedWay, productWays> ways;
    for (int i = 0; i < productWays; ++i) {
        TimedWay &way = ways[std::size_t(i)];
        way.run = std::make_unique<PlannedRun<float>>(layer.six, layer.x, resetOf(layer.convention), ProductWay(i));
        if (!warmUp(way, stop, clock))
            return std::nullopt;
    }
    double spent = 0;
    int rounds = 0;
    while (rounds < fewestRounds || (rounds < mostRounds && spent < patience) || rounds % 2 == 0) {
        for (TimedWay &way : ways) {
            if (stop.stop_requested())
                return std::nullopt;
            way.seconds.push_back(secondsOf(way, clock));
            spent += way.seconds.back() * way.repeats;
        }
        ++rounds;
    }
    MergingTime time{.rounds = rounds};
    for (int i = 0; i < productWays; ++i)
        time.ways[std::size_t(i)] = summed(ways[std::size_t(i)].seconds);
    return time;
}

} // namespace gatescope

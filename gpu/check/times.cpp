// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/check/times.h"

#include <algorithm>
#include <chrono>

namespace gatescope::trial {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begun)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

} // namespace

double medianMilliseconds(const std::function<void()> &enqueue, const std::function<void()> &wait, double seconds)
{
    constexpr int warmUps = 3;
    constexpr std::size_t fewest = 5;
    constexpr double longEnough = 5; // ms
    for (int i = 0; i < warmUps; ++i)
        enqueue();
    wait();
    const auto once = Clock::now();
    enqueue();
    wait();
    const int together = std::clamp(int(longEnough / std::max(1e-3, millisecondsSince(once))), 1, 1000);
    std::vector<double> times;
    for (const auto begun = Clock::now(); times.size() < fewest || millisecondsSince(begun) < 1e3 * seconds;) {
        const auto started = Clock::now();
        for (int i = 0; i < together; ++i)
            enqueue();
        wait();
        times.push_back(millisecondsSince(started) / together);
    }
    std::ranges::nth_element(times, times.begin() + std::ptrdiff_t(times.size() / 2));
    return times[times.size() / 2];
}

Result<double> updateMilliseconds(const Backend &backend, const DrawnCase &drawn, double seconds)
{
    auto run = backend.startTraining(drawn.spec, drawn.parameters, {{.learningRate = 1e-6}, 2});
    if (!run)
        return run.error();
    std::optional<Error> failed;
    const auto update = [&] {
        const auto report = failed ? Result<UpdateReport>(*failed) : (*run)->update(*drawn.batch, drawn.objective);
        if (!report)
            failed = report.error();
        else if (report->notFinite)
            failed = report->notFinite;
    };
    const double median = medianMilliseconds(
        update, [] {}, seconds);
    if (failed)
        return *failed;
    return median;
}

#if !defined(GATESCOPE_HAS_CUDNN)
Result<std::vector<CudnnTime>> cudnnTimes(ProductPrecision, const TimedLayer &, double)
{
    return error("cuDNN was not there when this was built.");
}
#endif

} // namespace gatescope::trial

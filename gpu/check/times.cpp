// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/check/times.h"

#include <algorithm>
#include <chrono>

namespace gatescope::trial {

double medianMilliseconds(const std::function<void()> &work)
{
    using Clock = std::chrono::steady_clock;
    constexpr int warmUps = 3, fewest = 10;
    constexpr std::chrono::milliseconds longest(1000);
    for (int i = 0; i < warmUps; ++i)
        work();
    std::vector<double> times;
    for (const auto begun = Clock::now(); int(times.size()) < fewest || Clock::now() - begun < longest;) {
        const auto started = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - started).count());
    }
    std::ranges::nth_element(times, times.begin() + std::ptrdiff_t(times.size() / 2));
    return times[times.size() / 2];
}

Result<double> updateMilliseconds(const Backend &backend, const DrawnCase &drawn)
{
    auto run = backend.startTraining(drawn.spec, drawn.parameters, {{.learningRate = 1e-6}, 1});
    if (!run)
        return run.error();
    std::optional<Error> failed;
    const double median = medianMilliseconds([&] {
        const auto report = failed ? Result<UpdateReport>(*failed) : (*run)->update(*drawn.batch, drawn.objective);
        if (!report)
            failed = report.error();
        else if (report->notFinite)
            failed = report->notFinite;
    });
    if (failed)
        return *failed;
    return median;
}

#if !defined(GATESCOPE_HAS_CUDNN)
Result<std::vector<CudnnTime>> cudnnTimes(int, int, int)
{
    return error("cuDNN was not there when this was built.");
}
#endif

} // namespace gatescope::trial

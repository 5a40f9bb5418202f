// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/answer_range.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

ForecastCurves forecastCurves(const TrainingSample &sample, const SampleWords &words)
{
    const Scale scale = words.outputScale;
    const TimeArray &x = sample.shown->batch.x;
    const int steps = sample.trace->length(0);
    const bool asksForChanges = words.countedFrom.rows() == steps;
    ForecastCurves curves;
    for (int t = 0; t < steps; ++t) {
        // A change goes on from the value that is known at its step, never from a forecast before.
        const double from = asksForChanges ? words.countedFrom(t, 0) : 0;
        curves.truth.push_back(from + scale.whole(sample.shown->objective.values(t, 0, 0)));
        curves.forecast.push_back(from + scale.whole(sample.trace->headOutput(t, 0, 0)));
        curves.persistence.push_back(asksForChanges ? from : scale.whole(x(t, 0, x.units() - 1))); // as it is now
    }
    return curves;
}

AnswerRange AnswerRange::united(const AnswerRange &other) const
{
    return {std::min(low, other.low), std::max(high, other.high), std::min(lowMark, other.lowMark),
            std::max(highMark, other.highMark)};
}

AnswerRange truthRange(const TrainingSample &sample)
{
    double low = 0, high = 0;
    const auto take = [&](double truth) {
        low = std::min(low, truth);
        high = std::max(high, truth);
    };
    for (const TrainingSample::Answer &each : sample.answers)
        take(each.truth);
    const TimeArray &shown = sample.shown->objective.values;
    const int last = sample.trace->length(0) - 1;
    const bool onlyLast = sample.shown->objective.watched == WatchedSteps::last;
    for (int t = onlyLast ? last : 0; t <= last; ++t)
        take(shown(t, 0, 0));
    if (low == high)
        high = 1;
    const double step = std::pow(10, std::floor(std::log10(std::max(-low, high)))) / 2;
    low = step * std::floor(low / step + 1e-9);
    high = step * std::ceil(high / step - 1e-9);
    return {low, high, low, high};
}

AnswerRange answerRange(const TrainingSample &sample, const SampleWords &words)
{
    if (sample.forecast) {
        const ForecastCurves curves = forecastCurves(sample, words);
        double low = curves.truth.front(), high = low;
        for (const std::vector<double> *values : {&curves.truth, &curves.persistence, &curves.forecast}) {
            low = std::min(low, std::ranges::min(*values));
            high = std::max(high, std::ranges::max(*values));
        }
        return {low, high, low, high};
    }
    AnswerRange range = truthRange(sample);
    for (int t = 0; t < sample.trace->length(0); ++t) {
        const double answer = sample.trace->headOutput(t, 0, 0);
        range.low = std::min(range.low, answer);
        range.high = std::max(range.high, answer);
    }
    return range;
}

} // namespace gatescope

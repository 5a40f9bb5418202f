// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/answer_range.h"

#include <algorithm>

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
    return {std::min(low, other.low), std::max(high, other.high)};
}

AnswerRange answerRange(const TrainingSample &sample, const SampleWords &words)
{
    if (sample.forecast) {
        const ForecastCurves curves = forecastCurves(sample, words);
        AnswerRange range{curves.truth.front(), curves.truth.front()};
        for (const std::vector<double> *values : {&curves.truth, &curves.persistence, &curves.forecast})
            range = range.united({std::ranges::min(*values), std::ranges::max(*values)});
        return range;
    }
    const TimeArray &truth = sample.shown->objective.values, &answer = sample.trace->headOutput;
    const int last = sample.trace->length(0) - 1;
    const bool onlyLast = sample.shown->objective.watched == WatchedSteps::last;
    AnswerRange range; // with 0 in it
    for (int t = 0; t <= last; ++t)
        for (const double value : {answer(t, 0, 0), truth(onlyLast ? last : t, 0, 0)})
            range = range.united({value, value});
    return range;
}

} // namespace gatescope

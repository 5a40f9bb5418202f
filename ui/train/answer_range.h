// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/sample_words.h"

#include <vector>

namespace gatescope {

/// The forecast of the first sequence that is shown, step by step in the unit of its data.
struct ForecastCurves {
    std::vector<double> truth, forecast, persistence;
};

ForecastCurves forecastCurves(const TrainingSample &sample, const SampleWords &words);

/// From the lowest to the highest number that is drawn as an answer or a truth.
struct AnswerRange {
    double low = 0, high = 0;

    AnswerRange united(const AnswerRange &other) const;
    double share(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

/// Of a sample that answers with numbers.
AnswerRange answerRange(const TrainingSample &sample, const SampleWords &words);

} // namespace gatescope

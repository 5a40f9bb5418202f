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
    double lowMark = 0, highMark = 0; ///< what is written beside the axis

    AnswerRange united(const AnswerRange &other) const;
    double share(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

/// Of the truths of all rows, with 0 in it, out to round numbers: as long as a run goes on it stays the same.
AnswerRange truthRange(const TrainingSample &sample);

/// Of a sample that answers with numbers; it reaches beyond the marks where an answer does.
AnswerRange answerRange(const TrainingSample &sample, const SampleWords &words);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluation.h"
#include "core/tasks/task.h"
#include "core/training/state_path.h"
#include "core/training/update_story.h"

#include <memory>
#include <string>

namespace gatescope {

/// What one network of a run does with data that no batch of the run holds: a few sequences in full, and many rows of
/// which only the answers count.
struct TrainingSample {
    int update = 0;
    std::shared_ptr<const Parameters> parameters;
    std::shared_ptr<const TrainingBatch> shown; ///< what experimentOf shows
    std::shared_ptr<const Trace> trace;         ///< of it
    double loss = 0;

    /// The last answer of a row beside its truth.
    struct Answer {
        double truth = 0, answer = 0;
    };
    std::vector<Answer> answers; ///< where one number is asked at the last step
    double right = 0;            ///< share of the rows' watched steps that are answered rightly
    int asked = 0;               ///< how many steps that are
    double tolerance = 0;        ///< how near a number has to be; 0: it is not about numbers

    /// Of a forecast of one number, over all rows and in the unit of the data: how far off it is, and how far off
    /// persistence is, which says that the next value is the present one. Roots of mean squares.
    struct Forecast {
        double error = 0, persistence = 0;
        int rows = 0; ///< of the table that were forecast
    };
    std::optional<Forecast> forecast;

    StateAxes axes;            ///< of the top layer's states over all rows
    std::vector<Matrix> paths; ///< [length, 2] of each row
    std::vector<double> ends;  ///< what tints a path's end, 0 … 1: its truth; empty where that is not one number
    Matrix shownPath;          ///< of the first sequence that is shown

    std::optional<UpdateStory> story; ///< of the next update, where a weight is followed
    ParameterPlace storyOf;

    std::string prompt, written; ///< by a network that learns a text: what it read, and how it goes on
};

/// The data of samples of one task, made once.
struct SampleData {
    std::shared_ptr<const TrainingBatch> shown, rows;
    std::vector<std::string> alphabet; ///< of a text; otherwise empty
    bool isForecast = false;           ///< of the last of the numbers that are read
    Scale scale;                       ///< of the numbers that are asked
    bool asksForChanges = false;       ///< of a value, not for the value: see Task::countedFrom()
};

SampleData sampleData(const Task &task);

/// `before` are the axes of an earlier sample of the run, so that the picture does not turn over.
Result<TrainingSample> takeSample(const Backend &backend, const NetworkSpec &spec, int update,
                                  std::shared_ptr<const Parameters> parameters, const SampleData &data,
                                  const std::optional<StateAxes> &before);

} // namespace gatescope

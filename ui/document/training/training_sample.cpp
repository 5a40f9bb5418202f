// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/training/training_sample.h"

#include "core/experiment/task_experiment.h"
#include "core/ops/embedding.h"
#include "core/training/generation.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int mostRows = 128;
constexpr int mostSteps = 6000;                          ///< of all rows together, so that a sample never takes long
constexpr std::uint64_t rowsSeed = 0x0b5e'7e5'a'11'1ull; ///< of no run
constexpr int lettersWritten = 160;

std::shared_ptr<const Batch> readyFor(const Parameters &parameters, const Batch &batch)
{
    return std::make_shared<const Batch>(lookedUp(batch, parameters));
}

bool asksOneNumber(const Objective &objective)
{
    return objective.kind == LossKind::squaredError && objective.watched == WatchedSteps::last
        && objective.values.units() == 1;
}

void takeAnswers(const Measurement &measured, const TrainingBatch &rows, TrainingSample &sample)
{
    const Trace &trace = *measured.trace;
    sample.right = measured.loss.right;
    sample.asked = countWatched(rows.objective, rows.batch);
    if (rows.objective.kind == LossKind::squaredError)
        sample.tolerance = rows.objective.tolerance;
    if (!asksOneNumber(rows.objective))
        return;
    for (int n = 0; n < rows.batch.sequences(); ++n) {
        const int last = trace.length(n) - 1;
        sample.answers.push_back({rows.objective.values(last, n, 0), trace.headOutput(last, n, 0)});
    }
    const auto [low, high] = std::ranges::minmax(sample.answers, {}, &TrainingSample::Answer::truth);
    for (const TrainingSample::Answer &each : sample.answers)
        sample.ends.push_back(high.truth > low.truth ? (each.truth - low.truth) / (high.truth - low.truth) : 0.5);
}

/// The last number of a step's input is the one of which the next is asked; where it is a change, persistence says that
/// there is none.
void takeForecast(const Measurement &measured, const TrainingBatch &rows, const SampleData &data,
                  TrainingSample &sample)
{
    const Scale &scale = data.scale;
    const double noChange = -scale.mean / scale.spread;
    const Batch &batch = rows.batch;
    const TimeArray &truth = rows.objective.values;
    double error = 0, persistence = 0;
    int asked = 0;
    for (int n = 0; n < batch.sequences(); ++n) {
        for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t, ++asked) {
            const double off = measured.trace->headOutput(t, n, 0) - truth(t, n, 0);
            const double same = data.asksForChanges ? noChange : batch.x(t, n, batch.x.units() - 1);
            const double moved = same - truth(t, n, 0);
            error += off * off;
            persistence += moved * moved;
        }
    }
    if (asked > 0)
        sample.forecast = TrainingSample::Forecast{scale.spread * std::sqrt(error / asked),
                                                   scale.spread * std::sqrt(persistence / asked), asked};
}

void takePaths(const Trace &rows, const std::optional<StateAxes> &before, TrainingSample &sample)
{
    const int top = rows.spec.layers - 1;
    // Where the first answer grows.
    const auto &head = sample.parameters->head;
    const bool isRead = head && head->weight.rows() > 0 && head->weight.cols() >= rows.spec.hiddenSize;
    const Vector towards = isRead ? Vector(head->weight.row(0).head(rows.spec.hiddenSize).transpose()) : Vector();
    sample.axes = principalAxes(rows, top, Direction::forward, before, towards);
    for (int n = 0; n < rows.batch->sequences(); ++n)
        sample.paths.push_back(statePath(sample.axes, rows, top, Direction::forward, n));
    sample.shownPath = statePath(sample.axes, *sample.trace, top, Direction::forward, 0);
}

/// Goes on from what is shown.
void write(const NetworkSpec &spec, const SampleData &data, TrainingSample &sample)
{
    std::vector<int> prompt;
    const Batch &batch = sample.shown->batch;
    for (int t = 0; t < std::min(20, batch.lengths.front()); ++t) {
        Eigen::Index letter = 0;
        if (batch.embeddingRows.empty())
            batch.x.at(t, 0).maxCoeff(&letter);
        else
            letter = batch.embeddingRows.front()[std::size_t(t)];
        prompt.push_back(int(letter));
    }
    const auto written = generateText(spec, *sample.parameters, data.alphabet, prompt,
                                      {.length = lettersWritten, .temperature = 0.7, .seed = 1});
    if (!written)
        return;
    for (const int letter : prompt)
        sample.prompt += data.alphabet[std::size_t(letter)];
    sample.written = *written;
}

/// Rows that no training reads.
TrainingBatch rowsOf(const Task &task, int most)
{
    const std::vector<TrainingBatch> heldOut = task.heldOut();
    return heldOut.empty() ? task.batch(most, rowsSeed, 1) : firstSequences(heldOut.front(), most);
}

} // namespace

SampleData sampleData(const Task &task)
{
    SampleData data;
    data.shown = std::make_shared<const TrainingBatch>(shownBatch(task));
    const int rows = std::clamp(mostSteps / std::max(1, data.shown->batch.steps()), 8, mostRows);
    data.rows = std::make_shared<const TrainingBatch>(rowsOf(task, rows));
    const TaskShape shape = task.shape();
    const Objective &objective = data.rows->objective;
    data.isForecast = shape.forecasts && objective.kind == LossKind::squaredError
        && objective.watched == WatchedSteps::every && shape.outputs == 1;
    data.scale = task.outputScale();
    data.asksForChanges = task.countedFrom().size() > 0;
    const bool isText = shape.forecasts && objective.kind == LossKind::crossEntropy && !task.symbols().empty()
        && task.symbols() == task.inputSymbols();
    if (isText)
        data.alphabet = task.symbols();
    return data;
}

Result<TrainingSample> takeSample(const Backend &backend, const NetworkSpec &spec, int update,
                                  std::shared_ptr<const Parameters> parameters, const SampleData &data,
                                  const std::optional<StateAxes> &before)
{
    TrainingSample sample;
    sample.update = update;
    sample.parameters = std::move(parameters);
    sample.shown = data.shown;
    const auto shown = measure(backend, spec, *sample.parameters, readyFor(*sample.parameters, data.shown->batch),
                               data.shown->objective);
    if (!shown)
        return shown.error();
    sample.trace = shown->trace;
    sample.loss = shown->loss.value;
    const auto rows = measure(backend, spec, *sample.parameters, readyFor(*sample.parameters, data.rows->batch),
                              data.rows->objective);
    if (!rows)
        return rows.error();
    takeAnswers(*rows, *data.rows, sample);
    if (data.isForecast)
        takeForecast(*rows, *data.rows, data, sample);
    takePaths(*rows->trace, before, sample);
    if (!data.alphabet.empty())
        write(spec, data, sample);
    return sample;
}

} // namespace gatescope

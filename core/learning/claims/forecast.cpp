// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/forecast.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/learning/study/schooling.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace gatescope {

namespace {

/// Step after step with nothing handed on but the state.
Evidence streamIsWhole(const Studied &studied)
{
    const NetworkSpec &spec = studied.spec();
    if (spec.bidirectional || spec.cell == CellKind::lstm)
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const auto whole = runOf(studied.experiment, one);
    double apart = 0;
    std::vector<Matrix> carried;
    for (int t = 0; t < one.steps(); ++t) {
        Batch step = fullLengthBatch(TimeArray(1, 1, spec.inputSize));
        for (int i = 0; i < spec.inputSize; ++i)
            step.x.set(0, 0, i, one.x(t, 0, i));
        step.h0 = carried;
        const auto run = runOf(studied.experiment, step);
        carried = run->hN;
        apart = std::max(apart, (run->output.at(0, 0) - whole->output.at(t, 0)).cwiseAbs().maxCoeff());
    }
    return {
        apart == 0 && whole->output.at(one.steps() - 1, 0).norm() > 0,
        sentence("%1 steps in one call against %1 calls of one step, the state handed on: the outputs differ by "
                 "%2. What is kept from call to call are %3 numbers, after the first step as after the last.",
                 {std::to_string(one.steps()), measuredText(apart), std::to_string(spec.layers * spec.hiddenSize)})};
}

/// The same layer read both ways: what its output at step 0 has to wait for.
Evidence bothWaysWaits(const Studied &studied)
{
    if (studied.spec().bidirectional || studied.spec().layers > 1)
        return {};
    Experiment both = studied.experiment;
    both.spec.bidirectional = true;
    both.spec.headOutputs = 0;
    both.parameters.head.reset();
    both.parameters.layers.push_back(both.parameters.layers.front());
    const Batch one = alone(*studied.trace->batch, 0);
    const int later = std::min(4, one.steps() - 1);
    const double forwards = ripple(studied.experiment, one, later).front(),
                 backwards = ripple(both, one, later).front();
    return {forwards == 0 && backwards > 0,
            sentence("The input of step %1 changes. What stands at step 0 of the output moves by %2 in a layer that "
                     "reads forwards, by %3 in the same layer read both ways: that one has to wait for all that comes.",
                     {std::to_string(later), measuredText(forwards), measuredText(backwards)})};
}

/// Part of a batch of windows side by side.
TrainingBatch windowsOf(const TrainingBatch &all, int first, int end)
{
    const int steps = all.batch.steps(), columns = all.batch.x.units();
    TrainingBatch part = all;
    part.batch = fullLengthBatch(TimeArray(steps, end - first, columns));
    part.objective.values = TimeArray(steps, end - first, 1);
    for (int t = 0; t < steps; ++t)
        for (int n = first; n < end; ++n) {
            for (int i = 0; i < columns; ++i)
                part.batch.x.set(t, n - first, i, all.batch.x(t, n, i));
            part.objective.values.set(t, n - first, 0, all.objective.values(t, n, 0));
        }
    return part;
}

/// The root mean square of a network's error.
double missedBy(const NetworkSpec &spec, const Parameters &parameters, const TrainingBatch &windows)
{
    const auto measured = measure(ReferenceBackend(), spec, parameters, std::make_shared<const Batch>(windows.batch),
                                  windows.objective);
    return measured ? std::sqrt(measured->loss.value) : 1e300;
}

/// The windows as forecastBaselines() takes them.
std::vector<SeriesWindow> seriesOf(const TrainingBatch &windows)
{
    std::vector<SeriesWindow> series;
    const int steps = windows.batch.steps();
    for (int n = 0; n < windows.batch.sequences(); ++n) {
        SeriesWindow one(steps + 1, 1);
        for (int t = 0; t < steps; ++t)
            one(t, 0) = windows.batch.x(t, n, 0);
        one(steps, 0) = windows.objective.values(steps - 1, n, 0);
        series.push_back(one);
    }
    return series;
}

double baselineOf(const std::vector<Baseline> &baselines, std::string_view name)
{
    return std::ranges::find(baselines, name, &Baseline::name)->score;
}

constexpr int forecastUpdates = 400, lookEvery = 40;
constexpr int forecastSizes[]{2, 6, 16};

struct Contender {
    int units = 0, update = 0;
    double validation = 1e300;
    Parameters parameters = {};
    NetworkSpec spec = {};
    std::vector<double> looks = {}; ///< on validation
};

struct ForecastContest {
    std::vector<Contender> contenders; ///< each at its best look
    std::vector<Baseline> validated, tested;
    double test = 0; ///< of the winner
    std::vector<std::string> places;
};

/// The last fifth of the series, which no network learns from, is cut in two by time: its first half chooses size and
/// update, its second half is looked at once.
std::shared_ptr<const ForecastContest> learnedForecasts(const std::stop_token &stop)
{
    const auto task = shippedTask("mackey-glass", 40);
    if (!task)
        return nullptr;
    const TrainingBatch heldOut = task->heldOut().front();
    const int windows = heldOut.batch.sequences(), half = windows / 2;
    const TrainingBatch validation = windowsOf(heldOut, 0, half), test = windowsOf(heldOut, half, windows);
    ForecastContest contest;
    for (const int units : forecastSizes) {
        Contender best{.units = units};
        NetworkSpec spec;
        spec.hiddenSize = units;
        best.spec = fitted(task->shape(), spec);
        const Schooling schooling{
            .task = task, .spec = spec, .seed = 1, .updates = forecastUpdates, .sequences = 16, .heldOutEvery = 10000};
        const auto trainer = schooled(schooling, stop, [&](const UpdateRecord &record, const Trainer &at) {
            if (record.update % lookEvery != 0)
                return;
            const Parameters now = at.parameters();
            best.looks.push_back(missedBy(best.spec, now, validation));
            if (best.looks.back() < best.validation) {
                best.validation = best.looks.back();
                best.update = record.update;
                best.parameters = now;
            }
        });
        if (!trainer)
            return nullptr;
        contest.contenders.push_back(std::move(best));
    }
    for (int update = lookEvery; update <= forecastUpdates; update += lookEvery)
        contest.places.push_back(std::to_string(update));
    const std::vector<SeriesWindow> learned = seriesOf(task->batch(200, 1, 1));
    contest.validated = forecastBaselines(learned, seriesOf(validation), 1);
    contest.tested = forecastBaselines(learned, seriesOf(test), 1);
    const Contender &winner = *std::ranges::min_element(contest.contenders, {}, &Contender::validation);
    contest.test = missedBy(winner.spec, winner.parameters, test);
    return std::make_shared<const ForecastContest>(std::move(contest));
}

std::shared_ptr<const ForecastContest> usualForecasts(const std::stop_token &stop)
{
    static FoundOnce<std::shared_ptr<const ForecastContest>> contest(learnedForecasts);
    return contest.ask(stop);
}

Evidence forecastBeatsEcho(const std::stop_token &stop)
{
    const auto contest = usualForecasts(stop);
    if (!contest)
        return {};
    const Contender &winner = *std::ranges::min_element(contest->contenders, {}, &Contender::validation);
    const double echo = baselineOf(contest->tested, "persistence"), line = baselineOf(contest->tested, "AR(2)");
    std::vector<EvidenceCurve> curves;
    for (const Contender &each : contest->contenders)
        curves.push_back({sentence("%1 units", {std::to_string(each.units)}), each.units == winner.units ? "g" : "",
                          each.looks, each.units != winner.units});
    return {
        contest->test < echo && contest->test < line,
        sentence("Chosen on validation: %1 units at update %2, error %3. On the test part, looked at once: %4. "
                 "There persistence has %5, a weighted sum of the last two values, fitted to the training part, %6.",
                 {std::to_string(winner.units), std::to_string(winner.update), measuredText(winner.validation),
                  measuredText(contest->test), measuredText(echo), measuredText(line)}),
        std::move(curves),
        sentence("error on the validation part, in spreads"),
        true,
        sentence("update"),
        contest->places};
}

/// A walk: each value is the one before and a random step. Nothing in the past says where the next step goes.
class Walk : public Forecast
{
public:
    static constexpr int length = 30;
    static constexpr double stride = 0.2;

    Walk() : Forecast(stride, std::vector<Baseline>{}) { }
    TaskShape shape() const override { return {.inputSize = 1, .outputs = 1, .forecasts = true}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override
    {
        Random random(batchSeed(seed, update));
        std::vector<SeriesWindow> windows(std::size_t(sequences), SeriesWindow::Zero(length + 1, 1));
        for (SeriesWindow &window : windows)
            for (int t = 1; t <= length; ++t)
                window(t, 0) = window(t - 1, 0) + stride * random.normal();
        return forecastBatch(windows);
    }
};

/// Two numbers that are nearly the same, each to three decimals.
std::string thousandths(double number)
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.3f", number);
    return digits;
}

Evidence walkIsNotForecast(const std::stop_token &stop)
{
    const auto task = std::make_shared<const Walk>();
    NetworkSpec spec;
    spec.hiddenSize = 8;
    const auto trainer = schooled({.task = task, .spec = spec, .seed = 1, .updates = 600}, stop);
    if (!trainer)
        return {};
    const TrainingBatch fresh = task->batch(200, 99, 1);
    const std::vector<SeriesWindow> windows = seriesOf(fresh);
    const double echo = baselineOf(forecastBaselines(windows, windows, 1), "persistence"),
                 network = missedBy(trainer->spec(), trainer->parameters(), fresh);
    return {
        network > 0.99 * echo && network < 1.2 * echo,
        sentence("600 updates of a GRU with 8 units on such walks, then 200 fresh ones: error %1 of the network, %2 of "
                 "persistence. The steps themselves have a spread of %3.",
                 {thousandths(network), thousandths(echo), thousandths(Walk::stride)})};
}

} // namespace

std::vector<Claim> forecastClaims()
{
    static FoundOnce<Evidence> walk(walkIsNotForecast);
    return {
        {"stream-is-whole", "Read step by step with the state kept, a stream is one sequence", streamIsWhole},
        {"both-ways-waits", "A layer that reads both ways waits for the end", bothWaysWaits},
        {"forecast-beats-echo", "Chosen on validation, a GRU forecasts better than persistence", nullptr, true,
         forecastBeatsEcho},
        {"walk-is-not-forecast", "Where there is nothing to know, persistence is not beaten", nullptr, false,
         [](const std::stop_token &stop) { return walk.ask(stop); }},
    };
}

} // namespace gatescope

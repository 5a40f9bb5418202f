// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/tasks/forecast.h"
#include "core/tasks/task_rows.h"

namespace gatescope {

namespace {

constexpr int stepsPerUnit = 10;  ///< of the integration, each of 0.1 units of time
constexpr int unitsPerSample = 6; ///< of time between two values that the network sees
constexpr int samples = 4000;
constexpr int skippedSamples = 200; ///< until the series has forgotten how it began

/// dx/dt = 0.2 d / (1 + d¹⁰) − 0.1 x, d = x(t − τ): Mackey and Glass 1977.
double slope(double x, double d)
{
    const double d2 = d * d;
    const double d4 = d2 * d2;
    return 0.2 * d / (1 + d4 * d4 * d2) - 0.1 * x;
}

/// Chaotic for τ = 17. Runge and Kutta's method of order 4 with steps of k = 0.1; x is 1.2 until t = 0, and between two
/// steps the delayed value is the mean of both. Standardised by mean and spread of the first `fitted` samples.
Matrix series(Eigen::Index fitted)
{
    constexpr int delay = 17 * stepsPerUnit;
    constexpr double k = 1.0 / stepsPerUnit;
    std::vector<double> x(delay + 1, 1.2); // x[i] is at time (i − delay) k
    Matrix y(samples, 1);
    for (int sample = -skippedSamples; sample < samples; ++sample) {
        for (int step = 0; step < unitsPerSample * stepsPerUnit; ++step) {
            const double now = x.back();
            const double before = x[x.size() - 1 - delay];
            const double after = x[x.size() - delay];
            const double k1 = slope(now, before);
            const double k2 = slope(now + k / 2 * k1, (before + after) / 2);
            const double k3 = slope(now + k / 2 * k2, (before + after) / 2);
            const double k4 = slope(now + k * k3, after);
            x.push_back(now + k / 6 * (k1 + 2 * k2 + 2 * k3 + k4));
        }
        if (sample >= 0)
            y(sample, 0) = x.back();
    }
    const double mean = y.topRows(fitted).mean();
    const double variance = (y.topRows(fitted).array() - mean).square().mean();
    return (y.array() - mean) / std::sqrt(variance);
}

/// The series is the same for every seed; the seed chooses the windows. The last fifth is held out.
class MackeyGlass : public Forecast
{
public:
    MackeyGlass(int length, Matrix rows)
        : Forecast(1,
                   forecastBaselines(consecutiveWindows(rows.topRows(training), 0, length),
                                     consecutiveWindows(rows, training, length), 1)),
          m_length(length), m_rows(std::move(rows))
    {
    }

    static constexpr Eigen::Index training = samples / 5 * 4;

    TaskShape shape() const override { return {.inputSize = 1, .outputs = 1, .forecasts = true}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override
    {
        Random random(batchSeed(seed, update));
        std::vector<SeriesWindow> windows;
        for (int n = 0; n < sequences; ++n)
            windows.push_back(anyWindow(m_rows, training, m_length, random));
        return forecastBatch(windows);
    }
    std::vector<TrainingBatch> heldOut() const override
    {
        return {forecastBatch(consecutiveWindows(m_rows, training, m_length))};
    }

private:
    int m_length;
    Matrix m_rows; ///< [samples, 1]
};

} // namespace

TaskDescription mackeyGlassTask()
{
    return {.name = "mackey-glass",
            .title = marked("Mackey-Glass"),
            .description
            = marked("A chaotic series from an equation with a delay, seen every 6 units of time. At each step the "
                     "network says the next value; windows of its last fifth are held out."),
            .usualLength = 40,
            .lengthMeans = marked("steps"),
            .fewest = 4,
            .most = 500,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(
                    std::make_unique<MackeyGlass>(options.length, series(MackeyGlass::training)));
            }};
}

} // namespace gatescope

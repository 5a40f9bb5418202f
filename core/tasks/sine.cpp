// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/tasks/forecast.h"
#include "core/tasks/task_rows.h"

#include <algorithm>
#include <numbers>

namespace gatescope {

namespace {

constexpr double amplitude = 0.5;                        ///< of each of the two waves
constexpr double noise = 0.05;                           ///< its standard deviation
constexpr double shortestPeriod = 8, longestPeriod = 40; ///< in steps

/// Var = 2 · a²/2 + noise², because the phases are uniform.
const double sineSpread = std::sqrt(amplitude * amplitude + noise * noise);

/// y(t) = a sin(2πt/P₁ + φ₁) + a sin(2πt/P₂ + φ₂) + noise, t = 0 … T; periods and phases are uniform.
SeriesWindow mixture(int length, Random &random)
{
    using std::numbers::pi;
    SeriesWindow y = Matrix::Zero(length + 1, 1);
    for (int wave = 0; wave < 2; ++wave) {
        const double period = random.uniform(shortestPeriod, longestPeriod);
        const double phase = random.uniform(0, 2 * pi);
        for (int t = 0; t <= length; ++t)
            y(t, 0) += amplitude * std::sin(2 * pi * t / period + phase);
    }
    for (int t = 0; t <= length; ++t)
        y(t, 0) += noise * random.normal();
    return y;
}

std::vector<SeriesWindow> mixtures(int count, int length, Random random)
{
    std::vector<SeriesWindow> windows;
    for (int n = 0; n < count; ++n)
        windows.push_back(mixture(length, random));
    return windows;
}

/// Enough for baselines that are right to 2 %.
int baselineWindows(int length)
{
    return std::max(200, 200'000 / length);
}

class Sine : public Forecast
{
public:
    explicit Sine(int length)
        : Forecast(sineSpread,
                   [length] {
                       return forecastBaselines(mixtures(baselineWindows(length), length, Random(1)),
                                                mixtures(baselineWindows(length), length, Random(2)), sineSpread);
                   }),
          m_length(length)
    {
    }

    TaskShape shape() const override { return {.inputSize = 1, .outputs = 1, .forecasts = true}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override
    {
        return forecastBatch(mixtures(sequences, m_length, Random(batchSeed(seed, update))));
    }

private:
    int m_length;
};

} // namespace

TaskDescription sineTask()
{
    return {.name = "sine",
            .title = marked("Two sines"),
            .description
            = marked("Two waves of unknown period and phase, mixed and a little noisy. At each step the network says "
                     "the next value. It shows curves and states at work; a plain RNN learns it too."),
            .usualLength = 50,
            .lengthMeans = marked("steps"),
            .fewest = 4,
            .most = 2000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<Sine>(options.length));
            }};
}

} // namespace gatescope

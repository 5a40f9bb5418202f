// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/forecast.h"

#include "core/base/marked.h"
#include "core/tasks/objectives.h"

#include <Eigen/QR>

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

/// What is known when y(t+1) is guessed: 1, y(t), y(t−1).
Matrix known(const std::vector<SeriesWindow> &windows)
{
    Matrix known(static_cast<Eigen::Index>(windows.size()) * (windows[0].rows() - 1), 3);
    Eigen::Index row = 0;
    for (const SeriesWindow &window : windows) {
        const auto y = window.rightCols(1);
        for (Eigen::Index t = 0; t + 1 < y.rows(); ++t)
            known.row(row++) << 1, y(t, 0), y(std::max<Eigen::Index>(t - 1, 0), 0);
    }
    return known;
}

/// y(t+1) in the same order.
Vector asked(const std::vector<SeriesWindow> &windows)
{
    const Eigen::Index steps = windows[0].rows() - 1;
    Vector asked(static_cast<Eigen::Index>(windows.size()) * steps);
    for (std::size_t n = 0; n < windows.size(); ++n)
        asked.segment(static_cast<Eigen::Index>(n) * steps, steps) = windows[n].rightCols(1).bottomRows(steps);
    return asked;
}

} // namespace

TrainingBatch forecastBatch(const std::vector<SeriesWindow> &windows)
{
    const int steps = static_cast<int>(windows[0].rows()) - 1;
    const int columns = static_cast<int>(windows[0].cols());
    const int sequences = static_cast<int>(windows.size());
    TimeArray x(steps, sequences, columns);
    TimeArray next(steps, sequences, 1);
    for (int n = 0; n < sequences; ++n) {
        for (int t = 0; t < steps; ++t) {
            for (int i = 0; i < columns; ++i)
                x.set(t, n, i, windows[n](t, i));
            next.set(t, n, 0, windows[n](t + 1, columns - 1));
        }
    }
    return {fullLengthBatch(std::move(x)), squaredErrors(WatchedSteps::every, std::move(next))};
}

std::vector<SeriesWindow> consecutiveWindows(const Matrix &rows, Eigen::Index begin, int length)
{
    std::vector<SeriesWindow> windows;
    for (Eigen::Index first = begin; first + length < rows.rows(); first += length)
        windows.emplace_back(rows.middleRows(first, length + 1));
    return windows;
}

SeriesWindow anyWindow(const Matrix &rows, Eigen::Index end, int length, Random &random)
{
    return rows.middleRows(random.below(static_cast<int>(end) - length), length + 1);
}

std::vector<Baseline> forecastBaselines(const std::vector<SeriesWindow> &fitted,
                                        const std::vector<SeriesWindow> &measured, double spread,
                                        std::optional<double> noChange)
{
    struct Guess {
        const char *name;
        Vector weights; ///< of 1, y(t), y(t−1)
    };
    const Vector fittedTo = asked(fitted);
    const Vector persistence = noChange ? Eigen::Vector3d(*noChange, 0, 0) : Eigen::Vector3d(0, 1, 0);
    const std::array<Guess, 3> guesses{
        {{noChange ? marked("mean change") : marked("mean"), Eigen::Vector3d(fittedTo.mean(), 0, 0)},
         {marked("persistence"), persistence},
         {"AR(2)", known(fitted).colPivHouseholderQr().solve(fittedTo)}}};
    std::vector<Baseline> baselines;
    for (const Guess &guess : guesses) {
        const Vector error = known(measured) * guess.weights - asked(measured);
        const double loss = error.squaredNorm() / static_cast<double>(error.size());
        baselines.push_back({guess.name, loss, std::sqrt(loss) / spread});
    }
    return baselines;
}

bool Forecast::isSolved(double, double score) const
{
    return std::ranges::all_of(measured(), [&](const Baseline &baseline) { return score < baseline.score; });
}

} // namespace gatescope

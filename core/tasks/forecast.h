// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/marked.h"
#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/tasks/task.h"

#include <cmath>
#include <functional>
#include <mutex>
#include <optional>

namespace gatescope {

/// Rows of a series that stand side by side in a batch: T rows are read and the last column of each next one is asked,
/// so it has T + 1 rows, [T + 1, columns].
using SeriesWindow = Matrix;

/// Reads rows 0 … T−1 of each window; the target at step t is the last column of row t + 1. All have the same shape.
TrainingBatch forecastBatch(const std::vector<SeriesWindow> &windows);

/// One batch of windows side by side that covers the rows from `begin` to the end, rests of less than a window apart.
/// Windows meet in one row, which is the last target of the one and is read first by the other.
std::vector<SeriesWindow> consecutiveWindows(const Matrix &rows, Eigen::Index begin, int length);

/// A window of `length` + 1 rows from anywhere before `end`.
SeriesWindow anyWindow(const Matrix &rows, Eigen::Index end, int length, Random &random);

/// Guesses of the next value y(t+1), fitted on some windows and measured on others:
/// the mean; persistence, y(t); AR(2), a + b y(t) + c y(t−1) by least squares, where y(−1) is taken to be y(0).
/// A score is the error's root mean square in units of `spread`.
/// Where the numbers are changes, `noChange` is the one that stands for none: persistence guesses it, and the mean is
/// that of the changes.
std::vector<Baseline> forecastBaselines(const std::vector<SeriesWindow> &fitted,
                                        const std::vector<SeriesWindow> &measured, double spread,
                                        std::optional<double> noChange = {});

/// A task that asks for the next value at every step and is solved below every baseline.
class Forecast : public Task
{
public:
    std::vector<Baseline> baselines() const override { return measured(); }
    /// The root mean square of the error in units of the series' spread, NRMSE.
    ScoreMeaning scoreMeaning() const override { return {marked("NRMSE"), true}; }
    double score(double loss, double) const override { return std::sqrt(loss) / m_spread; }
    bool isSolved(double loss, double score) const override;
    std::string solvedRule() const override { return marked("NRMSE below every baseline"); }

protected:
    Forecast(double spread, std::vector<Baseline> baselines) : m_spread(spread), m_baselines(std::move(baselines)) { }
    /// Baselines that take a while are measured when they are first asked for.
    Forecast(double spread, std::function<std::vector<Baseline>()> measure)
        : m_spread(spread), m_measure(std::move(measure))
    {
    }

private:
    const std::vector<Baseline> &measured() const
    {
        std::call_once(m_once, [this] {
            if (m_measure)
                m_baselines = m_measure();
        });
        return m_baselines;
    }

    double m_spread;
    std::function<std::vector<Baseline>()> m_measure;
    mutable std::once_flag m_once;
    mutable std::vector<Baseline> m_baselines;
};

} // namespace gatescope

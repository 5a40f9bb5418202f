// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/table.h"

#include "core/base/marked.h"
#include "core/tasks/forecast.h"
#include "core/tasks/task_rows.h"

namespace gatescope {

namespace {

/// A table standardised by mean and spread of its first `training` rows; a column that never changes becomes 0.
struct Standardised {
    Eigen::Index tableRows = 0; ///< of the file; differences are one less
    Matrix rows;                ///< [rows, columns]
    Eigen::Index training = 0;
    std::vector<std::string> columns;
    std::vector<Scale> scales; ///< of the columns
    /// Where differences are learned, [rows, 1]: the value in each row, from which the next change is counted.
    Matrix values = {};
    double spread = 1; ///< of the values that are forecast, in units of what is learned

    bool asksForChanges() const { return values.size() > 0; }
    std::optional<double> noChange() const
    {
        return asksForChanges() ? std::optional(-scales.back().mean / scales.back().spread) : std::nullopt;
    }
};

/// Mean and spread in the training rows, of a column; a spread of 0 where all are the same.
Scale scaleOf(const Eigen::Ref<const Vector> &training)
{
    const double mean = training.mean();
    if (training.minCoeff() == training.maxCoeff())
        return {mean, 0};
    return {mean, std::sqrt((training.array() - mean).square().mean())};
}

/// Next value of a table's last column, or by how much it changes, from all columns of the rows so far. The last fifth
/// of the rows is held out; their windows begin with the last row of the training part, so that every row of the fifth
/// is asked.
class TableTask : public Forecast
{
public:
    TableTask(Standardised table, int length)
        : Forecast(table.spread,
                   forecastBaselines(consecutiveWindows(table.rows.topRows(table.training), 0, length),
                                     consecutiveWindows(table.rows, table.training - 1, length), table.spread,
                                     table.noChange())),
          m_table(std::move(table)), m_length(length)
    {
    }

    TaskShape shape() const override
    {
        return {.inputSize = static_cast<int>(m_table.rows.cols()), .outputs = 1, .forecasts = true};
    }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override
    {
        Random random(batchSeed(seed, update));
        std::vector<SeriesWindow> windows;
        for (int n = 0; n < sequences; ++n)
            windows.push_back(anyWindow(m_table.rows, m_table.training, m_length, random));
        return forecastBatch(windows);
    }
    std::vector<TrainingBatch> heldOut() const override
    {
        return {forecastBatch(consecutiveWindows(m_table.rows, m_table.training - 1, m_length))};
    }
    std::vector<std::string> symbols() const override
    {
        return m_table.columns.empty() ? std::vector<std::string>{} : std::vector{m_table.columns.back()};
    }
    std::vector<std::string> inputSymbols() const override
    {
        std::vector<std::string> inputs = m_table.columns;
        if (m_table.asksForChanges() && !inputs.empty())
            inputs.back() = "Δ " + inputs.back();
        return inputs;
    }
    std::vector<Scale> inputScales() const override { return m_table.scales; }
    Scale outputScale() const override { return m_table.scales.back(); }
    Matrix countedFrom() const override
    {
        if (!m_table.asksForChanges())
            return {};
        const std::vector<SeriesWindow> windows = consecutiveWindows(m_table.values, m_table.training - 1, m_length);
        Matrix known(m_length, std::ssize(windows));
        for (std::size_t n = 0; n < windows.size(); ++n)
            known.col(Eigen::Index(n)) = windows[n].topRows(m_length);
        return known;
    }
    Result<std::unique_ptr<Task>> ofLength(int length) const override;

private:
    Standardised m_table;
    int m_length;
};

/// Whether a table has rows enough.
Result<void> checkRows(Eigen::Index rows, int length)
{
    if (rows == 1)
        return error("The table has one row: there is no next one to forecast.");
    // One window in the held-out fifth has its first row in the training part.
    if (rows < fewestRows(length))
        return error(
            "The table has %1 rows; forecasts over %2 rows need at least %3, of which the last fifth is held out.",
            {std::to_string(rows), std::to_string(length), std::to_string(fewestRows(length))});
    return {};
}

Result<std::unique_ptr<Task>> TableTask::ofLength(int length) const
{
    if (const auto enough = checkRows(m_table.tableRows, length); !enough)
        return enough.error();
    return std::unique_ptr<Task>(std::make_unique<TableTask>(m_table, length));
}

/// The last column becomes y(t) − y(t−1), from the second row on.
NumberTable differenced(const NumberTable &table)
{
    const Eigen::Index rows = table.values.rows() - 1;
    NumberTable changes{table.columns, table.values.bottomRows(rows)};
    changes.values.rightCols(1) -= table.values.rightCols(1).topRows(rows);
    return changes;
}

/// `training` rows are learned from; the table is of values, or of changes.
Result<Standardised> standardised(const NumberTable &table, Eigen::Index training, bool isOfChanges)
{
    Standardised result{.rows = Matrix::Zero(table.values.rows(), table.values.cols()),
                        .training = training,
                        .columns = table.columns,
                        .scales = {}};
    for (Eigen::Index column = 0; column < table.values.cols(); ++column) {
        const auto [mean, spread] = scaleOf(table.values.col(column).head(training));
        if (!std::isfinite(spread))
            return error("The numbers of column %1 are too large to be standardised.", {std::to_string(column + 1)});
        result.scales.push_back({mean, spread > 0 ? spread : 1});
        if (spread > 0)
            result.rows.col(column) = (table.values.col(column).array() - mean) / spread;
        else if (column + 1 == table.values.cols())
            return error(
                isOfChanges
                    ? marked("Column %1, the last, is what is forecast, but it changes by %2 in every row of the first "
                             "four fifths.")
                    : marked("Column %1, the last, is what is forecast, but it is %2 in every row of the first four "
                             "fifths."),
                {std::to_string(column + 1), std::to_string(mean)});
    }
    if (!result.rows.allFinite())
        return error("The held-out fifth of the table lies too far outside of what the rest of it spans.");
    return result;
}

/// What is learned of a table: its values, or the last column's changes.
Result<Standardised> learned(const NumberTable &table, bool differences, int length)
{
    const Eigen::Index rows = table.values.rows(), training = rows - heldOutRows(rows);
    if (const auto enough = checkRows(rows, length); !enough)
        return enough.error();
    auto result
        = differences ? standardised(differenced(table), training - 1, true) : standardised(table, training, false);
    if (!result)
        return result;
    result->tableRows = rows;
    if (differences) {
        result->values = table.values.rightCols(1).bottomRows(rows - 1);
        const double spread = scaleOf(table.values.rightCols(1).col(0).head(training)).spread;
        if (!std::isfinite(spread))
            return error("The numbers of column %1 are too large to be standardised.",
                         {std::to_string(table.values.cols())});
        // Errors are told in units of the values' spread, as without differences.
        result->spread = spread / result->scales.back().spread;
    }
    return result;
}

Result<std::unique_ptr<Task>> makeTable(const TaskOptions &options)
{
    const std::string path = options.file.empty() ? options.resources + "/tables/invented_weather.csv" : options.file;
    const Result<NumberTable> chosen = readChosenTable(path, options.table);
    if (!chosen)
        return chosen.error();
    Result<Standardised> table = learned(*chosen, options.table.differences, options.length);
    if (!table)
        return inPlace(printable(path), table.error());
    return std::unique_ptr<Task>(std::make_unique<TableTask>(std::move(*table), options.length));
}

} // namespace

TaskDescription tableTask()
{
    return {
        .name = "table",
        .title = marked("Forecast of a table"),
        .description = marked(
            "A table of numbers is read row by row; at each row the network says the last column's value in "
            "the next. The last fifth is held out; columns of dates are left out. Without a table of one's own it is "
            "an invented weather."),
        .usualLength = 20,
        .lengthMeans = marked("rows"),
        .fewest = 2,
        .most = 1000,
        .make = makeTable};
}

} // namespace gatescope

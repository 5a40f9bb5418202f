// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task_rows.h"

namespace gatescope {

namespace {

/// Hochreiter and Schmidhuber 1997, experiment 6a. Places 0 and 1 of the input are X and Y, 2 to 5 mean nothing.
class TemporalOrder : public JudgedByAccuracy
{
public:
    explicit TemporalOrder(int length) : m_length(length) { }

    TaskShape shape() const override { return {.inputSize = 6, .outputs = 4}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override { return {guessing(4)}; }
    std::vector<std::string> symbols() const override { return {"XX", "XY", "YX", "YY"}; }
    std::vector<std::string> inputSymbols() const override { return {"X", "Y", "a", "b", "c", "d"}; }

private:
    int m_length;
};

TrainingBatch TemporalOrder::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    SymbolRows rows;
    std::vector<int> classes;
    for (int n = 0; n < sequences; ++n) {
        std::vector<int> &row = rows.emplace_back();
        for (int t = 0; t < m_length; ++t)
            row.push_back(2 + random.below(4));
        const int first = static_cast<int>(m_length * (0.1 + 0.1 * random.uniform()));
        const int second = static_cast<int>(m_length * (0.5 + 0.1 * random.uniform()));
        row[first] = random.below(2);
        row[second] = random.below(2);
        classes.push_back(2 * row[first] + row[second]);
    }
    Batch batch = oneHotBatch(rows, 6);
    Objective objective = classesAtTheEnd(batch, classes);
    return {std::move(batch), std::move(objective)};
}

} // namespace

TaskDescription temporalOrderTask()
{
    return {.name = "temporal-order",
            .title = marked("Temporal order"),
            .description
            = marked("Two signs, each X or Y, stand far apart among letters that mean nothing. At the last step the "
                     "network says which two they were, in order."),
            .usualLength = 50,
            .lengthMeans = marked("steps"),
            .fewest = 4,
            .most = 5000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<TemporalOrder>(options.length));
            }};
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/objectives.h"
#include "core/tasks/task_rows.h"

namespace gatescope {

namespace {

/// Hochreiter and Schmidhuber 1997, experiment 4, as it is set today: values uniform in [0, 1), one mark in each half.
class Adding : public Task
{
public:
    explicit Adding(int length) : m_length(length) { }

    TaskShape shape() const override { return {.inputSize = 2, .outputs = 1}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;

    /// E (v₁ + v₂ − 1)² = 2 · 1/12; |v₁ + v₂ − 1| < 0.1 leaves two triangles of 0.9²/2 outside.
    std::vector<Baseline> baselines() const override { return {{marked("always answer 1"), 1.0 / 6.0, 1 - 0.9 * 0.9}}; }
    ScoreMeaning scoreMeaning() const override { return {marked("answers within 0.1"), false}; }
    bool isSolved(double loss, double) const override { return loss < 0.01; }
    std::string solvedRule() const override { return marked("loss below 0.01"); }
    std::vector<std::string> symbols() const override { return {"sum"}; }
    std::vector<std::string> inputSymbols() const override { return {"value", "mark"}; }

private:
    int m_length;
};

TrainingBatch Adding::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    TimeArray x(m_length, sequences, 2);
    TimeArray sum(m_length, sequences, 1);
    const int half = m_length / 2;
    for (int n = 0; n < sequences; ++n) {
        for (int t = 0; t < m_length; ++t)
            x.set(t, n, 0, random.uniform());
        const int first = random.below(half);
        const int second = half + random.below(m_length - half);
        x.set(first, n, 1, 1);
        x.set(second, n, 1, 1);
        sum.set(m_length - 1, n, 0, x(first, n, 0) + x(second, n, 0));
    }
    return {fullLengthBatch(std::move(x)), squaredErrors(WatchedSteps::last, std::move(sum), 0.1)};
}

} // namespace

TaskDescription addingTask()
{
    return {.name = "adding",
            .title = marked("Adding"),
            .description
            = marked("Each step shows a value and a mark; two values are marked, one in each half. At the last step "
                     "the network says their sum: it has to keep the first through everything after it."),
            .usualLength = 30,
            .lengthMeans = marked("steps"),
            .fewest = 2,
            .most = 5000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<Adding>(options.length));
            }};
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task_rows.h"

namespace gatescope {

namespace {

constexpr int cues = 4;
constexpr int distractors = 4;

/// Places 0 to 3 of the input are the cues, 4 to 7 mean nothing.
class DelayedRecall : public JudgedByAccuracy
{
public:
    explicit DelayedRecall(int length) : m_length(length) { }

    TaskShape shape() const override { return {.inputSize = cues + distractors, .outputs = cues}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override { return {guessing(cues)}; }
    std::vector<std::string> symbols() const override { return {"A", "B", "C", "D"}; }
    std::vector<std::string> inputSymbols() const override { return {"A", "B", "C", "D", "w", "x", "y", "z"}; }

private:
    int m_length;
};

TrainingBatch DelayedRecall::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    SymbolRows rows;
    std::vector<int> classes;
    for (int n = 0; n < sequences; ++n) {
        classes.push_back(random.below(cues));
        std::vector<int> &row = rows.emplace_back(1, classes.back());
        while (static_cast<int>(row.size()) < m_length)
            row.push_back(cues + random.below(distractors));
    }
    Batch batch = oneHotBatch(rows, cues + distractors);
    Objective objective = classesAtTheEnd(batch, classes);
    return {std::move(batch), std::move(objective)};
}

} // namespace

TaskDescription delayedRecallTask()
{
    return {.name = "delayed-recall",
            .title = marked("Delayed recall"),
            .description
            = marked("The first step shows one of four cues, all others show noise. At the last step the network "
                     "names the cue: it learns to hold one thing and to let nothing else in."),
            .usualLength = 20,
            .lengthMeans = marked("steps"),
            .fewest = 2,
            .most = 5000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<DelayedRecall>(options.length));
            }};
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task_rows.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int reversalAlphabet = 8; ///< letters there are

/// The answer has as many steps as the input, so it needs no sign for its end.
class Reversal : public JudgedByAccuracy
{
public:
    explicit Reversal(int length) : m_length(length) { }

    TaskShape shape() const override
    {
        return {.inputSize = reversalAlphabet, .outputs = reversalAlphabet, .decoder = true};
    }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override { return {guessing(reversalAlphabet)}; }
    std::vector<std::string> symbols() const override { return {"a", "b", "c", "d", "e", "f", "g", "h"}; }

private:
    int m_length;
};

TrainingBatch Reversal::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    SymbolRows rows(sequences);
    for (std::vector<int> &row : rows)
        std::generate_n(std::back_inserter(row), m_length, [&] { return random.below(reversalAlphabet); });
    SymbolRows reversed = rows;
    for (std::vector<int> &row : reversed)
        std::ranges::reverse(row);
    return {oneHotBatch(rows, reversalAlphabet), classesAtEveryStep(std::move(reversed))};
}

} // namespace

TaskDescription reversalTask()
{
    return {.name = "reversal",
            .title = marked("Reversal"),
            .description
            = marked("An encoder reads letters and hands over nothing but its last state; a decoder writes the letters "
                     "backwards. All that is to be said has to pass through that one state."),
            .usualLength = 5,
            .lengthMeans = marked("letters"),
            .fewest = 1,
            .most = 1000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<Reversal>(options.length));
            }};
}

} // namespace gatescope

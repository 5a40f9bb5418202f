// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task_rows.h"

namespace gatescope {

namespace {

constexpr int copyAlphabet = 4; ///< letters there are
constexpr int copied = 4;       ///< letters in a sequence
constexpr int blank = copyAlphabet;
constexpr int go = copyAlphabet + 1;

/// `copied` letters, the delay in blanks, a go sign, `copied` blanks; at these the letters are asked again, in order.
class Copy : public JudgedByAccuracy
{
public:
    explicit Copy(int delay) : m_delay(delay) { }

    TaskShape shape() const override { return {.inputSize = copyAlphabet + 2, .outputs = copyAlphabet}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override { return {guessing(copyAlphabet)}; }
    std::vector<std::string> symbols() const override { return {"A", "B", "C", "D"}; }
    std::vector<std::string> inputSymbols() const override { return {"A", "B", "C", "D", "·", "go"}; }

private:
    int m_delay;
};

TrainingBatch Copy::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    SymbolRows rows;
    SymbolRows classes;
    for (int n = 0; n < sequences; ++n) {
        std::vector<int> &row = rows.emplace_back();
        for (int i = 0; i < copied; ++i)
            row.push_back(random.below(copyAlphabet));
        row.insert(row.end(), m_delay, blank);
        row.push_back(go);
        std::vector<int> &asked = classes.emplace_back(row.size(), -1);
        asked.insert(asked.end(), row.begin(), row.begin() + copied);
        row.insert(row.end(), copied, blank);
    }
    return {oneHotBatch(rows, copyAlphabet + 2), classesAtEveryStep(std::move(classes))};
}

} // namespace

TaskDescription copyTask()
{
    return {.name = "copy",
            .title = marked("Copy"),
            .description
            = marked("Four letters, a pause, a go sign: then the network says the letters again, in order. Several "
                     "things have to be kept apart at once, which is hard for every gated network."),
            .usualLength = 8,
            .lengthMeans = marked("steps of pause"),
            .fewest = 1,
            .most = 5000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<Copy>(options.length));
            }};
}

} // namespace gatescope

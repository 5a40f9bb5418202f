// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/task_rows.h"

namespace gatescope {

namespace {

/// −p log p − (1 − p) log(1 − p)
double binaryEntropy(double p)
{
    return p > 0 && p < 1 ? -p * std::log(p) - (1 - p) * std::log(1 - p) : 0;
}

class Parity : public JudgedByAccuracy
{
public:
    explicit Parity(int length) : m_length(length) { }

    TaskShape shape() const override { return {.inputSize = 1, .outputs = 1}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override;
    std::vector<std::string> symbols() const override { return {"odd"}; }
    std::vector<std::string> inputSymbols() const override { return {"bit"}; }

private:
    int m_length;
};

TrainingBatch Parity::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    TimeArray x(m_length, sequences, 1);
    TimeArray odd(m_length, sequences, 1);
    for (int n = 0; n < sequences; ++n) {
        int ones = 0;
        for (int t = 0; t < m_length; ++t) {
            const int bit = random.below(2);
            ones += bit;
            x.set(t, n, 0, bit);
            odd.set(t, n, 0, ones % 2);
        }
    }
    return {fullLengthBatch(std::move(x)), binaryAtEveryStep(std::move(odd))};
}

std::vector<Baseline> Parity::baselines() const
{
    // The bit is the parity at step 0, and says nothing of it later: p = (1 + (T − 1)/2) / T.
    const double p = (m_length + 1) / (2.0 * m_length);
    return {{marked("guessing"), std::log(2), 0.5}, {marked("the bit just read"), binaryEntropy(p), p}};
}

} // namespace

TaskDescription parityTask()
{
    return {.name = "parity",
            .title = marked("Parity"),
            .description
            = marked("The network reads bits and says at each step whether it has seen an odd number of ones: one bit "
                     "of memory that every one turns over. A plain RNN learns it too."),
            .usualLength = 16,
            .lengthMeans = marked("steps"),
            .fewest = 1,
            .most = 5000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<Parity>(options.length));
            }};
}

} // namespace gatescope

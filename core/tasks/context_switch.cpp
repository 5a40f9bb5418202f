// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/objectives.h"
#include "core/tasks/task_rows.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int sums = 3;
constexpr int shortestSegment = 2, longestSegment = 6; ///< steps from one switch to the next, uniform
constexpr int switchInput = sums, cueInput = sums + 1, cueOutput = sums;

/// Reads `sums` values in [−1, 1), a switch sign and a cue; answers for each value its sum since the last switch, which
/// is over what is read at that very step too, and the cue, ±1, which only step 0 shows. A switch stands at step 0.
///
/// Why it asks for a reset gate. A GRU adds in n = tanh(W x + r∘U h) with U = 1, z = 0 and small numbers, and forgets
/// with r = 0: n = tanh(W x), the new value at the scale of the old ones; one unit for each sum. The cue needs z = 1 in
/// its own unit, so nothing may be dropped wholesale. With r pinned to 1 a unit's new state is, for small numbers,
/// (1−z)(w x + U h) + z h. To keep all of h it needs (1−z) U + z = 1: either U = 1, which no z can silence at a switch,
/// or z near 1, and then x comes in at another scale than at a switch, where z has to drop h. More units for each sum
/// can put that right, so what tells the two apart is how many there are.
///
/// Measured with Adam at 0.01, batches of 32, clipped to 1: 4 units with a reset gate solved it within 1,500 updates in
/// 19 of 20 runs of one program and in 8 of 15 of another (most others had not found the cue), with r pinned to 1 in
/// none of 5 runs of 6,000, which ended at losses of 0.08 to 0.16. With 5 units: 5 of 5 in 578 to 1,067,
/// pinned 2 of 3 in 2,484 and 3,900. With 6 units: 475 to 613, pinned 1,870 to 2,004.
class ContextSwitch : public Task
{
public:
    explicit ContextSwitch(int length) : m_length(length) { }

    TaskShape shape() const override { return {.inputSize = sums + 2, .outputs = sums + 1}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override;
    ScoreMeaning scoreMeaning() const override { return {marked("share of steps with all within 0.1"), false}; }
    bool isSolved(double loss, double) const override { return loss < 0.01; }
    std::string solvedRule() const override { return marked("loss below 0.01"); }
    std::vector<std::string> symbols() const override { return {"sum a", "sum b", "sum c", "cue"}; }
    std::vector<std::string> inputSymbols() const override { return {"a", "b", "c", "switch", "cue"}; }

private:
    double meanAge() const;

    int m_length;
};

TrainingBatch ContextSwitch::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    TimeArray x(m_length, sequences, sums + 2);
    TimeArray answer(m_length, sequences, sums + 1);
    for (int n = 0; n < sequences; ++n) {
        const int cue = random.below(2) == 0 ? -1 : 1;
        x.set(0, n, cueInput, cue);
        for (int t = 0, nextSwitch = 0; t < m_length; ++t) {
            const bool switches = t == nextSwitch;
            if (switches)
                nextSwitch += shortestSegment + random.below(longestSegment - shortestSegment + 1);
            x.set(t, n, switchInput, switches);
            for (int i = 0; i < sums; ++i) {
                x.set(t, n, i, random.uniform(-1, 1));
                answer.set(t, n, i, x(t, n, i) + (switches ? 0 : answer(t - 1, n, i)));
            }
            answer.set(t, n, cueOutput, cue);
        }
    }
    return {fullLengthBatch(std::move(x)), squaredErrors(WatchedSteps::every, std::move(answer), 0.1)};
}

/// How many values a sum is of, on average over all steps.
double ContextSwitch::meanAge() const
{
    constexpr double each = 1.0 / (longestSegment - shortestSegment + 1);
    std::vector<double> begins(m_length, 0.0); // P(a segment begins at t)
    begins[0] = 1;
    double ages = 0;
    for (int t = 0; t < m_length; ++t) {
        for (int segment = shortestSegment; segment <= std::min(longestSegment, t); ++segment)
            begins[t] += each * begins[t - segment];
        for (int segment = shortestSegment; segment <= longestSegment; ++segment)
            for (int age = 1; age <= segment && t + age <= m_length; ++age)
                ages += each * begins[t] * age;
    }
    return ages / m_length;
}

std::vector<Baseline> ContextSwitch::baselines() const
{
    // A sum of k values has the variance k/3, the cue has 1.
    const double age = meanAge();
    const double T = m_length;
    return {{marked("always 0"), (sums * age / 3 + 1) / (sums + 1), 0},
            {marked("what is just read"), (sums * (age - 1) / 3 + (T - 1) / T) / (sums + 1), 1 / T}};
}

} // namespace

TaskDescription contextSwitchTask()
{
    return {.name = "context-switch",
            .title = marked("Context switch"),
            .description
            = marked("Three sums of what has been read since the last switch sign, and a cue from the first step that "
                     "has to outlive every switch. Four units are enough with a reset gate, and too few without."),
            .usualLength = 30,
            .lengthMeans = marked("steps"),
            .fewest = 2,
            .most = 2000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<ContextSwitch>(options.length));
            }};
}

} // namespace gatescope

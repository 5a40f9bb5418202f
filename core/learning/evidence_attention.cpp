// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/evidence_rows.h"
#include "core/learning/learned.h"
#include "core/learning/measured.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int recallSteps = 30, recallUpdates = 100, recallSeeds = 3;

/// The score over the last updates of each seed.
std::vector<double> recalled(const std::shared_ptr<const Task> &task, HeadReads reads, std::optional<double> keeps,
                             const std::stop_token &stop)
{
    std::vector<double> scores;
    for (int seed = 0; seed < recallSeeds; ++seed) {
        NetworkSpec spec;
        spec.hiddenSize = 12;
        spec.headReads = reads;
        const auto trainer = schooled({.task = task,
                                       .spec = spec,
                                       .seed = std::uint64_t(seed),
                                       .updates = recallUpdates,
                                       .learningRate = 0.02,
                                       .sequences = 16,
                                       .keepsAtFirst = keeps},
                                      stop);
        if (!trainer)
            return {};
        scores.push_back(trainer->recent().score);
    }
    std::ranges::sort(scores);
    return scores;
}

std::string rangeText(const std::vector<double> &scores)
{
    return measuredText(100 * scores.front()) + " to " + measuredText(100 * scores.back()) + " %";
}

/// A cue at step 0 is asked for at the last step.
Evidence attentionLooksBack(const std::stop_token &stop)
{
    const auto task = shippedTask("delayed-recall", recallSteps);
    const auto last = recalled(task, HeadReads::everyStep, {}, stop),
               attention = recalled(task, HeadReads::attention, {}, stop),
               open = recalled(task, HeadReads::everyStep, 4, stop);
    if (last.empty() || attention.empty() || open.empty())
        return {};
    return {attention.front() > last.back() + 0.2 && attention.front() > 0.9,
            sentence("One of 4 cues at step 0, asked for at step %1; %2 seeds, %3 updates, a guess is right in 25 %. "
                     "From the last state: %4. With attention over all states: %5. From the last state with a z bias "
                     "of 4 at the start: %6.",
                     {std::to_string(recallSteps - 1), std::to_string(recallSeeds), std::to_string(recallUpdates),
                      rangeText(last), rangeText(attention), rangeText(open)})};
}

/// What has to be kept to read one step more.
Evidence stateStaysSmall(const Studied &studied)
{
    const Trace &trace = *studied.trace;
    const int steps = trace.length(0);
    if (studied.spec().bidirectional || steps < 2)
        return {};
    std::int64_t state = 0;
    for (const Matrix &h : trace.hN)
        state += h.row(0).size();
    const std::int64_t all = std::int64_t(steps) * trace.output.units();
    const std::int64_t pairs = std::int64_t(steps) * steps, later = 10 * std::int64_t(steps);
    return {state > 0 && all > state && trace.output.at(steps - 1, 0).norm() > 0,
            sentence("After %1 steps this network keeps %2 numbers, and after %3 steps as many. Attention keeps all "
                     "states: %4 numbers, and %5. Where every step looks at every step, that makes %6 pairs, and %7.",
                     {std::to_string(steps), std::to_string(state), std::to_string(later), std::to_string(all),
                      std::to_string(10 * all), std::to_string(pairs), std::to_string(later * later)})};
}

} // namespace

std::vector<Claim> attentionClaims()
{
    static FoundOnce<Evidence> recall(attentionLooksBack);
    return {
        {"attention-looks-back", "Attention reads what the last state has lost", nullptr, false,
         [](const std::stop_token &stop) { return recall.ask(stop); }},
        {"state-stays-small", "A state stays as small as it is, however long the sequence", stateStaysSmall},
    };
}

} // namespace gatescope

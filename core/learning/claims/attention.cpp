// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/learning/study/schooling.h"

#include <algorithm>
#include <cstdint>

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

/// "21.6–23.8 %", or "100 %", where all are the same; in every language.
std::string rangeText(const std::vector<double> &scores)
{
    const std::string least = measuredText(100 * scores.front()), most = measuredText(100 * scores.back());
    return (least == most ? least : least + "–" + most) + " %";
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

/// The sequence again and again.
Batch repeated(const Batch &one, int times)
{
    Batch all = fullLengthBatch(TimeArray(times * one.steps(), 1, one.x.units()));
    for (int t = 0; t < all.steps(); ++t)
        for (int i = 0; i < one.x.units(); ++i)
            all.x.set(t, 0, i, one.x(t % one.steps(), 0, i));
    return all;
}

/// The numbers that a run hands on to whatever is read next.
std::int64_t numbersKept(const Trace &trace)
{
    std::int64_t kept = 0;
    for (const std::vector<Matrix> *states : {&trace.hN, &trace.cN})
        for (const Matrix &state : *states)
            kept += state.size();
    return kept;
}

/// What has to be kept to read one step more: the network reads its sequence once, and ten times over.
Evidence stateStaysSmall(const Studied &studied)
{
    constexpr int times = 10;
    if (studied.spec().bidirectional || studied.spec().decoder || studied.trace->length(0) < 2)
        return {};
    const Batch once = alone(*studied.trace->batch, 0);
    const auto early = runOf(studied.experiment, once), late = runOf(studied.experiment, repeated(once, times));
    const auto pairs = [](const Trace &trace) { return std::int64_t(trace.output.steps()) * trace.output.steps(); };
    const auto of = [](std::int64_t count) { return std::to_string(count); };
    const bool isAlive = late->hN.back().norm() > 0; // one that does nothing has nothing to keep
    return {isAlive && numbersKept(*late) == numbersKept(*early) && late->output.size() == times * early->output.size(),
            sentence("After %1 steps this network keeps %2 numbers, and after %3 steps %4. Attention keeps all states: "
                     "%5 numbers, and %6. Where every step looks at every step, that makes %7 pairs, and %8.",
                     {of(early->output.steps()), of(numbersKept(*early)), of(late->output.steps()),
                      of(numbersKept(*late)), of(std::int64_t(early->output.size())),
                      of(std::int64_t(late->output.size())), of(pairs(*early)), of(pairs(*late))})};
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

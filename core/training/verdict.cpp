// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/verdict.h"

#include "core/base/median.h"
#include "core/training/network_name.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

std::string text(int number)
{
    return std::to_string(number);
}

Sentence named(const VerdictRow &row)
{
    return nameInWords(row.name);
}

/// The updates that each run took; beyond every number where it never solved the task.
std::vector<double> updatesTaken(const VerdictRow &row)
{
    std::vector<double> taken(row.solvedAt.begin(), row.solvedAt.end());
    taken.resize(std::size_t(row.runs), std::numeric_limits<double>::infinity());
    return taken;
}

/// None where that run never solved the task.
std::optional<double> medianTaken(const VerdictRow &row)
{
    std::optional<double> median;
    if (row.runs > 0)
        median = medianOf(updatesTaken(row));
    if (median && !std::isfinite(*median))
        median.reset();
    return median;
}

/// To its end: a run that failed has not solved the task, one that was stopped is no run.
bool wasMade(const RacePlan &plan, const RaceRun &run)
{
    return run.isOver && (run.solvedAt || run.failure || run.updates >= plan.updates);
}

VerdictRow rowOf(const RacePlan &plan, std::size_t entry, const std::vector<RaceRun> &runs)
{
    const RaceEntry &which = plan.entries[entry];
    VerdictRow row;
    row.name = which.name;
    row.cell = which.spec.cell;
    row.units = which.spec.hiddenSize;
    row.parameters = parameterCount(which.spec);
    for (const RaceRun &run : runs) {
        if (run.entry != entry || !wasMade(plan, run))
            continue;
        ++row.runs;
        row.milliseconds += run.milliseconds;
        if (run.solvedAt)
            row.solvedAt.push_back(*run.solvedAt);
    }
    if (row.runs > 0)
        row.milliseconds /= row.runs;
    std::ranges::sort(row.solvedAt);
    row.median = medianTaken(row);
    return row;
}

/// Both solved it from every seed, and even the slowest run of the one was faster than the fastest of the other.
bool beat(const VerdictRow &winner, const VerdictRow &loser)
{
    return winner.solvedAll() && loser.solvedAll() && winner.solvedAt.back() < loser.solvedAt.front();
}

/// Which is ahead: more solved, then a smaller median.
bool isAhead(const VerdictRow &one, const VerdictRow &other)
{
    const auto share = [](const VerdictRow &row) { return row.runs > 0 ? double(row.solved()) / row.runs : -1.0; };
    if (share(one) != share(other))
        return share(one) > share(other);
    const double most = std::numeric_limits<double>::infinity();
    return one.median.value_or(most) < other.median.value_or(most);
}

Sentence headlineOf(const VerdictRow &best, const std::vector<VerdictRow> &rows, int updates)
{
    if (best.runs == 0)
        return sentence("No run has been made to its end yet.");
    if (best.solved() == 0)
        return sentence("On this task, with this learning rate, no network solved it within %1 updates.",
                        {text(updates)});
    if (!best.solvedAll())
        return sentence(
            "On this task, with this learning rate, no network solved it in every run; %1 came furthest with %2 of %3.",
            {named(best), text(best.solved()), text(best.runs)});
    const VerdictRow *beaten = nullptr; // the strongest of them
    for (const VerdictRow &row : rows)
        if (&row != &best && beat(best, row) && (!beaten || isAhead(row, *beaten)))
            beaten = &row;
    const std::vector<Argument> arguments{named(best), text(best.solved()), text(best.runs),
                                          beaten ? named(*beaten) : Sentence()};
    const bool isClosest = beaten
        && std::ranges::all_of(rows, [&](const VerdictRow &row) { return &row == &best || !isAhead(row, *beaten); });
    if (isClosest)
        return sentence("On this task, with this learning rate, %1 solved it in %2 of %3 runs, and its slowest run "
                        "beat the fastest %4.",
                        arguments);
    std::vector<Argument> others; // who did so too
    for (const VerdictRow &row : rows)
        if (&row != &best && row.solvedAll())
            others.push_back(named(row));
    if (others.empty())
        return sentence("On this task, with this learning rate, %1 solved it in %2 of %3 runs.", arguments);
    const std::string median = text(int(std::lround(best.median.value_or(updates))));
    if (others.size() == 1)
        return sentence(
            "On this task, with this learning rate, %1 solved it in every run, and so did %2; the median of "
            "%1 is %3 updates.",
            {named(best), others.front(), median});
    const Argument last = others.back();
    others.pop_back();
    return sentence(
        "On this task, with this learning rate, %1 solved it in every run, and so did %2 and %4; the median "
        "of %1 is %3 updates.",
        {named(best), joined(others, ", "), median, last});
}

/// Who did not solve it from every seed.
std::optional<Sentence> whoFailed(const VerdictRow &best, const std::vector<VerdictRow> &rows, int updates)
{
    std::vector<Argument> failed;
    for (const VerdictRow &row : rows)
        if (&row != &best && row.runs > 0 && !row.solvedAll())
            failed.push_back(Sentence{"%1 %2/%3", {named(row), text(row.solved()), text(row.runs)}});
    if (failed.empty())
        return std::nullopt;
    return sentence("Solved within %1 updates at these sizes: %2.", {text(updates), joined(failed, ", ")});
}

/// The row that contradicts what a reader would take home: the cell that seems to lose does not, set otherwise; or the
/// cell that seems to win fails.
std::optional<Sentence> whatContradicts(const VerdictRow &best, const std::vector<VerdictRow> &rows)
{
    if (!best.solvedAll())
        return std::nullopt;
    for (const VerdictRow &loser : rows) {
        if (loser.cell == best.cell || loser.runs == 0 || (loser.solvedAll() && !beat(best, loser)))
            continue;
        const bool mostlyFailed = 2 * loser.solved() < loser.runs;
        for (const VerdictRow &other : rows)
            if (&other != &loser && other.cell == loser.cell && isAhead(other, loser) && !beat(best, other)
                && (other.solvedAll() || (mostlyFailed && 2 * other.solved() > other.runs))) {
                if (loser.solvedAll())
                    return sentence(
                        "But the runs of %1 and %2 overlap, and all those of %3, the same cell as %1, are slower: the "
                        "setting decided, not the cell.",
                        {named(other), named(best), named(loser)});
                return sentence(
                    "But %1 solved it in %2 of %3, where %4 solved it in %5 of %6: the setting decided, not the cell.",
                    {named(other), text(other.solved()), text(other.runs), named(loser), text(loser.solved()),
                     text(loser.runs)});
            }
    }
    for (const VerdictRow &other : rows)
        if (&other != &best && other.cell == best.cell && other.runs > 0 && !other.solvedAll())
            return sentence("But %1, the same cell, solved it in %2 of %3: the setting decided, not the cell.",
                            {named(other), text(other.solved()), text(other.runs)});
    for (const VerdictRow &other : rows)
        if (&other != &best && other.cell != best.cell && other.solvedAll() && !beat(best, other))
            return sentence("But the runs of %1 and %2 overlap: which of them is faster is not sure.",
                            {named(other), named(best)});
    return std::nullopt;
}

/// Slower by more than chance alone explains: rank-sum test at 5 %.
bool isSurelySlower(const VerdictRow &row, const VerdictRow &best)
{
    return row.cell != best.cell && row.runs <= 10 && best.runs <= 10 && best.runs > 0
        && rankSumP(updatesTaken(best), updatesTaken(row)) <= 0.05;
}

std::optional<Sentence> whatOfTheRnn(const VerdictRow &best, const std::vector<VerdictRow> &rows)
{
    for (const VerdictRow &row : rows)
        if (row.cell == CellKind::rnn && row.solvedAll() && !isSurelySlower(row, best))
            return sentence(
                "%1, which has no gates, does as well here (%2 of %3): this task is no proof of what gates are for.",
                {named(row), text(row.solved()), text(row.runs)});
    return std::nullopt;
}

/// Of the clearest result that so many runs can give: two of all ways to divide them.
double leastP(int one, int other)
{
    std::vector<double> low(std::size_t(one), 0), high(std::size_t(other), 1);
    for (std::size_t i = 0; i < low.size(); ++i)
        low[i] -= double(i + 1);
    for (std::size_t i = 0; i < high.size(); ++i)
        high[i] += double(i + 1);
    return rankSumP(low, high);
}

/// How likely chance alone makes the winner and the next one of another cell differ so.
std::optional<Sentence> howSure(const VerdictRow &best, const std::vector<VerdictRow> &rows)
{
    const VerdictRow *next = nullptr;
    for (const VerdictRow &row : rows)
        if (&row != &best && row.cell != best.cell && row.runs > 0 && (!next || isAhead(row, *next)))
            next = &row;
    if (!next || best.solved() == 0 || best.runs > 10 || next->runs > 10)
        return std::nullopt;
    const double p = rankSumP(updatesTaken(best), updatesTaken(*next));
    if (leastP(best.runs, next->runs) > 0.05)
        return sentence("%1 runs of %2 and %3 of %4 are too few for a test: run more seeds to be sure.",
                        {text(best.runs), named(best), text(next->runs), named(*next)});
    char shown[32];
    std::snprintf(shown, sizeof shown, p < 0.0995 ? "%.3f" : "%.2f", p);
    const std::vector<Argument> arguments{named(best), named(*next),
                                          p < 0.001 ? Argument(sentence("under 0.001")) : shown};
    return p <= 0.05
        ? sentence("Chance alone would part %1 and %2 so far with probability %3 (rank-sum test).", arguments)
        : sentence("%1 and %2 cannot be told apart by so few runs (rank-sum test, p = %3).", arguments);
}

} // namespace

double rankSumP(const std::vector<double> &one, const std::vector<double> &other)
{
    assert(!one.empty() && !other.empty() && one.size() <= 10 && other.size() <= 10);
    std::vector<double> all = one;
    all.insert(all.end(), other.begin(), other.end());
    std::vector<double> ranks; // twice the mean rank, so that they are whole
    for (const double value : all)
        ranks.push_back(double(2 * std::ranges::count_if(all, [&](double each) { return each < value; })
                               + std::ranges::count(all, value) + 1));
    const double expected = double(one.size()) * double(all.size() + 1);
    double observed = -expected;
    for (std::size_t i = 0; i < one.size(); ++i)
        observed += ranks[i];
    long divisions = 0, asFar = 0;
    for (std::uint32_t chosen = 0; chosen < (std::uint32_t(1) << all.size()); ++chosen) {
        if (std::size_t(std::popcount(chosen)) != one.size())
            continue;
        double sum = -expected;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (chosen >> i & 1)
                sum += ranks[i];
        ++divisions;
        asFar += std::abs(sum) >= std::abs(observed);
    }
    return double(asFar) / double(divisions);
}

Verdict verdict(const RacePlan &plan, const std::vector<RaceRun> &runs)
{
    Verdict result;
    for (std::size_t entry = 0; entry < plan.entries.size(); ++entry)
        result.rows.push_back(rowOf(plan, entry, runs));
    assert(!result.rows.empty());
    const auto made = std::ranges::count_if(runs, [&plan](const RaceRun &run) { return wasMade(plan, run); });
    if (made > 0 && made < std::ssize(runs)) {
        result.headline = sentence("%1 of %2 runs are over; what they show is said when all are.",
                                   {text(int(made)), text(int(runs.size()))});
        return result;
    }
    const VerdictRow &best = *std::ranges::min_element(result.rows, isAhead);
    result.headline = headlineOf(best, result.rows, plan.updates);
    for (auto &note : {whoFailed(best, result.rows, plan.updates), whatContradicts(best, result.rows),
                       whatOfTheRnn(best, result.rows), howSure(best, result.rows)})
        if (note)
            result.notes.push_back(*note);
    return result;
}

} // namespace gatescope

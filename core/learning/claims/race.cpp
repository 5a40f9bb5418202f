// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/training/contestants.h"
#include "core/training/network_name.h"
#include "core/training/verdict.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int raceSeeds = 5;
constexpr int curvePlaces = 50; ///< of a curve, from no update to all

/// Who ran, and how many of its runs had solved the task after each fiftieth of the updates.
struct RaceResult {
    std::vector<VerdictRow> rows;
    std::vector<EvidenceCurve> curves;
    std::vector<std::string> places; ///< updates
};

/// The usual networks by their keys on one task, each from five seeds with nearly as many parameters as a GRU of 16
/// units.
RaceResult raced(const char *task, int length, int updates, const std::vector<std::string> &keys,
                 const std::stop_token &stop)
{
    RacePlan plan;
    plan.task = task;
    plan.options.length = length;
    plan.updates = updates;
    plan.seeds = raceSeeds;
    plan.settings.training.optimizer.learningRate = 0.01;
    plan.settings.training.optimizer.clipping.norm = 1;
    for (const std::string &key : keys)
        plan.entries.push_back(entryOf(*std::ranges::find(contestants(), key, &Contestant::key), 16));
    const auto whole = prepared(plan, true);
    const auto race = whole ? Race::start(*whole) : Result<std::unique_ptr<Race>>(whole.error());
    if (!race)
        return {};
    (*race)->wait(stop);
    RaceResult result{verdict(*whole, (*race)->runs()).rows, {}, {}};
    for (int place = 0; place <= curvePlaces; ++place)
        result.places.push_back(std::to_string(updates * place / curvePlaces));
    for (const VerdictRow &row : result.rows) {
        std::vector<double> solved;
        for (int place = 0; place <= curvePlaces; ++place)
            solved.push_back(double(
                std::ranges::count_if(row.solvedAt, [&](int at) { return at <= updates * place / curvePlaces; })));
        const char *hue = row.cell == CellKind::gru ? "z" : row.cell == CellKind::lstm ? "c" : "";
        result.curves.push_back({nameInWords(row.name), hue, solved, !result.curves.empty()});
    }
    return result;
}

/// How many runs had solved it by then, as a picture.
Evidence pictured(bool holds, Sentence said, const RaceResult &race)
{
    return {
        holds, std::move(said),    race.curves, sentence("runs of %1 that have solved it", {std::to_string(raceSeeds)}),
        false, sentence("update"), race.places};
}

/// "4/5 (354–469)": runs that solved it, and the first and the last update at which one did. The same in all languages.
std::string toldOf(const VerdictRow &row)
{
    std::string told = std::to_string(row.solved()) + "/" + std::to_string(row.runs);
    if (row.solved() > 0)
        told += " (" + std::to_string(row.solvedAt.front()) + "–" + std::to_string(row.solvedAt.back()) + ")";
    return told;
}

Evidence fairRace(const std::stop_token &stop)
{
    constexpr int updates = 600;
    const RaceResult race = raced("adding", 20, updates, {"gru", "lstm", "rnn"}, stop);
    if (race.rows.size() != 3)
        return Evidence();
    const VerdictRow &gru = race.rows[0], &lstm = race.rows[1], &rnn = race.rows[2];
    return pictured(
        gru.solvedAll() && rnn.solved() == 0 && lstm.solved() > 0,
        sentence("Adding over 20 steps, some %1 parameters each; runs that solved it within %2 updates, and at "
                 "which: GRU %3, LSTM %4, RNN %5.",
                 {std::to_string(gru.parameters), std::to_string(updates), toldOf(gru), toldOf(lstm), toldOf(rnn)}),
        race);
}

/// What looks like a defeat of the LSTM is its forget gate at the start.
Evidence startDecides(const std::stop_token &stop)
{
    constexpr int updates = 600;
    const RaceResult race = raced("temporal-order", 40, updates, {"gru", "lstm", "lstm-open"}, stop);
    if (race.rows.size() != 3)
        return Evidence();
    const VerdictRow &gru = race.rows[0], &usual = race.rows[1], &open = race.rows[2];
    return pictured(
        gru.solvedAll() && usual.solved() == 0 && open.solved() >= 3,
        sentence("Temporal order over 40 steps; runs that solved it within %1 updates, and at which: GRU %2, "
                 "LSTM %3, the same LSTM with a forget bias of 2: %4.",
                 {std::to_string(updates), toldOf(gru), toldOf(usual), toldOf(open)}),
        race);
}

Evidence plainSuffices(const std::stop_token &stop)
{
    constexpr int updates = 1000;
    const RaceResult race = raced("parity", 12, updates, {"gru", "lstm", "rnn"}, stop);
    if (race.rows.size() != 3)
        return Evidence();
    const VerdictRow &gru = race.rows[0], &lstm = race.rows[1], &rnn = race.rows[2];
    return pictured(
        gru.solvedAll() && rnn.solvedAll(),
        sentence("Parity over 12 bits; runs that solved it within %1 updates, and at which: GRU %2, LSTM %3, "
                 "RNN %4.",
                 {std::to_string(updates), toldOf(gru), toldOf(lstm), toldOf(rnn)}),
        race);
}

} // namespace

std::vector<Claim> raceClaims()
{
    static FoundOnce<Evidence> fair(fairRace), start(startDecides), plain(plainSuffices);
    return {
        {"fair-race", marked("Of the same budget the GRU solves it and the plain RNN does not"), nullptr, true,
         [](const std::stop_token &stop) { return fair.ask(stop); }},
        {"start-decides", marked("The gate at the start decides, not the name"), nullptr, true,
         [](const std::stop_token &stop) { return start.ask(stop); }},
        {"plain-suffices", marked("Some tasks need no gates"), nullptr, true,
         [](const std::stop_token &stop) { return plain.ask(stop); }},
    };
}

} // namespace gatescope

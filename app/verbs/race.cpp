// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/controls.h"
#include "core/base/json.h"
#include "core/engine/backends.h"
#include "core/training/contestants.h"
#include "core/training/verdict.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>

namespace gatescope {

namespace {

struct RaceCommand {
    std::string task = "temporal-order", fair = "parameters", backend = "auto", precision = "float32";
    std::vector<std::string> networks;
    std::optional<int> length, units, updates;
    std::optional<double> learningRate;
    int seeds = 5;
    bool json = false;

    ExitCode run() const;

private:
    Result<RacePlan> plan() const;
};

Result<RacePlan> RaceCommand::plan() const
{
    const auto row = std::ranges::find(tasks(), task, &TaskDescription::name);
    if (row == tasks().end())
        return error("There is no task \"%1\"; `gatescope list tasks` has the names.", {printable(task)});
    const UsualRace usual = usualRace(*row);
    RacePlan plan;
    plan.task = task;
    plan.options.length = length.value_or(usual.length);
    plan.seeds = seeds;
    plan.backend = withProducts(backend, *productPrecisionNamed(precision));
    plan.updates = updates.value_or(usual.updates);
    plan.settings.training.optimizer.learningRate = learningRate.value_or(usual.learningRate);
    plan.settings.training.optimizer.clipping.norm = 1;
    for (const std::string &key : networks)
        plan.entries.push_back(
            entryOf(*std::ranges::find(contestants(), key, &Contestant::key), units.value_or(usual.units)));
    for (const Contestant &each : contestants())
        if (networks.empty() && each.takesPart)
            plan.entries.push_back(entryOf(each, units.value_or(usual.units)));
    return prepared(std::move(plan), fair == "parameters");
}

Json toJson(const RacePlan &plan, const std::vector<RaceRun> &runs, const Verdict &made)
{
    Json rows = Json::array();
    for (std::size_t entry = 0; entry < made.rows.size(); ++entry) {
        const VerdictRow &row = made.rows[entry];
        Json each = Json::array();
        for (const RaceRun &run : runs)
            if (run.entry == entry)
                each.push_back({{"seed", run.seed},
                                {"updates", run.updates},
                                {"solved_at", run.solvedAt ? Json(*run.solvedAt) : Json(nullptr)}});
        rows.push_back({{"network", row.name},
                        {"units", row.units},
                        {"parameters", row.parameters},
                        {"solved", row.solved()},
                        {"median", row.median ? Json(*row.median) : Json(nullptr)},
                        {"ms_per_update", row.milliseconds},
                        {"runs", each}});
    }
    Json notes = Json::array();
    for (const Sentence &note : made.notes)
        notes.push_back(note.english());
    return {{"task", plan.task},
            {"length", plan.options.length},
            {"updates", plan.updates},
            {"learning_rate", plan.settings.training.optimizer.learningRate},
            {"rows", rows},
            {"headline", made.headline.english()},
            {"notes", notes}};
}

void write(const Verdict &made)
{
    for (const VerdictRow &row : made.rows) {
        std::cout << std::left << std::setw(18) << withoutControls(row.name) << std::right << std::setw(5) << row.units
                  << " units" << std::setw(9) << row.parameters << " parameters   solved " << row.solved() << " of "
                  << row.runs;
        for (const int update : row.solvedAt)
            std::cout << "  " << update;
        std::cout << "\n";
    }
    std::cout << "\n" << made.headline.english() << "\n";
    for (const Sentence &note : made.notes)
        std::cout << note.english() << "\n";
}

ExitCode RaceCommand::run() const
{
    if (backend != "auto" || precision != "float32")
        if (const auto there = backendNamed(withProducts(backend, *productPrecisionNamed(precision))); !there)
            return fail(ExitCode::notAvailable, there.error().english());
    const auto whole = plan();
    if (!whole)
        return fail(ExitCode::wrongUsage, whole.error().english());
    const auto race = Race::start(*whole);
    if (!race)
        return fail(ExitCode::wrongUsage, race.error().english());
    (*race)->wait();
    const std::vector<RaceRun> runs = (*race)->runs();
    const Verdict made = verdict(*whole, runs);
    if (json)
        std::cout << writeJson(toJson(*whole, runs, made), 1) << std::endl;
    else
        write(made);
    for (const RaceRun &each : runs)
        if (each.failure)
            return fail(ExitCode::answerIsNo, whole->entries[each.entry].name + ": " + each.failure->english());
    return ExitCode::done;
}

} // namespace

std::function<ExitCode()> declareRace(CLI::App &command)
{
    auto options = std::make_shared<RaceCommand>();
    std::vector<std::string> keys;
    for (const Contestant &each : contestants())
        keys.emplace_back(each.key);
    command.add_option("--task", options->task, "As `gatescope list tasks` names it")->capture_default_str();
    command.add_option("--networks", options->networks, "Who takes part; the first one measures units and parameters")
        ->delimiter(',')
        ->check(CLI::IsMember(keys));
    command.add_option("--fair", options->fair, "Equal parameters or equal units")
        ->check(CLI::IsMember({"parameters", "units"}))
        ->capture_default_str();
    command.add_option("--length", options->length, "Length of a sequence, in the task's own measure");
    command.add_option("--units", options->units, "Units of the first network")->check(CLI::Range(1, 1024));
    command.add_option("--updates", options->updates, "Updates of a run at most")->check(CLI::Range(1, 1'000'000));
    command.add_option("--lr", options->learningRate, "Learning rate")->check(CLI::Range(0.0, 10.0));
    command.add_option("--seeds", options->seeds, "Runs of each network, from seeds 0, 1, …")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command.add_option("--backend", options->backend, "auto, or as `gatescope list backends` names it")
        ->capture_default_str();
    command.add_option("--precision", options->precision, "Of the cuda backend's products: float32, tf32 or bf16")
        ->check(CLI::IsMember({"float32", "tf32", "bf16"}))
        ->capture_default_str();
    command.add_flag("--json", options->json, "The result as JSON");
    return [options] { return options->run(); };
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/training_file.h"

#include "core/base/file.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/experiment_json.h"
#include "core/experiment/history_json.h"
#include "core/io/trace_json.h"
#include "core/ops/optimizer_names.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace gatescope {

namespace {

constexpr const char *formatName = "gatescope-training";
constexpr int formatVersion = 1;
constexpr int most = std::numeric_limits<int>::max();
constexpr std::array initialiserNames{std::pair("pytorch", Initialiser::pytorch),
                                      std::pair("keras", Initialiser::keras)};

template<typename Names, typename Kind>
const char *nameOf(const Names &names, Kind kind)
{
    return std::ranges::find(names, kind, &Names::value_type::second)->first;
}

template<typename Names>
auto kindNamed(const Names &names, const JsonReader &json)
{
    const std::string name = json.text();
    std::string expected;
    for (const auto &[known, kind] : names) {
        if (name == known)
            return kind;
        expected += (expected.empty() ? "" : ", ") + std::string(known);
    }
    json.refuse("one of " + expected);
    return names.front().second;
}

/// A seed uses all of its 64 bits, more than a number in JSON keeps for certain.
std::uint64_t readSeed(const JsonReader &json)
{
    const std::string digits = json.text();
    const bool isNumber = !digits.empty() && digits.size() <= 20 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber) {
        json.refuse("the digits of a whole number");
        return 0;
    }
    return std::strtoull(digits.c_str(), nullptr, 10);
}

Json optimizerToJson(const OptimizerSettings &s)
{
    return {{"kind", nameOf(optimizerNames, s.kind)}, {"learning_rate", s.learningRate}, {"momentum", s.momentum},
            {"alpha", s.alpha}, {"beta1", s.beta1}, {"beta2", s.beta2}, {"epsilon", s.epsilon},
            {"weight_decay", s.weightDecay},
            {"schedule", {{"kind", nameOf(scheduleNames, s.schedule.kind)}, {"every", s.schedule.every},
                          {"factor", s.schedule.factor}, {"length", s.schedule.length}, {"lowest", s.schedule.lowest},
                          {"warm_up", s.schedule.warmUp}}},
            {"clip_norm", s.clipping.norm}, {"clip_value", s.clipping.value}};
}

OptimizerSettings readOptimizer(const JsonReader &json)
{
    const JsonReader schedule = json["schedule"];
    return {.kind = kindNamed(optimizerNames, json["kind"]),
            .learningRate = json["learning_rate"].number(),
            .momentum = json["momentum"].number(),
            .alpha = json["alpha"].number(),
            .beta1 = json["beta1"].number(),
            .beta2 = json["beta2"].number(),
            .epsilon = json["epsilon"].number(),
            .weightDecay = json["weight_decay"].number(),
            .schedule = {.kind = kindNamed(scheduleNames, schedule["kind"]),
                         .every = schedule["every"].whole(1, most),
                         .factor = schedule["factor"].number(),
                         .length = schedule["length"].whole(1, most),
                         .lowest = schedule["lowest"].number(),
                         .warmUp = schedule["warm_up"].whole(0, most)},
            .clipping = {.norm = json["clip_norm"].number(), .value = json["clip_value"].number()}};
}

Json statesToJson(const std::vector<Matrix> &states)
{
    Json json = Json::array();
    for (const Matrix &state : states)
        json.push_back(tensorToJson(toTensor("", state, false)));
    return json;
}

std::vector<Matrix> readStates(const JsonReader &json)
{
    std::vector<Matrix> states;
    for (const JsonReader &state : json.elements())
        states.push_back(toMatrix(state.tensor(2)));
    return states;
}

Json stateToJson(const NetworkSpec &spec, const TrainerState &state)
{
    Json recent = Json::array();
    for (const Outcome &outcome : state.recent.all())
        recent.push_back({{"loss", outcome.loss}, {"score", outcome.score}});
    Json json{{"updates", state.training.updates}};
    json["recent"] = std::move(recent);
    json["solved_at"] = state.solvedAt ? Json(*state.solvedAt) : Json(nullptr);
    json["carried"] = {{"h", statesToJson(state.carried.h)}, {"c", statesToJson(state.carried.c)}};
    json["parameters"] = parametersToJson(spec, state.training.parameters);
    json["m"] = parametersToJson(spec, state.training.m);
    json["v"] = parametersToJson(spec, state.training.v);
    if (state.best)
        json["best"] = {{"loss", state.best->outcome.loss}, {"score", state.best->outcome.score}, {"update", state.best->update},
                        {"looks_since", state.best->looksSince}, {"parameters", parametersToJson(spec, state.best->parameters)}};
    return json;
}

TrainerState readState(const JsonReader &json, const NetworkSpec &spec)
{
    TrainerState state;
    state.training.updates = json["updates"].whole(0, most);
    for (const JsonReader &outcome : json["recent"].elements())
        state.recent.add({outcome["loss"].number(), outcome["score"].number()});
    if (!json["solved_at"].json().is_null())
        state.solvedAt = json["solved_at"].whole(1, most);
    state.carried = {readStates(json["carried"]["h"]), readStates(json["carried"]["c"])};
    state.training.parameters = readParameters(json["parameters"], spec);
    state.training.m = readParameters(json["m"], spec);
    state.training.v = readParameters(json["v"], spec);
    if (json.has("best")) {
        const JsonReader best = json["best"];
        state.best = BestSoFar{readParameters(best["parameters"], spec), {best["loss"].number(), best["score"].number()},
                               best["update"].whole(1, most), best["looks_since"].whole(0, most)};
    }
    return state;
}

Json firstToJson(const FirstNumbers &first)
{
    Json json{{"initialiser", nameOf(initialiserNames, first.initialiser)},
              {"model", first.model},
              {"pin_reset", first.pinReset},
              {"keep_zeros", first.keepZeros}};
    if (first.updateBias)
        json["update_bias"] = *first.updateBias;
    return json;
}

FirstNumbers readFirst(const JsonReader &json)
{
    FirstNumbers first{.initialiser = kindNamed(initialiserNames, json["initialiser"])};
    if (json.has("update_bias"))
        first.updateBias = json["update_bias"].number();
    first.model = json["model"].text();
    first.pinReset = json["pin_reset"].truth();
    first.keepZeros = json["keep_zeros"].truth();
    return first;
}

Json toJson(const StoppedTraining &stopped)
{
    const TrainerSettings &settings = stopped.settings;
    Json json{{"format", formatName}, {"version", formatVersion}};
    json["task"] = {{"name", stopped.task}, {"length", stopped.options.length}, {"file", stopped.options.file},
                    {"carry_state", stopped.options.carryState}};
    if (stopped.options.table != TableChoice())
        json["task"]["table"] = {{"columns", stopped.options.table.columns},
                                 {"missing", nameOf(missingValueNames, stopped.options.table.missing)},
                                 {"differences", stopped.options.table.differences}};
    json["spec"] = specToJson(stopped.spec);
    json["backend"] = stopped.backend;
    json["threads"] = settings.training.threads;
    json["optimizer"] = optimizerToJson(settings.training.optimizer);
    json["sequences"] = settings.sequences;
    json["seed"] = std::to_string(settings.seed);
    json["held_out_every"] = settings.heldOutEvery;
    json["patience"] = settings.patience;
    json["probe_every"] = settings.probeEvery;
    json["planned_updates"] = stopped.plannedUpdates;
    if (stopped.first)
        json["first_numbers"] = firstToJson(*stopped.first);
    json["dropout"] = {{"between_layers", settings.dropout.betweenLayers}, {"input", settings.dropout.input},
                       {"recurrent", settings.dropout.recurrent}};
    if (settings.training.mask)
        json["mask"] = parametersToJson(stopped.spec, *settings.training.mask);
    json["state"] = stateToJson(stopped.spec, stopped.state);
    if (!stopped.history.records().empty())
        json["history"] = historyToJson(stopped.history);
    if (!stopped.kept.all().empty())
        json["kept"] = keptToJson(stopped.spec, stopped.kept);
    return json;
}

StoppedTraining fromJson(const JsonReader &json, const NetworkSpec &spec)
{
    StoppedTraining stopped;
    const JsonReader task = json["task"];
    stopped.task = task["name"].text();
    stopped.options.length = task["length"].whole(0, most);
    stopped.options.file = task["file"].text();
    stopped.options.carryState = task["carry_state"].truth();
    if (task.has("table")) {
        const JsonReader table = task["table"];
        stopped.options.table = {table["columns"].texts(), kindNamed(missingValueNames, table["missing"]),
                                 table.has("differences") && table["differences"].truth()};
    }
    stopped.spec = spec;
    stopped.backend = json["backend"].text();
    stopped.settings.training.threads = json["threads"].whole(1, 1024);
    stopped.settings.training.optimizer = readOptimizer(json["optimizer"]);
    stopped.settings.sequences = json["sequences"].whole(1, most);
    stopped.settings.seed = readSeed(json["seed"]);
    stopped.settings.heldOutEvery = json["held_out_every"].whole(1, most);
    stopped.settings.patience = json["patience"].whole(0, most);
    stopped.settings.probeEvery = json["probe_every"].whole(0, most);
    stopped.plannedUpdates = json["planned_updates"].whole(1, most);
    if (json.has("first_numbers"))
        stopped.first = readFirst(json["first_numbers"]);
    const JsonReader dropout = json["dropout"];
    stopped.settings.dropout = {dropout["between_layers"].number(), dropout["input"].number(), dropout["recurrent"].number()};
    if (json.has("mask"))
        stopped.settings.training.mask = std::make_shared<const Parameters>(readParameters(json["mask"], spec));
    stopped.state = readState(json["state"], spec);
    if (json.has("history"))
        stopped.history = readHistory(json["history"]);
    if (json.has("kept"))
        stopped.kept = readKept(json["kept"], spec);
    return stopped;
}

} // namespace

Result<void> writeTrainingFile(const std::filesystem::path &path, const StoppedTraining &stopped)
{
    std::string text = writeJson(toJson(stopped), 1) + "\n";
    if (text.size() > experimentSizeLimit && !stopped.kept.all().empty()) { // what it can go on without
        StoppedTraining smaller = stopped;
        smaller.kept = KeptNetworks();
        text = writeJson(toJson(smaller), 1) + "\n";
    }
    if (text.size() > experimentSizeLimit)
        return error("The training would take %1 MB, and files of up to %2 MB can be opened: the network is too large to "
                     "be kept with its optimizer's memory.",
                     {std::to_string(text.size() / 1'000'000), std::to_string(experimentSizeLimit / 1'000'000)});
    return writeFileAtomically(path, text);
}

Result<StoppedTraining> readTrainingFile(const std::filesystem::path &path)
{
    const auto text = readFile(path, experimentSizeLimit);
    if (!text)
        return text.error();
    const auto json = parseJson(*text, {.bytes = experimentSizeLimit, .depth = 64, .values = experimentSizeLimit / 4});
    if (!json)
        return json.error();
    if (!json->is_object() || !json->contains("format") || (*json)["format"] != formatName)
        return error("This is not a stopped training: it should be a JSON object with \"format\": \"%1\".", {formatName});
    std::optional<Error> refusal;
    const JsonReader document(*json, "", refusal);
    document["version"].whole(formatVersion, formatVersion);
    const JsonReader specReader = document["spec"];
    if (refusal)
        return *refusal;
    const auto spec = specFromJson(specReader.json());
    if (!spec)
        return spec.error();
    if (const auto valid = check(*spec); !valid)
        return valid.error();
    StoppedTraining stopped = fromJson(document, *spec);
    if (refusal)
        return *refusal;
    if (const auto fits = check(*spec, stopped.state.training); !fits)
        return fits.error();
    if (const auto fits = check(*spec, stopped.settings.training); !fits)
        return fits.error();
    for (const KeptNetwork &each : stopped.kept.all())
        if (const auto fits = check(*spec, *each.parameters); !fits)
            return fits.error();
    return stopped;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/training_file.h"

#include "core/base/file.h"
#include "core/experiment/files/experiment_file.h"
#include "core/experiment/files/experiment_json.h"
#include "core/experiment/files/history_json.h"
#include "core/experiment/files/settings_json.h"
#include "core/io/trace_json.h"

#include <array>
#include <limits>
#include <tuple>

namespace gatescope {

namespace {

constexpr const char *trainingFormat = "gatescope-training";
constexpr int formatVersion = 1;
constexpr int mostWhole = std::numeric_limits<int>::max();
constexpr std::array initialiserNames{std::pair("pytorch", Initialiser::pytorch),
                                      std::pair("keras", Initialiser::keras)};

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
        json["best"] = {{"loss", state.best->outcome.loss},
                        {"score", state.best->outcome.score},
                        {"update", state.best->update},
                        {"looks_since", state.best->looksSince},
                        {"parameters", parametersToJson(spec, state.best->parameters)}};
    return json;
}

TrainerState readState(const JsonReader &json, const NetworkSpec &spec)
{
    TrainerState state;
    state.training.updates = json["updates"].whole(0, mostWhole);
    for (const JsonReader &outcome : json["recent"].elements())
        state.recent.add({outcome["loss"].number(), outcome["score"].number()});
    if (!json["solved_at"].json().is_null())
        state.solvedAt = json["solved_at"].whole(1, mostWhole);
    state.carried = {readStates(json["carried"]["h"]), readStates(json["carried"]["c"])};
    state.training.parameters = readParameters(json["parameters"], spec);
    state.training.m = readParameters(json["m"], spec);
    state.training.v = readParameters(json["v"], spec);
    if (json.has("best")) {
        const JsonReader best = json["best"];
        state.best = BestSoFar{readParameters(best["parameters"], spec),
                               {best["loss"].number(), best["score"].number()},
                               best["update"].whole(1, mostWhole),
                               best["looks_since"].whole(0, mostWhole)};
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
    Json json{{"format", trainingFormat}, {"version", formatVersion}};
    json["task"] = taskToJson(stopped.task, stopped.options);
    json["spec"] = specToJson(stopped.spec);
    json["backend"] = stopped.backend;
    json.update(settingsToJson(settings));
    json["planned_updates"] = stopped.plannedUpdates;
    if (stopped.first)
        json["first_numbers"] = firstToJson(*stopped.first);
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
    std::tie(stopped.task, stopped.options) = readTask(json["task"]);
    stopped.spec = spec;
    stopped.backend = json["backend"].text();
    stopped.settings = readSettings(json);
    stopped.plannedUpdates = json["planned_updates"].whole(1, mostWhole);
    if (json.has("first_numbers"))
        stopped.first = readFirst(json["first_numbers"]);
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
        return error(
            "The training would take %1 MB, and files of up to %2 MB can be opened: the network is too large to "
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
    if (!json->is_object() || !json->contains("format") || (*json)["format"] != trainingFormat)
        return error("This is not a stopped training: it should be a JSON object with \"format\": \"%1\".",
                     {trainingFormat});
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

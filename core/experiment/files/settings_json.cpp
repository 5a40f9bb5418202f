// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/settings_json.h"

#include "core/ops/optimizer_names.h"

#include <cstdlib>
#include <limits>

namespace gatescope {

namespace {

constexpr int largest = std::numeric_limits<int>::max();

/// A seed uses all of its 64 bits, more than a number in JSON keeps for certain.
std::uint64_t readSeed(const JsonReader &json)
{
    const std::string digits = json.text();
    const bool isNumber = !digits.empty() && digits.size() <= 20
        && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber) {
        json.refuse(sentence("the digits of a whole number"));
        return 0;
    }
    return std::strtoull(digits.c_str(), nullptr, 10);
}

Json optimizerToJson(const OptimizerSettings &s)
{
    return {{"kind", nameOf(optimizerNames, s.kind)},
            {"learning_rate", s.learningRate},
            {"momentum", s.momentum},
            {"alpha", s.alpha},
            {"beta1", s.beta1},
            {"beta2", s.beta2},
            {"epsilon", s.epsilon},
            {"weight_decay", s.weightDecay},
            {"schedule",
             {{"kind", nameOf(scheduleNames, s.schedule.kind)},
              {"every", s.schedule.every},
              {"factor", s.schedule.factor},
              {"length", s.schedule.length},
              {"lowest", s.schedule.lowest},
              {"warm_up", s.schedule.warmUp}}},
            {"clip_norm", s.clipping.norm},
            {"clip_value", s.clipping.value}};
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
                         .every = schedule["every"].whole(1, largest),
                         .factor = schedule["factor"].number(),
                         .length = schedule["length"].whole(1, largest),
                         .lowest = schedule["lowest"].number(),
                         .warmUp = schedule["warm_up"].whole(0, largest)},
            .clipping = {.norm = json["clip_norm"].number(), .value = json["clip_value"].number()}};
}

} // namespace

Json taskToJson(const std::string &task, const TaskOptions &options)
{
    Json json{{"name", task}, {"length", options.length}, {"file", options.file}, {"carry_state", options.carryState}};
    if (options.table != TableChoice())
        json["table"] = {{"columns", options.table.columns},
                         {"missing", nameOf(missingValueNames, options.table.missing)},
                         {"differences", options.table.differences}};
    return json;
}

std::pair<std::string, TaskOptions> readTask(const JsonReader &json)
{
    TaskOptions options{.length = json["length"].whole(0, largest),
                        .file = json["file"].text(),
                        .carryState = json["carry_state"].truth()};
    if (json.has("table")) {
        const JsonReader table = json["table"];
        options.table = {table["columns"].texts(), kindNamed(missingValueNames, table["missing"]),
                         table.has("differences") && table["differences"].truth()};
    }
    return {json["name"].text(), options};
}

Json settingsToJson(const TrainerSettings &settings)
{
    Json json{{"threads", settings.training.threads}};
    json["optimizer"] = optimizerToJson(settings.training.optimizer);
    json["sequences"] = settings.sequences;
    json["seed"] = std::to_string(settings.seed);
    json["held_out_every"] = settings.heldOutEvery;
    json["patience"] = settings.patience;
    json["probe_every"] = settings.probeEvery;
    json["dropout"] = {{"between_layers", settings.dropout.betweenLayers},
                       {"input", settings.dropout.input},
                       {"recurrent", settings.dropout.recurrent}};
    return json;
}

TrainerSettings readSettings(const JsonReader &json)
{
    TrainerSettings settings;
    settings.training.threads = json["threads"].whole(1, 1024);
    settings.training.optimizer = readOptimizer(json["optimizer"]);
    settings.sequences = json["sequences"].whole(1, largest);
    settings.seed = readSeed(json["seed"]);
    settings.heldOutEvery = json["held_out_every"].whole(1, largest);
    settings.patience = json["patience"].whole(0, largest);
    settings.probeEvery = json["probe_every"].whole(0, largest);
    const JsonReader dropout = json["dropout"];
    settings.dropout = {dropout["between_layers"].number(), dropout["input"].number(), dropout["recurrent"].number()};
    return settings;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/history_json.h"

#include "core/experiment/files/experiment_json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr int mostUpdates = std::numeric_limits<int>::max();

Json columnToJson(const std::vector<double> &numbers)
{
    return tensorToJson(toTensor("", Eigen::Map<const Vector>(numbers.data(), Eigen::Index(numbers.size())), true));
}

template<typename Records, typename Field>
Json columnOf(const Records &records, const Field &field)
{
    std::vector<double> numbers;
    for (const auto &record : records)
        numbers.push_back(double(field(record)));
    return columnToJson(numbers);
}

std::vector<double> readColumn(const JsonReader &json, std::size_t length)
{
    std::vector<double> numbers = json.tensor(1).values;
    if (numbers.size() != length) {
        json.refuse(error("%1 has %2 numbers, expected %3.",
                          {json.place(), std::to_string(numbers.size()), std::to_string(length)}));
        numbers.assign(length, 0);
    }
    return numbers;
}

/// Updates are whole, count from 1 and rise.
std::vector<int> readUpdates(const JsonReader &json)
{
    std::vector<int> updates;
    for (const double number : json.tensor(1).values) {
        const int last = updates.empty() ? 0 : updates.back();
        if (!(number > last && number <= mostUpdates && number == std::floor(number))) {
            json.refuse(error("%1 should be updates that rise from 1 on, but %2 follows %3.",
                              {json.place(), std::to_string(number), std::to_string(last)}));
            return {};
        }
        updates.push_back(int(number));
    }
    return updates;
}

Json probeToJson(int update, const Probe &probe)
{
    Json layers = Json::array();
    for (std::size_t i = 0; i < probe.layers.size(); ++i) {
        const Probe::Layer &layer = probe.layers[i];
        Json json{{"grad_norm", layer.parameterNorm},
                  {"step_grad_norms", columnToJson(layer.stepNorms)},
                  {"weight_norm", layer.weightNorm}};
        if (layer.changeNorm)
            json["change_norm"] = *layer.changeNorm;
        Json gates = Json::array(), histograms = Json::array();
        for (const Probe::Gate &gate : probe.gates[i])
            gates.push_back({{"part", describe(gate.part).key},
                             {"nearly_closed", gate.nearlyClosed},
                             {"nearly_open", gate.nearlyOpen}});
        for (const Probe::Histogram &each : probe.histograms[i])
            histograms.push_back({{"part", describe(each.part).key},
                                  {"from", each.lowest},
                                  {"to", each.highest},
                                  {"shares", columnToJson({each.shares.begin(), each.shares.end()})}});
        json["gates"] = std::move(gates);
        json["histograms"] = std::move(histograms);
        layers.push_back(std::move(json));
    }
    return {{"update", update}, {"layers", std::move(layers)}};
}

Part readPart(const JsonReader &json)
{
    const auto part = partNamed(json.text());
    if (!part)
        json.refuse(sentence("the name of a part"));
    return part.value_or(Part::state);
}

Probe readProbe(const JsonReader &json)
{
    Probe probe;
    for (const JsonReader &layer : json["layers"].elements()) {
        probe.layers.push_back(
            {layer["grad_norm"].number(), layer["step_grad_norms"].tensor(1).values, layer["weight_norm"].number(),
             layer.has("change_norm") ? std::optional(layer["change_norm"].number()) : std::nullopt});
        probe.gates.emplace_back();
        for (const JsonReader &gate : layer["gates"].elements())
            probe.gates.back().push_back(
                {readPart(gate["part"]), gate["nearly_closed"].number(), gate["nearly_open"].number()});
        probe.histograms.emplace_back();
        for (const JsonReader &each : layer["histograms"].elements()) {
            Probe::Histogram histogram{readPart(each["part"]), each["from"].number(), each["to"].number()};
            std::ranges::copy(readColumn(each["shares"], histogram.shares.size()), histogram.shares.begin());
            probe.histograms.back().push_back(histogram);
        }
    }
    return probe;
}

/// The record of that update; refuses one that is not there.
UpdateRecord *recordAt(std::vector<UpdateRecord> &records, int update, const JsonReader &json)
{
    const auto found = std::ranges::lower_bound(records, update, {}, &UpdateRecord::update);
    if (found != records.end() && found->update == update)
        return &*found;
    json.refuse(error("%1 speaks of update %2, which is not in the history.", {json.place(), std::to_string(update)}));
    return nullptr;
}

} // namespace

Json historyToJson(const RunHistory &history)
{
    const std::vector<UpdateRecord> &records = history.records();
    Json json{{"update", columnOf(records, [](const UpdateRecord &r) { return r.update; })},
              {"loss", columnOf(records, [](const UpdateRecord &r) { return r.outcome.loss; })},
              {"score", columnOf(records, [](const UpdateRecord &r) { return r.outcome.score; })},
              {"grad_norm", columnOf(records, [](const UpdateRecord &r) { return r.gradientNorm; })},
              {"lr", columnOf(records, [](const UpdateRecord &r) { return r.learningRate; })},
              {"tokens", columnOf(records, [](const UpdateRecord &r) { return r.tokens; })}};
    std::vector<UpdateRecord> looks;
    std::ranges::copy_if(records, std::back_inserter(looks),
                         [](const UpdateRecord &r) { return r.heldOut.has_value(); });
    if (!looks.empty())
        json["held_out"] = {{"update", columnOf(looks, [](const UpdateRecord &r) { return r.update; })},
                            {"loss", columnOf(looks, [](const UpdateRecord &r) { return r.heldOut->loss; })},
                            {"score", columnOf(looks, [](const UpdateRecord &r) { return r.heldOut->score; })}};
    for (const UpdateRecord &record : records)
        if (record.probe)
            json["probes"].push_back(probeToJson(record.update, *record.probe));
    return json;
}

RunHistory readHistory(const JsonReader &json)
{
    const std::vector<int> updates = readUpdates(json["update"]);
    const std::size_t count = updates.size();
    const auto loss = readColumn(json["loss"], count), score = readColumn(json["score"], count),
               norm = readColumn(json["grad_norm"], count), rate = readColumn(json["lr"], count),
               tokens = readColumn(json["tokens"], count);
    std::vector<UpdateRecord> records;
    for (std::size_t i = 0; i < count; ++i) {
        if (!(tokens[i] >= 0 && tokens[i] < 1e15))
            json["tokens"].refuse(sentence("numbers of steps that were read"));
        records.push_back(
            {updates[i], {loss[i], score[i]}, norm[i], rate[i], long(std::clamp(tokens[i], 0.0, 1e15)), {}, {}});
    }
    if (json.has("held_out")) {
        const JsonReader looks = json["held_out"];
        const std::vector<int> at = readUpdates(looks["update"]);
        const auto losses = readColumn(looks["loss"], at.size()), scores = readColumn(looks["score"], at.size());
        for (std::size_t i = 0; i < at.size(); ++i)
            if (UpdateRecord *record = recordAt(records, at[i], looks["update"]))
                record->heldOut = Outcome{losses[i], scores[i]};
    }
    if (json.has("probes"))
        for (const JsonReader &probe : json["probes"].elements())
            if (UpdateRecord *record = recordAt(records, probe["update"].whole(1, mostUpdates), probe["update"]))
                record->probe = readProbe(probe);
    RunHistory history;
    for (UpdateRecord &record : records)
        history.add(std::move(record));
    return history;
}

Json keptToJson(const NetworkSpec &spec, const KeptNetworks &kept)
{
    KeptNetworks few(kept.all().size(), std::size_t(64) << 20);
    for (const KeptNetwork &each : kept.all())
        few.add(each.update, each.parameters);
    Json json = Json::array();
    for (const KeptNetwork &each : few.all())
        json.push_back({{"update", each.update}, {"parameters", parametersToJson(spec, *each.parameters)}});
    return json;
}

KeptNetworks readKept(const JsonReader &json, const NetworkSpec &spec)
{
    KeptNetworks kept;
    int last = -1;
    for (const JsonReader &each : json.elements()) {
        const int update = each["update"].whole(0, mostUpdates);
        if (update <= last) {
            each["update"].refuse(sentence("more than %1", {std::to_string(last)}));
            return kept;
        }
        last = update;
        kept.add(update, std::make_shared<const Parameters>(readParameters(each["parameters"], spec)));
    }
    return kept;
}

} // namespace gatescope

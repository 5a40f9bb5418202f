// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_numbers.h"

#include "core/base/json.h"
#include "core/io/trace_json.h"

#include <algorithm>
#include <limits>
#include <span>
#include <type_traits>

namespace gatescope {

namespace {

constexpr std::pair<std::string_view, ResetPlacement> resetNames[]{{"after", ResetPlacement::after},
                                                                   {"before", ResetPlacement::before}};
constexpr std::pair<std::string_view, UpdateMeaning> updateNames[]{{"keeps", UpdateMeaning::keeps},
                                                                   {"overwrites", UpdateMeaning::overwrites}};
constexpr std::pair<std::string_view, GateActivation> gateNames[]{
    {"sigmoid", GateActivation::sigmoid},
    {"hard_sigmoid", GateActivation::hardSigmoid},
    {"hard_sigmoid_keras2", GateActivation::hardSigmoidKeras2}};
constexpr std::pair<std::string_view, StateActivation> stateNames[]{{"tanh", StateActivation::tanh},
                                                                    {"relu", StateActivation::relu}};
constexpr std::pair<std::string_view, HeadReads> headNames[]{{"every_step", HeadReads::everyStep},
                                                             {"attention", HeadReads::attention}};

template<typename Value>
using Names = std::span<const std::pair<std::string_view, Value>>;

template<typename Value>
std::string nameOf(Value value, std::type_identity_t<Names<Value>> names)
{
    return std::string(std::ranges::find(names, value, &std::pair<std::string_view, Value>::second)->first);
}

/// `"a", "b" or "c"`
template<typename Value>
Sentence listOf(Names<Value> names)
{
    std::string others;
    for (const auto &each : names.first(names.size() - 1))
        others += (others.empty() ? "\"" : ", \"") + std::string(each.first) + "\"";
    return sentence("%1 or \"%2\"", {others, std::string(names.back().first)});
}

/// Reads the fields of a spec; those that are absent keep their defaults.
class SpecReader
{
public:
    explicit SpecReader(const Json &json) : m_json(json) { }

    Result<void> readInt(const char *key, int &value, int smallest) const
    {
        if (!m_json.contains(key))
            return {};
        const auto number = wholeNumber(m_json[key], smallest, std::numeric_limits<int>::max());
        if (!number)
            return error("spec: \"%1\" is %2, expected a whole number from %3.",
                         {key, shownJson(m_json[key]), std::to_string(smallest)});
        value = static_cast<int>(*number);
        return {};
    }

    Result<void> readBool(const char *key, bool &value) const
    {
        if (!m_json.contains(key))
            return {};
        if (!m_json[key].is_boolean())
            return error("spec: \"%1\" is %2, expected true or false.", {key, shownJson(m_json[key])});
        value = m_json[key];
        return {};
    }

    template<typename Value>
    Result<void> readName(const char *key, Value &value, std::type_identity_t<Names<Value>> names) const
    {
        if (!m_json.contains(key))
            return {};
        for (const auto &[name, named] : names) {
            if (m_json[key] == name) {
                value = named;
                return {};
            }
        }
        return error("spec: \"%1\" is %2, expected %3.", {key, shownJson(m_json[key]), listOf<Value>(names)});
    }

private:
    const Json &m_json;
};

/// Those of the options that are not PyTorch's defaults.
void writeOptions(const NetworkSpec &spec, Json &json)
{
    const NetworkSpec plain;
    if (spec.paddingRow != plain.paddingRow)
        json["padding_row"] = spec.paddingRow;
    if (spec.gateActivation != plain.gateActivation)
        json["gate_activation"] = nameOf(spec.gateActivation, gateNames);
    if (spec.stateActivation != plain.stateActivation)
        json["state_activation"] = nameOf(spec.stateActivation, stateNames);
    if (spec.headReads != plain.headReads)
        json["head_reads"] = nameOf(spec.headReads, headNames);
    if (spec.layerNorm)
        json["layer_norm"] = true;
    if (spec.decoder)
        json["decoder"] = true;
}

} // namespace

Json specToJson(const NetworkSpec &spec)
{
    Json json;
    json["cell"] = describe(spec.cell).key;
    json["input_size"] = spec.inputSize;
    json["hidden_size"] = spec.hiddenSize;
    json["layers"] = spec.layers;
    json["bidirectional"] = spec.bidirectional;
    json["bias"] = spec.bias;
    json["reset"] = nameOf(spec.reset, resetNames);
    json["update"] = nameOf(spec.update, updateNames);
    if (spec.headOutputs > 0)
        json["head_outputs"] = spec.headOutputs;
    if (spec.headOutputs > 0 && !spec.headBias)
        json["head_bias"] = false;
    if (spec.embeddingRows > 0)
        json["embedding_rows"] = spec.embeddingRows;
    writeOptions(spec, json);
    return json;
}

Result<NetworkSpec> specFromJson(const Json &json)
{
    if (!json.is_object())
        return error("spec is %1, expected an object.", {shownJson(json)});
    for (const char *key : {"cell", "input_size", "hidden_size"}) {
        if (!json.contains(key))
            return error("spec: \"%1\" is missing.", {key});
    }
    const auto cell = json["cell"].is_string() ? cellNamed(json["cell"].get_ref<const std::string &>()) : std::nullopt;
    if (!cell)
        return error("spec: \"cell\" is %1, expected \"gru\", \"lstm\" or \"rnn\".", {shownJson(json["cell"])});
    NetworkSpec spec;
    spec.cell = *cell;
    const SpecReader reader(json);
    for (const Result<void> &read :
         {reader.readInt("input_size", spec.inputSize, 1), reader.readInt("hidden_size", spec.hiddenSize, 1),
          reader.readInt("layers", spec.layers, 1), reader.readBool("bidirectional", spec.bidirectional),
          reader.readBool("bias", spec.bias), reader.readName("reset", spec.reset, resetNames),
          reader.readName("update", spec.update, updateNames), reader.readInt("head_outputs", spec.headOutputs, 0),
          reader.readBool("head_bias", spec.headBias), reader.readInt("embedding_rows", spec.embeddingRows, 0),
          reader.readInt("padding_row", spec.paddingRow, -1),
          reader.readName("gate_activation", spec.gateActivation, gateNames),
          reader.readName("state_activation", spec.stateActivation, stateNames),
          reader.readName("head_reads", spec.headReads, headNames), reader.readBool("layer_norm", spec.layerNorm),
          reader.readBool("decoder", spec.decoder)}) {
        if (!read)
            return read.error();
    }
    const Result<void> sizes = check(spec);
    if (!sizes)
        return inPlace("spec", sizes.error());
    return spec;
}

} // namespace gatescope

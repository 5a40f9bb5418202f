// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_numbers.h"
#include "core/io/trace_json.h"

#include <limits>

namespace gatescope {

namespace {

constexpr std::pair<std::string_view, ResetPlacement> resetNames[]{{"after", ResetPlacement::after},
                                                                   {"before", ResetPlacement::before}};
constexpr std::pair<std::string_view, UpdateMeaning> updateNames[]{{"keeps", UpdateMeaning::keeps},
                                                                   {"overwrites", UpdateMeaning::overwrites}};

/// Reads the fields of a spec; those that are absent keep their defaults.
class SpecReader
{
public:
    explicit SpecReader(const Json &json) : m_json(json) {}

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
    Result<void> readName(const char *key, Value &value, const std::pair<std::string_view, Value> (&names)[2]) const
    {
        if (!m_json.contains(key))
            return {};
        for (const auto &[name, named] : names) {
            if (m_json[key] == name) {
                value = named;
                return {};
            }
        }
        return error("spec: \"%1\" is %2, expected \"%3\" or \"%4\".",
                     {key, shownJson(m_json[key]), std::string(names[0].first), std::string(names[1].first)});
    }

private:
    const Json &m_json;
};

template<typename Value>
std::string_view nameOf(Value value, const std::pair<std::string_view, Value> (&names)[2])
{
    return names[0].second == value ? names[0].first : names[1].first;
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
          reader.readBool("head_bias", spec.headBias),
          reader.readInt("embedding_rows", spec.embeddingRows, 0)}) {
        if (!read)
            return read.error();
    }
    const Result<void> sizes = check(spec);
    if (!sizes)
        return inPlace("spec", sizes.error());
    return spec;
}

} // namespace gatescope

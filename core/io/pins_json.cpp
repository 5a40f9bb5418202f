// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pins_json.h"

#include "core/base/json.h"
#include "core/io/json_numbers.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

/// Reads the fields of one pin; those that are absent keep their defaults.
class PinReader
{
public:
    PinReader(const Json &json, std::string place) : m_json(json), m_place(std::move(place)) { }

    Result<void> readWhole(const char *key, int &value) const
    {
        if (!m_json.contains(key))
            return {};
        const auto number = wholeNumber(m_json[key], 0, std::numeric_limits<int>::max());
        if (!number)
            return unexpected(key, sentence("a whole number from 0"));
        value = static_cast<int>(*number);
        return {};
    }

    Result<void> readDirection(Direction &direction) const
    {
        if (!m_json.contains("direction"))
            return {};
        const Json &given = m_json["direction"];
        if (given != "forward" && given != "backward")
            return unexpected("direction", sentence("\"forward\" or \"backward\""));
        direction = given == "backward" ? Direction::backward : Direction::forward;
        return {};
    }

    Result<void> readPart(Part &part) const
    {
        const Json &given = m_json["part"];
        const auto named = given.is_string() ? partNamed(given.get_ref<const std::string &>()) : std::nullopt;
        if (!named)
            return unexpected("part", sentence("the key of a part in a trace, like \"update\" or \"state\""));
        part = *named;
        return {};
    }

    Result<void> readValue(double &value) const
    {
        if (!m_json["value"].is_number())
            return unexpected("value", sentence("a number"));
        value = m_json["value"];
        return {};
    }

private:
    Error unexpected(const char *key, const Sentence &wanted) const
    {
        return error("%1.%2 is %3, expected %4.", {m_place, key, shownJson(m_json[key]), wanted});
    }

    const Json &m_json;
    std::string m_place;
};

/// The last step of the sequence, or of the longest.
int lastStep(const std::optional<int> &sequence, const std::vector<int> &lengths)
{
    if (sequence)
        return *sequence < static_cast<int>(lengths.size()) ? lengths[*sequence] - 1 : 0;
    return lengths.empty() ? 0 : *std::ranges::max_element(lengths) - 1;
}

Result<Pin> pinFromJson(const Json &json, const std::string &place, const std::vector<int> &lengths)
{
    if (!json.is_object())
        return error("%1 is %2, expected an object.", {place, shownJson(json)});
    for (const char *key : {"part", "unit", "value"})
        if (!json.contains(key))
            return error("%1.%2 is missing.", {place, key});
    Pin pin;
    int sequence = 0;
    const PinReader reader(json, place);
    for (const Result<void> &read :
         {reader.readWhole("layer", pin.layer), reader.readDirection(pin.direction), reader.readPart(pin.part),
          reader.readWhole("unit", pin.unit), reader.readWhole("from", pin.firstStep),
          reader.readWhole("to", pin.lastStep), reader.readWhole("sequence", sequence), reader.readValue(pin.value)}) {
        if (!read)
            return read.error();
    }
    if (json.contains("sequence"))
        pin.sequence = sequence;
    if (!json.contains("to"))
        pin.lastStep = lastStep(pin.sequence, lengths);
    return pin;
}

} // namespace

Json pinsToJson(const std::vector<Pin> &pins)
{
    Json list = Json::array();
    for (const Pin &pin : pins) {
        Json json{{"layer", pin.layer},
                  {"direction", pin.direction == Direction::forward ? "forward" : "backward"},
                  {"part", describe(pin.part).key},
                  {"unit", pin.unit},
                  {"from", pin.firstStep},
                  {"to", pin.lastStep},
                  {"value", pin.value}};
        if (pin.sequence)
            json["sequence"] = *pin.sequence;
        list.push_back(std::move(json));
    }
    return list;
}

Result<std::vector<Pin>> pinsFromJson(const Json &json, const std::vector<int> &lengths)
{
    if (!json.is_array())
        return error("pins is %1, expected a list.", {shownJson(json)});
    std::vector<Pin> pins;
    for (std::size_t i = 0; i < json.size(); ++i) {
        auto pin = pinFromJson(json[i], "pins[" + std::to_string(i) + "]", lengths);
        if (!pin)
            return pin.error();
        pins.push_back(*pin);
    }
    return pins;
}

} // namespace gatescope

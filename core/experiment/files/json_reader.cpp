// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/json_reader.h"

#include "core/io/json_numbers.h"

#include <limits>

namespace gatescope {

JsonReader::JsonReader(const Json &json, std::string place, std::optional<Error> &refusal)
    : m_json(&json), m_place(std::move(place)), m_refusal(&refusal)
{
}

bool JsonReader::has(const char *field) const
{
    return m_json->is_object() && m_json->contains(field);
}

JsonReader JsonReader::operator[](const char *field) const
{
    static const Json nothing;
    const std::string place = m_place.empty() ? field : m_place + "." + field;
    if (!m_json->is_object())
        refuse(error("%1 is %2, expected an object.", {shownPlace(), shownJson(*m_json)}));
    else if (!m_json->contains(field))
        refuse(error("%1 is missing.", {place}));
    return {has(field) ? m_json->at(field) : nothing, place, *m_refusal};
}

std::vector<JsonReader> JsonReader::elements() const
{
    std::vector<JsonReader> found;
    if (!m_json->is_array())
        refuse(error("%1 is %2, expected a list.", {shownPlace(), shownJson(*m_json)}));
    else
        for (const Json &element : *m_json)
            found.push_back({element, m_place + "[" + std::to_string(found.size()) + "]", *m_refusal});
    return found;
}

std::string JsonReader::text() const
{
    if (m_json->is_string())
        return m_json->get<std::string>();
    refuse(error("%1 is %2, expected a text.", {shownPlace(), shownJson(*m_json)}));
    return {};
}

bool JsonReader::truth() const
{
    if (m_json->is_boolean())
        return m_json->get<bool>();
    refuse(error("%1 is %2, expected true or false.", {shownPlace(), shownJson(*m_json)}));
    return false;
}

double JsonReader::number() const
{
    if (m_json->is_number())
        return m_json->get<double>();
    refuse(error("%1 is %2, expected a number.", {shownPlace(), shownJson(*m_json)}));
    return 0;
}

int JsonReader::whole(int smallest, int largest) const
{
    if (const auto number = wholeNumber(*m_json, smallest, largest))
        return static_cast<int>(*number);
    refuse(error("%1 is %2, expected a whole number from %3 to %4.",
                 {shownPlace(), shownJson(*m_json), std::to_string(smallest), std::to_string(largest)}));
    return smallest;
}

std::vector<std::string> JsonReader::texts() const
{
    std::vector<std::string> found;
    for (const JsonReader &element : elements())
        found.push_back(element.text());
    return found;
}

std::vector<int> JsonReader::wholes(int smallest, int largest) const
{
    std::vector<int> found;
    for (const JsonReader &element : elements())
        found.push_back(element.whole(smallest, largest));
    return found;
}

Tensor JsonReader::tensor(std::size_t dimensions) const
{
    Tensor harmless;
    harmless.shape.assign(dimensions, 0);
    if (*m_refusal)
        return harmless;
    auto read = tensorFromJson(m_place, *m_json);
    if (!read) {
        refuse(read.error());
        return harmless;
    }
    bool sizesFit = read->shape.size() == dimensions;
    for (const std::int64_t size : read->shape)
        sizesFit = sizesFit && size > 0 && size <= std::numeric_limits<int>::max();
    if (sizesFit)
        return std::move(*read);
    refuse(error("%1 has the shape %2, expected %3 sizes greater than 0.",
                 {m_place, read->shapeText(), std::to_string(dimensions)}));
    return harmless;
}

Argument JsonReader::shownPlace() const
{
    return m_place.empty() ? Argument(sentence("The document")) : m_place;
}

void JsonReader::refuse(const Sentence &expected) const
{
    if (!*m_refusal)
        refuse(error("%1 is %2, expected %3.", {shownPlace(), shownJson(*m_json), expected}));
}

void JsonReader::refuse(Error error) const
{
    if (!*m_refusal)
        *m_refusal = std::move(error);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/json_line.h"

#include "core/base/unicode.h"

#include <algorithm>
#include <charconv>

namespace gatescope {

namespace {

constexpr std::size_t nowhere = std::string_view::npos;

/// Behind the text that begins with the quotation mark at `at`.
std::size_t afterText(std::string_view json, std::size_t at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        at += json[at] == '\\';
    return std::min(at + 1, json.size());
}

/// Behind the value that begins at or after `at`.
std::size_t afterValue(std::string_view json, std::size_t at)
{
    int depth = 0;
    while (at < json.size()) {
        const char c = json[at];
        if (depth == 0 && (c == ',' || c == ']' || c == '}'))
            return at;
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        at = c == '"' ? afterText(json, at) : at + 1;
    }
    return at;
}

/// Where the child of the list or object at `at` begins: a field by its key, an element by its index.
std::size_t childOf(std::string_view json, std::size_t at, std::string_view key, int index)
{
    at = json.find_first_not_of(" \t\r\n", at);
    if (at == nowhere || (json[at] != '{' && json[at] != '['))
        return nowhere;
    const bool isObject = json[at] == '{';
    ++at;
    for (int i = 0; at < json.size(); ++i) {
        at = json.find_first_not_of(" \t\r\n", at);
        if (at == nowhere || json[at] == '}' || json[at] == ']')
            return nowhere;
        const std::size_t begin = at;
        bool isIt = !isObject && key.empty() && i == index;
        if (isObject) {
            at = afterText(json, at);
            isIt = json.substr(begin + 1, at - begin - 2) == key;
            at = json.find(':', at);
            if (at == nowhere)
                return nowhere;
            ++at;
        }
        if (isIt)
            return isObject ? at : begin;
        at = afterValue(json, at);
        if (at < json.size() && json[at] == ',')
            ++at;
    }
    return nowhere;
}

} // namespace

std::optional<int> lineOfField(std::string_view json, std::string_view place)
{
    std::size_t at = 0;
    std::optional<int> line;
    while (!place.empty()) {
        std::string_view key;
        int index = 0;
        if (place.front() == '[') {
            const std::size_t end = std::min(place.find(']'), place.size());
            std::from_chars(place.data() + 1, place.data() + end, index);
            place.remove_prefix(std::min(end + 1, place.size()));
        } else {
            place.remove_prefix(place.front() == '.');
            key = place.substr(0, place.find_first_of(".["));
            place.remove_prefix(key.size());
            if (key.empty())
                return line;
        }
        at = childOf(json, at, key, index);
        if (at == nowhere)
            return line;
        line = placeIn(json, json.find_first_not_of(" \t\r\n", at)).line;
    }
    return line;
}

std::optional<int> lineOfField(std::string_view json, const Error &error)
{
    const std::string said = error.english();
    return lineOfField(json, std::string_view(said).substr(0, said.find_first_of(" :")));
}

Error withLine(std::string_view json, const Error &error)
{
    const auto line = lineOfField(json, error);
    return line ? inPlace(sentence("line %1", {std::to_string(*line)}), error) : error;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/json_elements.h"

#include "core/base/json.h"
#include "core/base/unicode.h"

namespace gatescope {

std::optional<JsonElements> elementsOf(std::string_view text)
{
    std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || text[at] != '[')
        return std::nullopt;
    JsonElements list;
    int depth = 0;
    bool quoted = false;
    std::size_t begin = ++at;
    const auto close = [&](std::size_t end) {
        const std::size_t first = text.find_first_not_of(" \t\r\n", begin);
        if (first < end)
            list.elements.push_back({first, text.substr(first, end - first)});
        begin = end + 1;
    };
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            quoted = c != '"' && c != '\n'; // no text of JSON goes over a line: one that is not closed ends here
            continue;
        }
        quoted = c == '"';
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || (c == ']' && depth > 0))
            --depth;
        else if (c == ']') {
            close(at);
            list.end = at;
            return list;
        } else if (c == ',' && depth <= 0)
            close(at);
    }
    close(text.size());
    return list;
}

Result<Json> parseAt(std::string_view text, const JsonElement &element)
{
    const TextPlace place = placeIn(text, element.offset);
    std::string padded(static_cast<std::size_t>(place.line - 1), '\n');
    padded.append(static_cast<std::size_t>(place.column - 1), ' ');
    return parseJson(padded.append(element.text));
}

std::optional<Error> textBehind(std::string_view text, const JsonElements &list)
{
    const std::size_t behind = list.end ? text.find_first_not_of(" \t\r\n", *list.end + 1) : std::string_view::npos;
    if (behind == std::string_view::npos)
        return std::nullopt;
    return error("line %1: what stands behind the end of the list is not read.",
                 {std::to_string(placeIn(text, behind).line)});
}

} // namespace gatescope

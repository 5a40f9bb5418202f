// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/request_head.h"

#include <algorithm>
#include <cctype>

namespace gatescope {

namespace {

constexpr std::size_t mostFields = 64;

bool isTokenLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c))
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenLetter);
}

bool isSeen(std::string_view text)
{
    return std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c != 0x7f; });
}

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return low;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// "GET /class.js HTTP/1.1"
bool readFirstLine(std::string_view line, RequestHead &head)
{
    const std::size_t first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last || !isSeen(line))
        return false;
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    return isToken(head.method) && head.target.starts_with('/') && head.target.find(' ') == std::string::npos
        && (version == "HTTP/1.1" || version == "HTTP/1.0");
}

bool readField(std::string_view line, RequestHead &head)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return false;
    const std::string name = lowered(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    const bool isOurs = name == "host" || name == "origin" || name == "upgrade" || name == "sec-websocket-key";
    const bool isNew = head.fields.emplace(name, value).second;
    return (isNew || !isOurs)
        && std::ranges::all_of(value, [](unsigned char c) { return c >= 0x20 ? c != 0x7f : c == '\t'; });
}

} // namespace

std::string_view RequestHead::field(const std::string &name) const
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

bool RequestHead::wantsLine() const
{
    return lowered(field("upgrade")) == "websocket"
        && lowered(field("connection")).find("upgrade") != std::string::npos;
}

HeadState readRequestHead(std::string_view bytes, RequestHead &head)
{
    head = {};
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return HeadState::unfinished;
    std::string_view rest = bytes.substr(0, end + 2);
    for (std::size_t line = 0; !rest.empty(); ++line) {
        const std::size_t length = rest.find("\r\n");
        const std::string_view words = rest.substr(0, length);
        rest.remove_prefix(length + 2);
        if (line > mostFields || !(line == 0 ? readFirstLine(words, head) : readField(words, head)))
            return HeadState::broken;
    }
    return HeadState::complete;
}

} // namespace gatescope

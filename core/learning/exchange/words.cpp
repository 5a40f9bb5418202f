// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/words.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatescope {

std::string_view stripped(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string replacedAll(std::string_view text, std::string_view old, std::string_view by)
{
    std::string replaced;
    replaced.reserve(text.size());
    std::size_t begin = 0;
    for (std::size_t at = text.find(old); at != std::string_view::npos; at = text.find(old, begin)) {
        replaced.append(text, begin, at - begin).append(by);
        begin = at + old.size();
    }
    return replaced.append(text, begin);
}

std::vector<std::string> filledLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const auto line = stripped(text.substr(0, end)); !line.empty())
            lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Sentence listed(std::vector<Argument> words)
{
    if (words.size() < 2)
        return joined(words, ", ");
    const Argument last = std::move(words.back());
    words.pop_back();
    return sentence("%1 and %2", {joined(words, ", "), last});
}

std::string shortestText(double number)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::optional<double> finiteNumberIn(std::string_view text)
{
    text = stripped(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

bool looksLikeUtf16(std::string_view text)
{
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.find('\0') != std::string_view::npos;
}

std::string plainLineEnds(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return replacedAll(replacedAll(text, "\r\n", "\n"), "\r", "\n");
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/words.h"

#include <charconv>

namespace gatescope::ptx {

namespace {

constexpr std::string_view blanks = " \t\r\n";

}

std::string_view trimmed(std::string_view line)
{
    line = line.substr(0, line.find("//"));
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

std::string_view takeWord(std::string_view &line)
{
    const std::size_t end = line.find_first_of(blanks);
    const std::string_view word = line.substr(0, end);
    line = end == std::string_view::npos ? std::string_view() : trimmed(line.substr(end));
    return word;
}

std::vector<std::string_view> operandsIn(std::string_view text)
{
    std::vector<std::string_view> operands;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(",{}|");
        if (const std::string_view operand = trimmed(text.substr(0, end)); !operand.empty())
            operands.push_back(operand);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return operands;
}

std::optional<long long> numberIn(std::string_view text)
{
    int base = 10;
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    if (text.starts_with("0x") || text.starts_with("0f") || text.starts_with("0d")) {
        base = 16;
        text.remove_prefix(2);
    }
    if (text.ends_with('U'))
        text.remove_suffix(1);
    unsigned long long number = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (wrong != std::errc() || end != text.data() + text.size())
        return {};
    return static_cast<long long>(isNegative ? 0 - number : number);
}

} // namespace gatescope::ptx

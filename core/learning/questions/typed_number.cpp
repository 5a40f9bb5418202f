// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/typed_number.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace gatescope {

namespace {

void replaceAll(std::string &text, std::string_view old, std::string_view by)
{
    for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
        text.replace(at, old.size(), by);
}

/// Minus signs, blanks and digits' neighbours as ASCII has them; lower case.
std::string plain(std::string_view typed)
{
    std::string text(typed);
    for (const char *minus : {"−", "–", "‒", "﹣", "－"})
        replaceAll(text, minus, "-");
    for (const char *blank : {"\u00A0", "\u202F", "\u2009", "\u2007", "\t"})
        replaceAll(text, blank, " ");
    for (const char *times : {"·", "×", "*"})
        replaceAll(text, times, "x");
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
    return text;
}

std::string trimmed(std::string text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits with at most one decimal point; anything else is none.
std::optional<double> decimal(std::string_view text)
{
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if ((whole.empty() && rest.empty()) || (!whole.empty() && !areDigits(whole)) || (!rest.empty() && !areDigits(rest)))
        return std::nullopt;
    const std::string complete
        = (whole.empty() ? "0" : std::string(whole)) + "." + (rest.empty() ? "0" : std::string(rest));
    double value = 0;
    const auto done = std::from_chars(complete.data(), complete.data() + complete.size(), value);
    return done.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts{""};
    for (const char c : text) {
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// "1 920", "1.234.567": groups of three digits behind a first group of one to three.
bool areGroups(const std::vector<std::string> &groups)
{
    if (groups.size() < 2 || !areDigits(groups[0]) || groups[0].size() > 3 || groups[0] == "0")
        return false;
    return std::all_of(groups.begin() + 1, groups.end(),
                       [](const std::string &group) { return areDigits(group) && group.size() == 3; });
}

std::string joined(const std::vector<std::string> &groups)
{
    std::string all;
    for (const std::string &group : groups)
        all += group;
    return all;
}

std::vector<double> oneOf(std::optional<double> value)
{
    return value ? std::vector{*value} : std::vector<double>{};
}

/// Digits, points, commas and blanks without a sign.
std::vector<double> positiveMeant(const std::string &text)
{
    if (text.find(' ') != std::string::npos) {
        const auto groups = split(text, ' ');
        return areGroups(groups) ? oneOf(decimal(joined(groups))) : std::vector<double>{};
    }
    const auto points = std::ranges::count(text, '.'), commas = std::ranges::count(text, ',');
    if (points > 0 && commas > 0) { // the one further right is the decimal sign, the other groups digits
        const char sign = text.rfind('.') > text.rfind(',') ? '.' : ',';
        const auto parts = split(text, sign);
        const auto groups = split(parts[0], sign == '.' ? ',' : '.');
        return parts.size() == 2 && areGroups(groups) ? oneOf(decimal(joined(groups) + "." + parts[1]))
                                                      : std::vector<double>{};
    }
    const char sign = commas > 0 ? ',' : '.';
    const auto parts = split(text, sign);
    if (parts.size() > 2)
        return areGroups(parts) ? oneOf(decimal(joined(parts))) : std::vector<double>{};
    std::string pointed = text;
    std::ranges::replace(pointed, ',', '.');
    std::vector<double> meant = oneOf(decimal(pointed));
    if (!meant.empty() && areGroups(parts))
        meant.push_back(*decimal(joined(parts)));
    return meant;
}

std::vector<double> signedMeant(std::string text)
{
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text = trimmed(text.substr(1));
    std::vector<double> meant = positiveMeant(text);
    if (negative)
        for (double &value : meant)
            value = -value;
    return meant;
}

/// "1 1/2" is 1.5, "-1 1/2" is −1.5.
std::vector<double> fractionMeant(const std::string &text, std::size_t slash)
{
    std::string over = trimmed(text.substr(0, slash));
    const auto under = signedMeant(text.substr(slash + 1));
    double whole = 0;
    if (const std::size_t blank = over.rfind(' ');
        blank != std::string::npos && over.find_first_of("0123456789") < blank) {
        const auto before = signedMeant(over.substr(0, blank));
        if (before.size() != 1 || before[0] != std::round(before[0]))
            return {};
        whole = before[0];
        over = (over.starts_with('-') ? "-" : "") + over.substr(blank + 1);
    }
    const auto top = signedMeant(over);
    if (top.size() != 1 || under.size() != 1 || under[0] == 0)
        return {};
    return {whole + top[0] / under[0]};
}

/// "0.95^20", "10^-3". Nothing that is no number or too large for one; of "-2^2" nobody knows what it means.
std::vector<double> powerMeant(const std::string &text, std::size_t caret)
{
    const auto base = signedMeant(text.substr(0, caret)), exponent = signedMeant(text.substr(caret + 1));
    if (base.size() != 1 || exponent.size() != 1 || base[0] < 0)
        return {};
    const double power = std::pow(base[0], exponent[0]);
    return std::isfinite(power) ? std::vector{power} : std::vector<double>{};
}

/// Where the exponent begins and how many letters introduce it: "e", "x10^", "x 10^".
std::optional<std::pair<std::size_t, std::size_t>> exponentIn(const std::string &text)
{
    if (const std::size_t at = text.find('e'); at != std::string::npos)
        return std::pair(at, std::size_t(1));
    const std::size_t times = text.find('x');
    const std::size_t ten = times == std::string::npos ? times : text.find("10^", times);
    if (ten != std::string::npos && trimmed(text.substr(times + 1, ten - times - 1)).empty())
        return std::pair(times, ten + 3 - times);
    return std::nullopt;
}

} // namespace

std::vector<double> numbersMeant(std::string_view typed)
{
    std::string text = plain(typed);
    if (const std::size_t equals = text.rfind('='); equals != std::string::npos)
        text = text.substr(equals + 1);
    text = trimmed(text);
    double factor = 1;
    if (text.ends_with('%')) {
        text = trimmed(text.substr(0, text.size() - 1));
        factor = 0.01;
    }
    if (const auto exponent = exponentIn(text)) {
        const auto power = signedMeant(text.substr(exponent->first + exponent->second));
        if (power.size() != 1 || power[0] != std::round(power[0]) || std::abs(power[0]) > 300)
            return {};
        factor *= std::pow(10.0, power[0]);
        text = text.substr(0, exponent->first);
    }
    const std::size_t slash = text.find('/'), caret = text.find('^');
    std::vector<double> meant = caret != std::string::npos ? powerMeant(text, caret)
        : slash != std::string::npos                       ? fractionMeant(text, slash)
                                                           : signedMeant(text);
    for (double &value : meant)
        value *= factor;
    return meant;
}

std::optional<std::vector<int>> sizesMeant(std::string_view typed)
{
    std::string text = trimmed(plain(typed));
    if (const std::size_t equals = text.rfind('='); equals != std::string::npos)
        text = text.substr(equals + 1);
    replaceAll(text, "torch.size", "");
    std::ranges::replace_if(
        text, [](char c) { return std::string_view("()[]{},;x").find(c) != std::string_view::npos; }, ' ');
    std::vector<int> sizes;
    for (const std::string &word : split(text, ' ')) {
        if (word.empty())
            continue;
        if (!areDigits(word) || word.size() > 9)
            return std::nullopt;
        sizes.push_back(std::stoi(word));
    }
    return sizes.empty() ? std::nullopt : std::optional(sizes);
}

std::optional<double> lastNumberIn(std::string_view sentence)
{
    std::string text = plain(sentence);
    const std::size_t last = text.find_last_of("0123456789");
    if (last == std::string::npos)
        return std::nullopt;
    std::size_t first = last;
    while (first > 0 && std::string_view("0123456789.e").find(text[first - 1]) != std::string_view::npos)
        --first;
    if (first > 1 && text[first - 1] == '-' && text[first - 2] == 'e') { // 2.5e-05
        first -= 2;
        while (first > 0 && std::string_view("0123456789.").find(text[first - 1]) != std::string_view::npos)
            --first;
    }
    if (first > 0 && text[first - 1] == '-')
        --first;
    const auto meant = numbersMeant(text.substr(first, last + 1 - first));
    return meant.empty() ? std::nullopt : std::optional(meant.front());
}

} // namespace gatescope

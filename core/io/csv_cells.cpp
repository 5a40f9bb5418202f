// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_cells.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <vector>

namespace gatescope {

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "12:30", "12:30:05.25", with or without a zone behind it.
bool isTime(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() < colon + 3)
        return false;
    return std::ranges::all_of(
               text, [](char c) { return isDigit(c) || std::string_view(":.,Z+-").find(c) != std::string_view::npos; })
        && isDigit(text[0]) && isDigit(text[colon + 1]) && isDigit(text[colon + 2]);
}

/// A run of digits at the front of `text`, which is taken off it.
struct Digits {
    std::size_t count = 0;
    int value = 0;
};
Digits takeDigits(std::string_view &text)
{
    Digits digits;
    for (; !text.empty() && isDigit(text.front()) && digits.count < 5; text.remove_prefix(1), ++digits.count)
        digits.value = 10 * digits.value + (text.front() - '0');
    return digits;
}

} // namespace

CsvCell readCsvCell(std::string_view text, char decimal, std::string &buffer)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {CsvCellKind::empty};
    text = text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    if (decimal == ',') {
        if (text.find('.') != std::string_view::npos)
            return {CsvCellKind::text};
        buffer = text;
        std::ranges::replace(buffer, ',', '.');
        text = buffer;
    }
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || failure == std::errc::invalid_argument)
        return {CsvCellKind::text};
    if (failure == std::errc::result_out_of_range)
        return {CsvCellKind::outOfRange};
    return {std::isfinite(value) ? CsvCellKind::number : CsvCellKind::notFinite, value};
}

Error refusedCell(const CsvCell &cell, const std::string &text, int line, std::size_t column, char decimal)
{
    const std::vector<Argument> place{std::to_string(line), std::to_string(column + 1), printable(text)};
    switch (cell.kind) {
    case CsvCellKind::notFinite:
        return error("Line %1, column %2: %3 is not a finite number.", place);
    case CsvCellKind::outOfRange:
        return error("Line %1, column %2: %3 is too large or too small for a number of 64 bits.", place);
    case CsvCellKind::empty:
        return error("Line %1, column %2 is empty, expected a number.", place);
    default:
        return decimal == ',' ? error("Line %1, column %2: \"%3\" is not a number with a decimal comma.", place)
                              : error("Line %1, column %2: \"%3\" is not a number.", place);
    }
}

char recogniseDecimal(std::string_view text, char separator)
{
    if (separator == ',')
        return '.';
    CsvRecords records(text, separator);
    CsvRecord first;
    const std::string_view rows = records.read(first) ? records.rest() : text;
    for (const char sign : {',', '.'}) {
        if (rows.find(sign) != std::string_view::npos)
            return sign;
    }
    return text.find(',') != std::string_view::npos ? ',' : '.';
}

bool isHeader(const CsvRecord &record)
{
    std::string buffer;
    const auto isName = [&](const std::string &cell) {
        return !isDate(cell) && std::ranges::all_of(std::string_view(".,"), [&](char decimal) {
            const CsvCellKind kind = readCsvCell(cell, decimal, buffer).kind;
            return kind == CsvCellKind::text || kind == CsvCellKind::empty;
        });
    };
    return 2 * std::ranges::count_if(record.cells, isName) >= std::ssize(record.cells) && !record.empty();
}

bool isMissing(std::string_view text)
{
    constexpr std::array<std::string_view, 10> signs{"", "na", "n/a", "#n/a", "nan", "null", "none", "-", "--", "?"};
    std::string lower(trimmed(text));
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return std::ranges::find(signs, lower) != signs.end();
}

bool isDate(std::string_view text)
{
    text = trimmed(text);
    if (isTime(text))
        return true;
    std::array<Digits, 3> parts{takeDigits(text)};
    if (text.empty() || std::string_view("-/.").find(text.front()) == std::string_view::npos)
        return false;
    const char sign = text.front();
    text.remove_prefix(1);
    parts[1] = takeDigits(text);
    const bool hasDay = !text.empty() && text.front() == sign;
    if (hasDay) {
        text.remove_prefix(1);
        parts[2] = takeDigits(text);
    }
    const auto isDay = [](const Digits &digits, int most) {
        return (digits.count == 1 || digits.count == 2) && digits.value >= 1 && digits.value <= most;
    };
    const bool yearFirst
        = parts[0].count == 4 && isDay(parts[1], 12) && (hasDay ? isDay(parts[2], 31) : sign == '-' && text.empty());
    const bool yearLast = hasDay && parts[2].count == 4 && isDay(parts[0], 31) && isDay(parts[1], 31);
    if (!yearFirst && !yearLast)
        return false;
    return text.empty() || ((text.front() == 'T' || text.front() == ' ') && isTime(trimmed(text.substr(1))));
}

std::string_view withoutEmptyEnd(std::string_view text)
{
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

} // namespace gatescope

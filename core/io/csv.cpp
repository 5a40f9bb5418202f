// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_records.h"
#include "core/io/number_limits.h"
#include "core/io/number_table.h"
#include "core/io/text_encoding.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatescope {

namespace {

enum class CellKind { number, notFinite, outOfRange, empty, text };

struct Cell {
    CellKind kind;
    double value = 0;
};

Cell readNumber(std::string_view text, char decimal, std::string &buffer)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {CellKind::empty};
    text = text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    if (decimal == ',') {
        if (text.find('.') != std::string_view::npos)
            return {CellKind::text};
        buffer = text;
        std::ranges::replace(buffer, ',', '.');
        text = buffer;
    }
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || failure == std::errc::invalid_argument)
        return {CellKind::text};
    if (failure == std::errc::result_out_of_range)
        return {CellKind::outOfRange};
    return {std::isfinite(value) ? CellKind::number : CellKind::notFinite, value};
}

Error refused(const Cell &cell, const std::string &text, int line, std::size_t column, char decimal)
{
    const std::vector<std::string> place{std::to_string(line), std::to_string(column + 1), printable(text)};
    switch (cell.kind) {
    case CellKind::notFinite:
        return error("Line %1, column %2: %3 is not a finite number.", place);
    case CellKind::outOfRange:
        return error("Line %1, column %2: %3 is too large or too small for a number of 64 bits.", place);
    case CellKind::empty:
        return error("Line %1, column %2 is empty, expected a number.", place);
    default:
        return decimal == ',' ? error("Line %1, column %2: \"%3\" is not a number with a decimal comma.", place)
                              : error("Line %1, column %2: \"%3\" is not a number.", place);
    }
}

/// With a comma between the cells the decimal sign is a point. Otherwise the rows tell, and only
/// where they hold whole numbers alone the first, which may be a header, is asked.
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

/// Names stand where at least half of the first record's cells are numbers with neither decimal sign.
bool isHeader(const CsvRecord &record)
{
    std::string buffer;
    const auto isName = [&](const std::string &cell) {
        return std::ranges::all_of(std::string_view(".,"), [&](char decimal) {
            const CellKind kind = readNumber(cell, decimal, buffer).kind;
            return kind == CellKind::text || kind == CellKind::empty;
        });
    };
    return 2 * std::ranges::count_if(record.cells, isName) >= std::ssize(record.cells) && !record.empty();
}

/// Gathers records into rows of one length.
class RowReader
{
public:
    explicit RowReader(char decimal) : m_decimal(decimal) {}

    std::size_t columns = 0; ///< 0: not known yet
    std::vector<double> values;

    Result<void> add(const CsvRecord &record)
    {
        if (columns == 0)
            columns = record.cells.size();
        if (record.cells.size() != columns)
            return error("Line %1 has %2 values, expected %3 as in the lines before.",
                         {std::to_string(record.line), std::to_string(record.cells.size()), std::to_string(columns)});
        if (values.size() + columns > mostNumbers)
            return error("Line %1: the table has more than %2 numbers.",
                         {std::to_string(record.line), std::to_string(mostNumbers)});
        for (std::size_t column = 0; column < columns; ++column) {
            const Cell cell = readNumber(record.cells[column], m_decimal, m_buffer);
            if (cell.kind != CellKind::number)
                return refused(cell, record.cells[column], record.line, column, m_decimal);
            values.push_back(cell.value);
        }
        return {};
    }

private:
    char m_decimal;
    std::string m_buffer;
};

/// Empty lines may stand at the end only.
std::string_view withoutEmptyEnd(std::string_view text)
{
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

} // namespace

Result<NumberTable> readCsv(std::string_view bytes, CsvFormat *recognised)
{
    if (bytes.size() > largestNumberFile)
        return error("The table has %1 bytes; at most %2 are read.",
                     {std::to_string(bytes.size()), std::to_string(largestNumberFile)});
    const Result<std::string> decoded = toUtf8(bytes);
    if (!decoded)
        return decoded.error();
    const std::string_view text = withoutEmptyEnd(*decoded);
    CsvFormat format;
    format.separator = recogniseSeparator(text);
    format.decimal = recogniseDecimal(text, format.separator);

    NumberTable table;
    CsvRecords records(text, format.separator);
    RowReader rows(format.decimal);
    CsvRecord record;
    for (bool first = true; !records.atEnd(); first = false) {
        const Result<void> read = records.read(record);
        if (!read)
            return read.error();
        if (first && isHeader(record)) {
            format.header = true;
            table.columns = record.cells;
            rows.columns = record.cells.size();
            continue;
        }
        const Result<void> added = rows.add(record);
        if (!added)
            return added.error();
    }
    if (rows.values.empty())
        return error("The table has no row of numbers.");
    const auto columns = static_cast<Eigen::Index>(rows.columns);
    table.values = Eigen::Map<const Matrix>(rows.values.data(), std::ssize(rows.values) / columns, columns);
    if (recognised)
        *recognised = format;
    return table;
}

} // namespace gatescope

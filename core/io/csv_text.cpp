// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_text.h"

#include "core/io/csv_cells.h"
#include "core/io/number_limits.h"
#include "core/io/text_encoding.h"

#include <map>
#include <set>

namespace gatescope {

namespace {

/// "rain (2nd)".
std::string numbered(const std::string &name, std::size_t number)
{
    const bool isTeen = number / 10 % 10 == 1;
    const char *const ending = isTeen || number % 10 == 0 || number % 10 > 3 ? "th"
        : number % 10 == 1                                                   ? "st"
        : number % 10 == 2                                                   ? "nd"
                                                                             : "rd";
    return name + " (" + std::to_string(number) + ending + ")";
}

/// Each column has a name of its own: the first that is called so keeps it.
std::vector<std::string> toldApart(const std::vector<std::string> &names)
{
    std::set<std::string> taken(names.begin(), names.end());
    std::map<std::string, std::size_t> seen;
    std::vector<std::string> own;
    for (const std::string &name : names) {
        std::size_t &number = ++seen[name];
        std::string called = name;
        while (number > 1 && !taken.insert(called = numbered(name, number)).second)
            ++number; // another column is called just that
        own.push_back(called);
    }
    return own;
}

} // namespace

Result<CsvText> CsvText::read(std::string_view bytes)
{
    if (bytes.size() > largestNumberFile)
        return error("The table has %1 bytes; at most %2 are read.",
                     {std::to_string(bytes.size()), std::to_string(largestNumberFile)});
    const Result<std::string> decoded = toUtf8(bytes);
    if (!decoded)
        return decoded.error();
    CsvText table;
    table.m_text = withoutEmptyEnd(*decoded);
    table.m_format.separator = recogniseSeparator(table.m_text);
    table.m_format.decimal = recogniseDecimal(table.m_text, table.m_format.separator);
    CsvRecords records(table.m_text, table.m_format.separator);
    CsvRecord first;
    if (const auto read = records.read(first); !read)
        return read.error();
    table.m_format.header = isHeader(first);
    if (table.m_text.empty() || (table.m_format.header && records.atEnd()))
        return error("The table has no row of numbers.");
    std::vector<std::string> names;
    for (std::size_t column = 0; column < first.cells.size(); ++column)
        names.push_back(table.m_format.header && !first.cells[column].empty() ? first.cells[column]
                                                                              : std::to_string(column + 1));
    table.m_columns = toldApart(names);
    return table;
}

Result<void> CsvText::forEachRow(const std::function<Result<void>(const CsvRecord &)> &visit) const
{
    CsvRecords records(m_text, m_format.separator);
    CsvRecord record;
    for (bool first = true; !records.atEnd(); first = false) {
        if (const auto read = records.read(record); !read)
            return read;
        if (first && m_format.header)
            continue;
        if (record.cells.size() != m_columns.size())
            return error(
                "Line %1 has %2 values, expected %3 as in the lines before.",
                {std::to_string(record.line), std::to_string(record.cells.size()), std::to_string(m_columns.size())});
        if (const auto visited = visit(record); !visited)
            return visited;
    }
    return {};
}

} // namespace gatescope

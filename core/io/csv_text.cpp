// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_text.h"

#include "core/io/csv_cells.h"
#include "core/io/number_limits.h"
#include "core/io/text_encoding.h"

namespace gatescope {

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
    for (std::size_t column = 0; column < first.cells.size(); ++column)
        table.m_columns.push_back(table.m_format.header && !first.cells[column].empty() ? first.cells[column]
                                                                                        : std::to_string(column + 1));
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

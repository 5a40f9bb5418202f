// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_cells.h"
#include "core/io/number_limits.h"
#include "core/io/number_table.h"
#include "core/io/text_encoding.h"

namespace gatescope {

namespace {

/// Gathers records into rows of one length.
class RowReader
{
public:
    explicit RowReader(char decimal) : m_decimal(decimal) { }

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
            const CsvCell cell = readCsvCell(record.cells[column], m_decimal, m_buffer);
            if (cell.kind != CsvCellKind::number)
                return refusedCell(cell, record.cells[column], record.line, column, m_decimal);
            values.push_back(cell.value);
        }
        return {};
    }

private:
    char m_decimal;
    std::string m_buffer;
};

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

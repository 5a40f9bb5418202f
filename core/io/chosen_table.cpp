// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chosen_table.h"

#include "core/base/file.h"
#include "core/io/csv_cells.h"
#include "core/io/csv_text.h"
#include "core/io/number_limits.h"
#include "core/io/table_preview.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace gatescope {

namespace {

std::string listed(const std::vector<std::string> &names)
{
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "" : ", ") + name;
    return printable(list);
}

/// Where the chosen columns stand.
Result<std::vector<std::size_t>> placesOf(const std::vector<std::string> &chosen,
                                          const std::vector<std::string> &columns)
{
    std::vector<std::size_t> places;
    for (const std::string &name : chosen) {
        std::size_t place = std::size_t(std::ranges::find(columns, name) - columns.begin());
        std::size_t number = 0;
        const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
        const bool isNumber = failure == std::errc() && end == name.data() + name.size();
        if (place == columns.size() && isNumber && number >= 1 && number <= columns.size())
            place = number - 1;
        if (place == columns.size())
            return error("The table has no column \"%1\"; it has %2.", {printable(name), listed(columns)});
        if (std::ranges::find(places, place) != places.end())
            return error("The column \"%1\" is chosen twice.", {printable(name)});
        places.push_back(place);
    }
    return places;
}

/// All columns that are not dates.
std::vector<std::size_t> usualPlaces(const TablePreview &preview)
{
    std::vector<std::size_t> usual;
    for (std::size_t column = 0; column < preview.columns.size(); ++column)
        if (preview.columns[column].kind != ColumnKind::date)
            usual.push_back(column);
    return usual;
}

/// Whether a column can be read as numbers.
Result<void> check(const ColumnPreview &column, std::size_t place)
{
    const std::vector<Argument> which{std::to_string(place + 1), printable(column.name)};
    switch (column.kind) {
    case ColumnKind::number:
        break;
    case ColumnKind::date:
        return error("Column %1 (%2) holds dates, which are no numbers: leave it out.", which);
    case ColumnKind::text:
        return error("Column %1 (%2) holds text, not numbers: leave it out.", which);
    case ColumnKind::empty:
        return error("Column %1 (%2) holds no number at all: leave it out.", which);
    }
    return {};
}

/// Gathers the chosen numbers row by row.
class ChosenRows
{
public:
    ChosenRows(const CsvText &table, std::vector<std::size_t> places, MissingValues missing)
        : m_table(table), m_places(std::move(places)), m_missing(missing), m_last(m_places.size()),
          m_row(m_places.size())
    {
    }

    std::vector<double> values;

    Result<void> add(const CsvRecord &record)
    {
        bool isWhole = true;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            const std::string &text = record.cells[m_places[i]];
            if (isMissing(text)) {
                if (m_missing == MissingValues::refuse)
                    return error("Line %1, column %2 (%3) has no value: drop such rows, fill in the last value, or "
                                 "leave the column out.",
                                 {std::to_string(record.line), std::to_string(m_places[i] + 1),
                                  printable(m_table.columns()[m_places[i]])});
                isWhole = isWhole && m_missing == MissingValues::lastValue && m_last[i].has_value();
                m_row[i] = m_last[i].value_or(0);
                continue;
            }
            const CsvCell cell = readCsvCell(text, m_table.format().decimal, m_buffer);
            if (cell.kind != CsvCellKind::number)
                return refusedCell(cell, text, record.line, m_places[i], m_table.format().decimal);
            m_last[i] = m_row[i] = cell.value;
        }
        if (!isWhole)
            return {};
        if (values.size() + m_row.size() > mostNumbers)
            return error("Line %1: the table has more than %2 numbers.",
                         {std::to_string(record.line), std::to_string(mostNumbers)});
        values.insert(values.end(), m_row.begin(), m_row.end());
        return {};
    }

private:
    const CsvText &m_table;
    std::vector<std::size_t> m_places;
    MissingValues m_missing;
    std::vector<std::optional<double>> m_last;
    std::vector<double> m_row;
    std::string m_buffer;
};

} // namespace

Result<NumberTable> readChosenCsv(std::string_view bytes, const TableChoice &choice)
{
    const auto preview = previewTable(bytes, 0);
    if (!preview)
        return preview.error();
    const auto table = CsvText::read(bytes);
    if (!table)
        return table.error();
    const auto places
        = choice.columns.empty() ? Result(usualPlaces(*preview)) : placesOf(choice.columns, table->columns());
    if (!places)
        return places.error();
    if (places->empty())
        return error("The table holds nothing but dates: there is no column of numbers.");
    for (const std::size_t place : *places)
        if (const auto readable = check(preview->columns[place], place); !readable)
            return readable.error();

    ChosenRows rows(*table, *places, choice.missing);
    if (const auto read = table->forEachRow([&](const CsvRecord &record) { return rows.add(record); }); !read)
        return read.error();
    if (rows.values.empty())
        return error("In each of the %1 rows a value is missing: fill in the last values, or leave a column out.",
                     {std::to_string(preview->rows)});
    NumberTable chosen;
    for (const std::size_t place : *places)
        if (table->format().header)
            chosen.columns.push_back(table->columns()[place]);
    const auto columns = Eigen::Index(places->size());
    chosen.values = Eigen::Map<const Matrix>(rows.values.data(), std::ssize(rows.values) / columns, columns);
    return chosen;
}

Result<NumberTable> readChosenTable(const std::filesystem::path &path, const TableChoice &choice)
{
    const Result<std::string> bytes = readFile(path, largestNumberFile);
    if (!bytes)
        return bytes.error();
    const auto read = [&]() -> Result<NumberTable> {
        if (isCsv(*bytes, path))
            return readChosenCsv(*bytes, choice);
        const auto tables = readNumbers(*bytes, path);
        if (!tables)
            return tables.error();
        if (tables->size() != 1)
            return error("It holds %1 tables, expected one.", {std::to_string(tables->size())});
        const NumberTable &whole = tables->front();
        std::vector<std::string> numbers;
        for (Eigen::Index column = 1; column <= whole.values.cols(); ++column)
            numbers.push_back(std::to_string(column));
        const auto places = placesOf(choice.columns.empty() ? numbers : choice.columns, numbers);
        if (!places)
            return places.error();
        NumberTable chosen{{}, Matrix(whole.values.rows(), Eigen::Index(places->size()))};
        for (std::size_t i = 0; i < places->size(); ++i)
            chosen.values.col(Eigen::Index(i)) = whole.values.col(Eigen::Index((*places)[i]));
        return chosen;
    };
    auto table = read();
    if (!table)
        return inPlace(printable(path.string()), table.error());
    return table;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/table_preview.h"

#include "core/base/file.h"
#include "core/io/csv_cells.h"
#include "core/io/csv_text.h"
#include "core/io/number_limits.h"

namespace gatescope {

namespace {

/// Counts of what stood in a column so far.
struct Tally {
    int numbers = 0, dates = 0, texts = 0, missing = 0;
    std::string first;
    bool differs = false;

    void add(const std::string &text, char decimal, std::string &buffer)
    {
        if (isMissing(text)) {
            ++missing;
            return;
        }
        if (numbers + dates + texts == 0)
            first = text;
        differs = differs || text != first;
        if (readCsvCell(text, decimal, buffer).kind == CsvCellKind::number)
            ++numbers;
        else
            ++(isDate(text) ? dates : texts);
    }
    ColumnKind kind() const
    {
        const int values = numbers + dates + texts;
        if (values == 0)
            return ColumnKind::empty;
        if (2 * numbers >= values)
            return ColumnKind::number;
        return 2 * dates >= values ? ColumnKind::date : ColumnKind::text;
    }
};

} // namespace

Result<TablePreview> previewTable(std::string_view bytes, std::size_t firstRows)
{
    const auto table = CsvText::read(bytes);
    if (!table)
        return table.error();
    TablePreview preview{.format = table->format(), .rows = 0, .columns = {}, .firstRows = {}};
    std::vector<Tally> tallies(table->columns().size());
    std::string buffer;
    const auto looked = table->forEachRow([&](const CsvRecord &record) -> Result<void> {
        for (std::size_t column = 0; column < tallies.size(); ++column)
            tallies[column].add(record.cells[column], preview.format.decimal, buffer);
        if (preview.firstRows.size() < firstRows)
            preview.firstRows.push_back(record.cells);
        ++preview.rows;
        return {};
    });
    if (!looked)
        return looked.error();
    for (std::size_t column = 0; column < tallies.size(); ++column) {
        const Tally &tally = tallies[column];
        preview.columns.push_back({table->columns()[column], tally.kind(), tally.missing,
                                   !tally.differs && tally.kind() != ColumnKind::empty});
    }
    return preview;
}

Result<TablePreview> previewTableFile(const std::filesystem::path &path, std::size_t firstRows)
{
    const Result<std::string> bytes = readFile(path, largestNumberFile);
    if (!bytes)
        return bytes.error();
    auto preview = previewTable(*bytes, firstRows);
    if (!preview)
        return inPlace(printable(path.string()), preview.error());
    return preview;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/number_table.h"

namespace gatescope {

/// What a column of a CSV text holds, judged by most of its cells that are not missing.
enum class ColumnKind { number, date, text, empty };

struct ColumnPreview {
    std::string name; ///< no other column's, see CsvText::columns()
    ColumnKind kind = ColumnKind::empty;
    int missing = 0;         ///< cells that hold no value, see isMissing()
    bool isConstant = false; ///< all its values are the same text: nothing can be learned from it
};

/// What a person sees of a CSV file before it is read.
struct TablePreview {
    CsvFormat format;
    int rows = 0; ///< without the header
    std::vector<ColumnPreview> columns;
    std::vector<std::vector<std::string>> firstRows; ///< as they stand there
};

/// Looks at every row. Refuses what is no table: no rows, rows of different lengths, too many bytes.
Result<TablePreview> previewTable(std::string_view bytes, std::size_t firstRows = 8);
/// A file of too many bytes is refused before it is read.
Result<TablePreview> previewTableFile(const std::filesystem::path &path, std::size_t firstRows = 8);

} // namespace gatescope

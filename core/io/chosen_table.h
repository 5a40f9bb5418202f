// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/number_table.h"

#include <array>
#include <utility>

namespace gatescope {

/// What becomes of a row in which a chosen value is missing.
enum class MissingValues {
    refuse,
    dropRow,
    lastValue ///< the column's last value before it stands in; rows before a column's first value are dropped
};

/// What they are called in files and on the command line.
inline constexpr std::array missingValueNames{std::pair("refuse", MissingValues::refuse),
                                              std::pair("drop", MissingValues::dropRow),
                                              std::pair("last", MissingValues::lastValue)};

/// What a person reads of a table.
struct TableChoice {
    /// By name, or by number from 1 where no column is called so, in this order; empty: all but those of dates.
    std::vector<std::string> columns = {};
    MissingValues missing = MissingValues::refuse;
    /// Learned is by how much the last column changes from row to row, not its values; the table is read alike.
    bool differences = false;

    bool operator==(const TableChoice &) const = default;
};

/// Reads the chosen columns of a CSV text. Refuses columns that are not there, a column without a number, a cell that
/// is neither missing nor a number, and a choice that leaves no row; the sentence names line and column.
Result<NumberTable> readChosenCsv(std::string_view bytes, const TableChoice &choice);

/// The same of a file in any format that readNumberFile() knows, if it holds one table; only CSV has missing values.
/// A file of too many bytes is refused before it is read.
Result<NumberTable> readChosenTable(const std::filesystem::path &path, const TableChoice &choice);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace gatescope {

/// A table of numbers: rows are steps, columns are features.
struct NumberTable {
    std::vector<std::string> columns; ///< from the header; empty without one
    Matrix values;                    ///< [rows, columns]
};

/// What a CSV text turned out to be.
struct CsvFormat {
    char separator = ',';
    char decimal = '.';
    bool header = false;
};

/// Reads CSV (RFC 4180). Recognises separator (comma, semicolon, tab), decimal comma, byte order
/// mark (UTF-8, UTF-16), line ends and a header. Refuses ragged rows, text in a number column and
/// values that are not finite; the sentence names line and column.
Result<NumberTable> readCsv(std::string_view text, CsvFormat *recognised = nullptr);

/// Reads .npy versions 1 to 3: f8, f4, f2 and integers, C order, 1 to 3 dimensions. One dimension is
/// a column; three are [batch, time, feature] and give one table per sequence.
Result<std::vector<NumberTable>> readNpy(std::string_view bytes);

/// Reads a JSON array of rows, or {"x": …} with three levels; one table per sequence.
Result<std::vector<NumberTable>> readNumberJson(std::string_view text);

/// Whether it is taken for CSV: neither .npy nor JSON, by content and name.
bool isCsv(std::string_view bytes, const std::filesystem::path &path);
/// Reads bytes of a file that is called so.
Result<std::vector<NumberTable>> readNumbers(std::string_view bytes, const std::filesystem::path &path);

/// Chooses by the file's content and name: .csv, .tsv, .txt, .json, .npy. A file of too many bytes is refused before it
/// is read.
Result<std::vector<NumberTable>> readNumberFile(const std::filesystem::path &path);

} // namespace gatescope

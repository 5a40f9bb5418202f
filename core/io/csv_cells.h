// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/csv_records.h"

#include <string>
#include <string_view>

namespace gatescope {

enum class CsvCellKind { number, notFinite, outOfRange, empty, text };

struct CsvCell {
    CsvCellKind kind;
    double value = 0;
};

/// What a cell holds, where numbers are written with this decimal sign; `buffer` is memory to use again.
CsvCell readCsvCell(std::string_view text, char decimal, std::string &buffer);

/// The sentence about a cell that should be a number and is none; columns count from 0 here and from 1 in the sentence.
Error refusedCell(const CsvCell &cell, const std::string &text, int line, std::size_t column, char decimal);

/// Whether a cell stands for a value that is not known: empty, or NA, N/A, NaN, null, none, a dash, a question mark.
bool isMissing(std::string_view text);

/// Whether a cell is a date or a time of day as tables write them: 2024-01-31, 2024/1/31, 31.01.2024, 1/31/2024,
/// 2024-01, 12:30, each date with a time behind it or not.
bool isDate(std::string_view text);

/// The decimal sign. With a comma between the cells it is a point. Otherwise the rows tell, and only
/// where they hold whole numbers alone the first, which may be a header, is asked.
char recogniseDecimal(std::string_view text, char separator);

/// Names stand where at least half of the first record's cells are neither numbers, with either decimal sign, nor
/// dates.
bool isHeader(const CsvRecord &record);

/// Empty lines may stand at the end only.
std::string_view withoutEmptyEnd(std::string_view text);

} // namespace gatescope

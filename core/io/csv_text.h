// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csv_records.h"
#include "core/io/number_table.h"

#include <functional>

namespace gatescope {

/// A CSV text whose separator, decimal sign and header have been recognised, and whose cells may hold anything.
class CsvText
{
public:
    /// Refuses too many bytes, bytes that are no text, and a text without a row.
    static Result<CsvText> read(std::string_view bytes);

    const CsvFormat &format() const { return m_format; }
    /// From the header, where the second of a name is told apart as "name (2nd)"; without a header the columns'
    /// numbers, counted from 1.
    const std::vector<std::string> &columns() const { return m_columns; }

    /// Each row behind the header, until one is refused. Refuses rows of another length and broken quotes.
    Result<void> forEachRow(const std::function<Result<void>(const CsvRecord &)> &visit) const;

private:
    std::string m_text; ///< UTF-8
    CsvFormat m_format;
    std::vector<std::string> m_columns;
};

} // namespace gatescope

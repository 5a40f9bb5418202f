// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// One record of a CSV text: its cells without quotes, and the line where it begins, from 1.
struct CsvRecord {
    std::vector<std::string> cells;
    int line = 1;

    /// A line with nothing on it.
    bool empty() const { return cells.size() == 1 && cells[0].empty(); }
};

/// Splits a CSV text into records (RFC 4180): cells in double quotes may hold separators, line ends
/// and doubled quotes. Lines end in \n, \r\n or \r.
class CsvRecords
{
public:
    CsvRecords(std::string_view text, char separator) : m_text(text), m_separator(separator) { }

    bool atEnd() const { return m_next == m_text.size(); }
    /// The part of the text that has not been read yet.
    std::string_view rest() const { return m_text.substr(m_next); }
    /// Reads the next record into `record`, whose memory is used again. Refuses a quote that is not
    /// closed and text behind a closing quote.
    Result<void> read(CsvRecord &record);

private:
    Result<void> readCell(std::string &cell, std::size_t number);
    Result<void> readQuoted(std::string &cell, std::size_t number);
    bool atLineEnd() const { return atEnd() || m_text[m_next] == '\n' || m_text[m_next] == '\r'; }
    void skipLineEnd();

    std::string_view m_text;
    char m_separator;
    std::size_t m_next = 0;
    int m_line = 1;
};

/// Comma, semicolon or tab: the one that most of the first records have outside of quotes. Where
/// several are in most, tab comes before semicolon before comma, which may be the decimal sign.
char recogniseSeparator(std::string_view text);

} // namespace gatescope

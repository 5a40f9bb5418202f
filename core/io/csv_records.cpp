// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_records.h"

#include "core/io/number_limits.h"

namespace gatescope {

Result<void> CsvRecords::read(CsvRecord &record)
{
    record.line = m_line;
    std::size_t number = 0;
    while (true) {
        if (number == mostColumns)
            return error("Line %1 has more than %2 columns.", {std::to_string(m_line), std::to_string(mostColumns)});
        if (record.cells.size() == number)
            record.cells.emplace_back();
        const Result<void> cell = readCell(record.cells[number], number);
        if (!cell)
            return cell;
        ++number;
        if (atLineEnd())
            break;
        ++m_next; // the separator
    }
    record.cells.resize(number);
    skipLineEnd();
    return {};
}

Result<void> CsvRecords::readCell(std::string &cell, std::size_t number)
{
    cell.clear();
    if (!atEnd() && m_text[m_next] == '"')
        return readQuoted(cell, number);
    const std::size_t begin = m_next;
    while (!atLineEnd() && m_text[m_next] != m_separator)
        ++m_next;
    cell = m_text.substr(begin, m_next - begin);
    return {};
}

Result<void> CsvRecords::readQuoted(std::string &cell, std::size_t number)
{
    const int openedAt = m_line;
    for (++m_next; !atEnd(); ++m_next) {
        const char character = m_text[m_next];
        if (character == '"') {
            const bool doubled = m_next + 1 < m_text.size() && m_text[m_next + 1] == '"';
            if (!doubled)
                break;
            ++m_next;
        }
        const bool firstOfTwo = character == '\r' && m_next + 1 < m_text.size() && m_text[m_next + 1] == '\n';
        m_line += character == '\n' || (character == '\r' && !firstOfTwo) ? 1 : 0;
        cell += character;
    }
    if (atEnd())
        return error("Line %1, column %2: the quote is never closed.",
                     {std::to_string(openedAt), std::to_string(number + 1)});
    ++m_next;
    if (!atLineEnd() && m_text[m_next] != m_separator)
        return error("Line %1, column %2: there is text behind the closing quote.",
                     {std::to_string(m_line), std::to_string(number + 1)});
    return {};
}

void CsvRecords::skipLineEnd()
{
    if (atEnd())
        return;
    const bool two = m_text.substr(m_next).starts_with("\r\n");
    m_next += two ? 2 : 1;
    ++m_line;
}

char recogniseSeparator(std::string_view text)
{
    constexpr int records = 20;
    for (const char candidate : {'\t', ';', ','}) {
        CsvRecords reader(text, candidate);
        CsvRecord record;
        int seen = 0;
        int split = 0;
        while (seen < records && !reader.atEnd() && reader.read(record)) {
            seen += record.empty() ? 0 : 1;
            split += record.cells.size() > 1 ? 1 : 0;
        }
        if (2 * split > seen)
            return candidate;
    }
    return ',';
}

} // namespace gatescope

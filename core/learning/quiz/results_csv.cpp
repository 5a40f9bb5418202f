// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/results_csv.h"

#include "core/io/csv_records.h"
#include "core/learning/exchange/words.h"
#include "core/learning/questions/topics.h"

#include <algorithm>
#include <charconv>

namespace gatescope {

namespace {

using Cells = std::vector<std::string>;

const Cells learnerColumns{"learner", "topic", "right", "wrong", "level"};
const Cells handsColumns{"number", "question", "topic", "text", "right", "hands"};

/// What a cell must not begin with, lest a spreadsheet compute it; the apostrophe, lest one of the text be taken away.
constexpr std::string_view formulaSigns = "=+-@\t\r\n'";

std::string guarded(const std::string &text)
{
    const bool begins = !text.empty() && formulaSigns.find(text.front()) != std::string_view::npos;
    return "\"" + replacedAll((begins ? "'" : "") + text, "\"", "\"\"") + "\"";
}

std::string unguarded(const std::string &cell)
{
    const bool isGuarded
        = cell.size() > 1 && cell.front() == '\'' && formulaSigns.find(cell[1]) != std::string_view::npos;
    return isGuarded ? cell.substr(1) : cell;
}

std::string lineOf(const Cells &cells)
{
    std::string line;
    for (const std::string &cell : cells)
        line += (line.empty() ? "" : ",") + cell;
    return line + "\r\n";
}

/// The rows below the header, which must be this one.
Result<std::vector<CsvRecord>> recordsBelow(std::string_view text, const Cells &columns)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark))
        text.remove_prefix(mark.size());
    CsvRecords records(text, recogniseSeparator(text));
    std::vector<CsvRecord> rows;
    CsvRecord record;
    bool isHeader = true;
    while (!records.atEnd()) {
        if (const auto read = records.read(record); !read)
            return read.error();
        if (record.empty())
            continue;
        if (isHeader && record.cells != columns)
            return error("line %1: expected the columns %2.",
                         {std::to_string(record.line), listed({columns.begin(), columns.end()})});
        if (record.cells.size() != columns.size())
            return error(
                "line %1: %2 cells, expected %3.",
                {std::to_string(record.line), std::to_string(record.cells.size()), std::to_string(columns.size())});
        if (!isHeader)
            rows.push_back(record);
        isHeader = false;
    }
    if (isHeader)
        return error("expected the columns %1.", {listed({columns.begin(), columns.end()})});
    return rows;
}

std::optional<int> countIn(const std::string &cell)
{
    int count = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), count);
    return read.ec == std::errc() && read.ptr == cell.data() + cell.size() && count >= 0 ? std::optional(count)
                                                                                         : std::nullopt;
}

Error noCount(const CsvRecord &row)
{
    return error("line %1: expected counts of answers.", {std::to_string(row.line)});
}

} // namespace

std::vector<TopicScore> scoresOf(const std::string &learner, const Progress &progress)
{
    std::vector<TopicScore> scores;
    for (const Topic &topic : topics()) {
        const Progress::TopicResult result = progress.topic(topic.name);
        if (result.right + result.wrong > 0)
            scores.push_back({learner, std::string(topic.name), result.right, result.wrong, result.level});
    }
    return scores;
}

std::string writeResultsCsv(const std::vector<TopicScore> &scores)
{
    std::string text = lineOf(learnerColumns);
    for (const TopicScore &score : scores)
        text += lineOf({guarded(score.learner), guarded(score.topic), std::to_string(score.right),
                        std::to_string(score.wrong), std::string(nameOf(score.level))});
    return text;
}

Result<std::vector<TopicScore>> readResultsCsv(std::string_view text)
{
    const auto rows = recordsBelow(text, learnerColumns);
    if (!rows)
        return rows.error();
    std::vector<TopicScore> scores;
    for (const CsvRecord &row : *rows) {
        const auto right = countIn(row.cells[2]), wrong = countIn(row.cells[3]);
        const auto level = levelNamed(row.cells[4]);
        if (!right || !wrong)
            return noCount(row);
        if (!level)
            return error("line %1: the level is easy, medium or hard.", {std::to_string(row.line)});
        scores.push_back({unguarded(row.cells[0]), unguarded(row.cells[1]), *right, *wrong, *level});
    }
    return scores;
}

std::string writeHandsCsv(const std::vector<HandsScore> &scores)
{
    std::string text = lineOf(handsColumns);
    for (std::size_t i = 0; i < scores.size(); ++i)
        text += lineOf({std::to_string(i + 1), guarded(scores[i].question), guarded(scores[i].topic),
                        guarded(scores[i].text), std::to_string(scores[i].right), std::to_string(scores[i].hands)});
    return text;
}

Result<std::vector<HandsScore>> readHandsCsv(std::string_view text)
{
    const auto rows = recordsBelow(text, handsColumns);
    if (!rows)
        return rows.error();
    std::vector<HandsScore> scores;
    for (const CsvRecord &row : *rows) {
        const auto right = countIn(row.cells[4]), hands = countIn(row.cells[5]);
        if (!right || !hands)
            return noCount(row);
        scores.push_back({unguarded(row.cells[1]), unguarded(row.cells[2]), unguarded(row.cells[3]), *right, *hands});
    }
    return scores;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/question_csv.h"

#include "core/base/unicode.h"
#include "core/io/csv_records.h"
#include "core/learning/exchange/lettered_answer.h"
#include "core/learning/exchange/words.h"
#include "core/learning/questions/typed_number.h"

#include <algorithm>
#include <limits>
#include <map>

namespace gatescope {

namespace {

std::string optionColumn(std::size_t option)
{
    return std::string("option ") + static_cast<char>('A' + option);
}

std::string csvCell(const std::string &text)
{
    if (text.find_first_of("\",;\t\r\n") == std::string::npos && stripped(text) == text)
        return text;
    return "\"" + replacedAll(text, "\"", "\"\"") + "\"";
}

std::vector<std::pair<std::string, std::string>> csvFields(const Question &question)
{
    std::vector<std::pair<std::string, std::string>> fields{{"id", question.id},
                                                            {"topic", question.topic},
                                                            {"lesson", question.lesson},
                                                            {"level", std::string(nameOf(question.level))},
                                                            {"kind", std::string(nameOf(question.kind))},
                                                            {"text", question.text.english()}};
    for (std::size_t option = 0; option < question.options.size(); ++option)
        fields.emplace_back(optionColumn(option), question.options[option].english());
    fields.emplace_back("answer", letteredAnswer(question, question.answer));
    if (question.kind == QuestionKind::numeric)
        fields.emplace_back("tolerance", shortestText(question.tolerance));
    std::string solution;
    for (const SolutionStep &step : question.solution)
        solution += (solution.empty() ? "" : "\n") + replacedAll(step.text.english(), "\n", " ");
    fields.emplace_back("hint", question.hint.english());
    fields.emplace_back("solution", solution);
    fields.emplace_back("source", question.source);
    for (std::size_t i = 0; i < question.misconceptions.size(); ++i) {
        fields.emplace_back("wrong " + std::to_string(i + 1),
                            letteredAnswer(question, question.misconceptions[i].answer));
        fields.emplace_back("why " + std::to_string(i + 1), question.misconceptions[i].why.english());
    }
    return fields;
}

/// The columns that these questions need.
std::vector<std::string> csvColumns(const std::vector<Question> &questions)
{
    std::size_t options = 0;
    std::size_t mistakes = 0;
    for (const Question &question : questions) {
        options = std::max(options, question.options.size());
        mistakes = std::max(mistakes, question.misconceptions.size());
    }
    std::vector<std::string> columns{"id", "topic", "lesson", "level", "kind", "text"};
    for (std::size_t option = 0; option < options; ++option)
        columns.push_back(optionColumn(option));
    for (const char *name : {"answer", "tolerance", "hint", "solution", "source"})
        columns.emplace_back(name);
    for (std::size_t i = 1; i <= mistakes; ++i)
        columns.insert(columns.end(), {"wrong " + std::to_string(i), "why " + std::to_string(i)});
    return columns;
}

using Row = std::map<std::string, std::string>;

std::string cellOf(const Row &row, const std::string &column)
{
    const auto found = row.find(column);
    return found == row.end() ? "" : found->second;
}

Result<void> readMistakes(const Row &row, Question &question)
{
    for (const auto &[column, cell] : row) {
        if (!column.starts_with("wrong ") || cell.empty())
            continue;
        const auto wrong = answerIn(cell, question.kind);
        if (!wrong)
            return inPlace(column, wrong.error());
        question.misconceptions.push_back({*wrong, {cellOf(row, "why " + column.substr(6)), {}}});
    }
    return {};
}

/// Without gaps, as the letters of the answer count them.
Result<void> readOptions(const Row &row, Question &question)
{
    for (std::size_t option = 0; option < mostLetteredOptions; ++option) {
        const std::string text = cellOf(row, optionColumn(option));
        if (!text.empty() && question.options.size() < option)
            return error("%1 is empty and %2 is not.", {optionColumn(question.options.size()), optionColumn(option)});
        if (!text.empty())
            question.options.push_back({text, {}});
    }
    return {};
}

Result<Question> readRow(const Row &row, const ImportDefaults &defaults)
{
    const auto kind = questionKindNamed(cellOf(row, "kind"));
    if (!kind)
        return error("kind: \"%1\" is none; expected choice, choices, numeric, shape, order or point.",
                     {printable(cellOf(row, "kind"))});
    Question question;
    question.kind = *kind;
    question.text = {cellOf(row, "text"), {}};
    const std::string id = cellOf(row, "id");
    question.id = id.empty() ? idFromName(question.text.text) : replacedAll(id, ":", "-");
    question.topic = cellOf(row, "topic").empty() ? defaults.topic : cellOf(row, "topic");
    question.lesson = cellOf(row, "lesson").empty() ? defaults.lesson : cellOf(row, "lesson");
    const std::string level = cellOf(row, "level");
    if (!level.empty() && !levelNamed(level))
        return error("level: \"%1\" is none; expected easy, medium or hard.", {printable(level)});
    question.level = levelNamed(level).value_or(defaults.level);
    if (const auto options = readOptions(row, question); !options)
        return options.error();
    const auto answer = answerIn(cellOf(row, "answer"), *kind);
    if (!answer)
        return inPlace("answer", answer.error());
    question.answer = *answer;
    if (const std::string tolerance = cellOf(row, "tolerance"); !tolerance.empty()) {
        const auto distance = oneNumberIn(tolerance);
        if (!distance)
            return error("tolerance: \"%1\" is no distance.", {printable(tolerance)});
        question.tolerance = *distance;
    }
    question.hint = {cellOf(row, "hint"), {}};
    for (std::string &line : filledLines(cellOf(row, "solution")))
        question.solution.push_back({{std::move(line), {}}, std::nullopt});
    question.source = cellOf(row, "source");
    if (const auto read = readMistakes(row, question); !read)
        return read.error();
    return question;
}

/// What parts the names of the columns; texts below may hold more of another sign.
char headerSeparator(std::string_view text)
{
    const std::string_view header = text.substr(0, text.find('\n'));
    return *std::ranges::max_element(std::string_view(",;\t"), {},
                                     [&](char sign) { return std::ranges::count(header, sign); });
}

/// Whether a column of this name is read.
bool isCsvColumn(const std::string &name)
{
    for (const char *known :
         {"id", "topic", "lesson", "level", "kind", "text", "answer", "tolerance", "hint", "solution", "source"})
        if (name == known)
            return true;
    for (std::size_t option = 0; option < mostLetteredOptions; ++option)
        if (name == optionColumn(option))
            return true;
    return name.starts_with("wrong ") || name.starts_with("why ");
}

} // namespace

std::string writeQuestionCsv(const std::vector<Question> &questions)
{
    const std::vector<std::string> columns = csvColumns(questions);
    std::string text;
    for (const std::string &column : columns)
        text += (text.empty() ? "" : ",") + column;
    text += "\r\n";
    for (const Question &question : questions) {
        const auto fields = csvFields(question);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto field = std::ranges::find(fields, columns[i], &std::pair<std::string, std::string>::first);
            text += (i == 0 ? "" : ",") + (field == fields.end() ? "" : csvCell(field->second));
        }
        text += "\r\n";
    }
    return text;
}

Result<QuestionRows> readQuestionCsv(std::string_view bytes, const ImportDefaults &defaults)
{
    if (!isUtf8(bytes) || looksLikeUtf16(bytes))
        return error("the file holds bytes that are no text in UTF-8: save the table as \"CSV UTF-8\".");
    const std::string text = plainLineEnds(bytes);
    CsvRecords records(text, headerSeparator(text));
    CsvRecord header;
    if (const auto fine = records.read(header); !fine)
        return fine.error();
    QuestionRows rows;
    for (std::string &column : header.cells) {
        column = stripped(column);
        if (!column.empty() && !isCsvColumn(column))
            rows.notes.push_back(
                error("the column \"%1\" is left out: it is none of those of a question.", {printable(column)}));
    }
    for (const char *needed : {"kind", "text", "answer"})
        if (std::ranges::find(header.cells, needed) == header.cells.end())
            return error(
                "line 1: there is no column \"%1\"; a table of questions begins with the names of its columns.",
                {needed});
    CsvRecord record;
    while (!records.atEnd()) {
        if (const auto fine = records.read(record); !fine)
            return fine.error();
        if (std::ranges::all_of(record.cells, [](const std::string &cell) { return stripped(cell).empty(); }))
            continue;
        Row row;
        for (std::size_t i = 0; i < std::min(record.cells.size(), header.cells.size()); ++i)
            row[header.cells[i]] = stripped(record.cells[i]);
        const auto question = readRow(row, defaults);
        if (question && record.cells.size() <= header.cells.size())
            rows.questions.push_back(*question);
        else
            rows.refused.push_back(
                error("line %1, question \"%2\": %3",
                      {std::to_string(record.line), printable(cellOf(row, "id")),
                       question ? error("it has more cells than there are columns.") : question.error()}));
    }
    return rows;
}

} // namespace gatescope

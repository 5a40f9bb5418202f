// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/class_list.h"

#include "core/base/sentence.h"
#include "core/io/csv_records.h"
#include "core/io/text_encoding.h"
#include "core/learning/exchange/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace gatescope {

namespace {

constexpr std::size_t longestName = 80;

// What the first line of a table calls its columns, as registers and courses write it, in small letters.
constexpr std::array wholeNames{"name",         "names",        "full name",    "student",
                                "students",     "student name", "pupil",        "schüler",
                                "schülerin",    "schüler/in",   "schülerinnen", "teilnehmer",
                                "teilnehmerin", "display name", "anzeigename",  "vollständiger name"};
constexpr std::array firstNames{"first name", "firstname", "first", "given name", "forename", "vorname", "rufname"};
constexpr std::array lastNames{"last name",   "lastname",     "last",     "surname",
                               "family name", "familienname", "nachname", "zuname"};

/// Where a table has its names: in one column, or in two that are read one behind the other.
struct NameColumns {
    std::size_t first = 0;
    std::optional<std::size_t> last;
};

std::string smallLetters(std::string_view text)
{
    std::string small(stripped(text));
    for (char &letter : small)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter | 0x20);
    return small;
}

template<typename Words>
std::optional<std::size_t> columnCalled(const Words &words, const std::vector<std::string> &cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (std::ranges::find(words, smallLetters(cells[i])) != words.end())
            return i;
    return std::nullopt;
}

/// Beside "Vorname" a "Name" is the family's.
std::optional<NameColumns> nameColumnsOf(const std::vector<std::string> &header)
{
    const auto whole = columnCalled(wholeNames, header);
    const auto first = columnCalled(firstNames, header), last = columnCalled(lastNames, header);
    if (first)
        return NameColumns{*first, last ? last : whole};
    if (whole)
        return NameColumns{*whole, std::nullopt};
    return last ? std::optional(NameColumns{*last, std::nullopt}) : std::nullopt;
}

std::string cellOf(const CsvRecord &row, std::size_t column)
{
    return column < row.cells.size() ? std::string(stripped(row.cells[column])) : std::string();
}

bool isBlank(const CsvRecord &row)
{
    return std::ranges::all_of(row.cells, [](const std::string &cell) { return stripped(cell).empty(); });
}

/// The rows below the first line, which has said where the names are.
Result<std::vector<std::string>> namesBelow(CsvRecords &records, const NameColumns &columns)
{
    std::vector<std::string> names;
    CsvRecord row;
    while (!records.atEnd()) {
        if (const auto read = records.read(row); !read)
            return read.error();
        if (isBlank(row))
            continue;
        const std::string last = columns.last ? cellOf(row, *columns.last) : std::string();
        std::string name = cellOf(row, columns.first);
        name += (name.empty() || last.empty() ? "" : " ") + last;
        if (name.empty())
            return error("line %1: there is no name in it.", {std::to_string(row.line)});
        names.push_back(std::move(name));
    }
    return names;
}

std::string withoutQuotes(std::string line)
{
    while (line.ends_with(';') || line.ends_with(',') || line.ends_with('\t'))
        line.pop_back(); // of a column that is empty
    if (line.size() < 2 || !line.starts_with('"') || !line.ends_with('"'))
        return line;
    return std::string(stripped(replacedAll(std::string_view(line).substr(1, line.size() - 2), "\"\"", "\"")));
}

std::vector<std::string> namesOnLines(std::string_view text)
{
    std::vector<std::string> names = filledLines(text);
    std::ranges::transform(names, names.begin(), withoutQuotes);
    std::erase(names, std::string());
    return names;
}

/// A comma may stand in a name, a semicolon or a tab parts columns.
Result<std::vector<std::string>> namesIn(const std::string &text)
{
    // Lines before the first that says something; in that one a tab parts a first cell that is empty.
    std::string_view filled = text;
    const std::size_t said = std::min(filled.find_first_not_of(" \t\n"), filled.size());
    filled.remove_prefix(filled.substr(0, said).rfind('\n') + 1);
    const char separator = recogniseSeparator(filled);
    CsvRecords records(filled, separator);
    CsvRecord first;
    if (records.atEnd())
        return std::vector<std::string>();
    if (const auto read = records.read(first); !read)
        return read.error();
    const auto columns = nameColumnsOf(first.cells);
    if (columns && first.cells.size() == 1 && separator == ',')
        return namesOnLines(records.rest()); // with a word over them: a comma is one of a name
    if (columns)
        return namesBelow(records, *columns);
    const auto filledCells
        = std::ranges::count_if(first.cells, [](const std::string &cell) { return !stripped(cell).empty(); });
    if (separator != ',' && filledCells > 1)
        return error("the list has several columns, and no first line says which one holds the names: write \"Name\", "
                     "or \"First name\" and \"Last name\", over them.");
    return namesOnLines(text);
}

} // namespace

std::vector<std::string> numberedStudents(int count, const std::string &word)
{
    std::vector<std::string> students;
    for (int i = 1; i <= count; ++i)
        students.push_back(word + " " + std::to_string(i));
    return students;
}

Result<std::vector<std::string>> studentsIn(std::string_view text)
{
    const auto plain = toUtf8(text);
    if (!plain)
        return plain.error();
    auto students = namesIn(plainLineEnds(*plain));
    if (!students)
        return students;
    std::set<std::string> seen;
    for (std::string &student : *students) {
        if (student.size() > longestName)
            return error("\"%1\" is longer than a name: one stands on each line.", {printable(student)});
        student = printable(student);
        if (!seen.insert(student).second)
            return error("\"%1\" stands there twice: the key could not tell them apart.", {student});
    }
    if (students->empty())
        return error("there is no name in it: one stands on each line.");
    if (students->size() > std::size_t(mostStudents))
        return error("there are %1 names, at most %2 are possible.",
                     {std::to_string(students->size()), std::to_string(mostStudents)});
    return students;
}

std::string classListText(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        const bool isQuoted = name.find_first_of(";\"\t") != std::string::npos || name.ends_with(',');
        text += (isQuoted ? "\"" + replacedAll(name, "\"", "\"\"") + "\"" : name) + "\n";
    }
    return text;
}

} // namespace gatescope

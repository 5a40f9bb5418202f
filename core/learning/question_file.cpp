// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/question_file.h"

#include "core/base/file.h"
#include "core/base/unicode.h"
#include "core/experiment/experiment_file.h"
#include "core/learning/json_line.h"
#include "core/learning/question_json.h"
#include "core/learning/question_places.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr std::size_t largestFile = 16u << 20;

struct Element {
    std::size_t offset = 0;
    std::string_view text;
};

/// The elements of the list that the text is, found by brackets and quotation marks alone, so that one that is broken
/// inside ends where it should. None if it is no list.
std::optional<std::vector<Element>> elementsOf(std::string_view text)
{
    std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || text[at] != '[')
        return std::nullopt;
    std::vector<Element> elements;
    int depth = 0;
    bool quoted = false;
    std::size_t begin = ++at;
    const auto close = [&](std::size_t end) {
        const std::size_t first = text.find_first_not_of(" \t\r\n", begin);
        if (first < end)
            elements.push_back({first, text.substr(first, end - first)});
        begin = end + 1;
    };
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c == '\\')
                ++at;
            quoted = c != '"' && c != '\n'; // no text of JSON goes over a line: one that is not closed ends here
            continue;
        }
        quoted = c == '"';
        if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || (c == ']' && depth > 0))
            --depth;
        else if (c == ']') {
            close(at);
            return elements;
        } else if (c == ',' && depth <= 0)
            close(at);
    }
    close(text.size());
    return elements;
}

/// Parses an element with blanks before it, so that line and column of an error are those of the file.
Result<Json> parseAt(std::string_view file, const Element &element)
{
    const TextPlace place = placeIn(file, element.offset);
    std::string text(static_cast<std::size_t>(place.line - 1), '\n');
    text.append(static_cast<std::size_t>(place.column - 1), ' ');
    return parseJson(text.append(element.text));
}

/// Refuses what does not play on the question's network.
Result<void> checkNetwork(const Question &question, const std::vector<Lesson> &lessons)
{
    if (!question.experiment.is_null()) {
        const auto own = readExperiment(writeJson(question.experiment));
        return own ? checkPlaces(question, *own) : inPlace("experiment", own.error());
    }
    const auto lesson = std::ranges::find(lessons, question.lesson, &Lesson::name);
    return lesson == lessons.end() ? Result<void>() : checkPlaces(question, lesson->experiment);
}

Result<Question> readOne(const Json &json, const std::vector<Lesson> &lessons)
{
    std::optional<Error> refusal;
    Question question = readQuestion(JsonReader(json, "", refusal));
    if (refusal)
        return *refusal;
    for (const auto &check : {check(question), checkNetwork(question, lessons)})
        if (!check)
            return check.error();
    return question;
}

/// The line of the field that an error begins with; of one that names none, that of the question.
int lineOf(std::string_view file, const Element &element, const Error &error)
{
    return placeIn(file, element.offset).line + lineOfField(element.text, error).value_or(1) - 1;
}

std::string idIn(const Json &json)
{
    return json.is_object() && json.contains("id") && json["id"].is_string() ? json["id"].get<std::string>() : "";
}

void append(ReadQuestions &to, ReadQuestions from)
{
    std::ranges::move(from.refused, std::back_inserter(to.refused));
    for (Question &question : from.questions) {
        if (std::ranges::find(to.questions, question.id, &Question::id) == to.questions.end())
            to.questions.push_back(std::move(question));
        else
            to.refused.push_back(error("%1: another file has a question of this id.", {question.id}));
    }
}

} // namespace

ReadQuestions readQuestions(std::string_view text, const std::string &file, const std::vector<Lesson> &lessons)
{
    ReadQuestions read;
    const auto elements = elementsOf(text);
    if (!elements) {
        read.refused.push_back(error("%1: line 1: a file of questions is a JSON list, [ … ].", {file}));
        return read;
    }
    std::set<std::string> ids;
    for (const Element &element : *elements) {
        const auto json = parseAt(text, element);
        if (!json) {
            read.refused.push_back(inPlace(file, json.error()));
            continue;
        }
        const std::string id = idIn(*json);
        auto question = readOne(*json, lessons);
        if (question && !ids.insert(id).second)
            question = error("another question before it has this id.");
        if (question)
            read.questions.push_back(std::move(*question));
        else
            read.refused.push_back(error("%1: line %2, question \"%3\": %4",
                                         {file, std::to_string(lineOf(text, element, question.error())), printable(id),
                                          question.error().english()}));
    }
    return read;
}

ReadQuestions readQuestionFolder(const std::filesystem::path &resources, const std::vector<Lesson> &lessons)
{
    const std::filesystem::path folder = resources / "questions";
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(folder, problem))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    ReadQuestions all;
    if (problem)
        all.refused.push_back(error("Cannot read the folder %1: %2.", {printable(folder.string()), problem.message()}));
    for (const auto &file : files) {
        const auto text = readFile(file, largestFile);
        if (text)
            append(all, readQuestions(*text, file.filename().string(), lessons));
        else
            all.refused.push_back(text.error());
    }
    return all;
}

std::filesystem::path learningResources()
{
    return GATESCOPE_RESOURCES;
}

} // namespace gatescope

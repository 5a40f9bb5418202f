// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/question_file.h"

#include "core/base/file.h"
#include "core/base/unicode.h"
#include "core/learning/lessons/question_places.h"
#include "core/learning/questions/json_elements.h"
#include "core/learning/questions/json_line.h"
#include "core/learning/questions/question_json.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr std::size_t largestQuestionFile = 16u << 20;

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
int lineOf(std::string_view file, const JsonElement &element, const Error &error)
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
    const auto list = elementsOf(text);
    if (!list) {
        read.refused.push_back(error("%1: line 1: a file of questions is a JSON list, [ … ].", {file}));
        return read;
    }
    std::set<std::string> ids;
    for (const JsonElement &element : list->elements) {
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
            read.refused.push_back(error(
                "%1: line %2, question \"%3\": %4",
                {file, std::to_string(lineOf(text, element, question.error())), printable(id), question.error()}));
    }
    if (const auto behind = textBehind(text, *list))
        read.refused.push_back(inPlace(file, *behind));
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
        const auto text = readFile(file, largestQuestionFile);
        if (text)
            append(all, readQuestions(*text, file.filename().string(), lessons));
        else
            all.refused.push_back(text.error());
    }
    return all;
}

} // namespace gatescope

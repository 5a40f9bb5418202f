// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/own/own_questions.h"

#include "core/base/file.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_places.h"
#include "core/learning/questions/json_elements.h"
#include "core/learning/questions/question_json.h"

#include <algorithm>
#include <array>
#include <memory>

namespace gatescope {

namespace {

constexpr std::size_t largestOwnFile = 16u << 20;
constexpr int mostOwnFiles = 1000;
constexpr std::array questionFields{
    "id",        "topic", "lesson",   "level",  "kind",           "text",       "options", "answer",
    "tolerance", "hint",  "solution", "places", "misconceptions", "experiment", "check",   "source"};
constexpr std::array placeFields{"step", "part", "unit", "layer", "direction", "sequence", "pass"};
constexpr std::array mistakeFields{"answer", "why"};

/// The new fields of these names in place of the old ones; every other field of the old object stays where it was.
template<std::size_t Count>
Json mergedInto(const Json &old, const Json &fresh, const std::array<const char *, Count> &known)
{
    if (!old.is_object() || !fresh.is_object())
        return fresh;
    Json merged = Json::object();
    for (const auto &[field, value] : old.items()) {
        const bool isOurs = std::ranges::find(known, std::string_view(field)) != known.end();
        if (!isOurs)
            merged[field] = value;
        else if (fresh.contains(field))
            merged[field] = fresh[field];
    }
    for (const auto &[field, value] : fresh.items())
        merged[field] = value;
    return merged;
}

/// A question as it is written, with what its old text has beside.
Json writtenOver(const Json &old, const Question &question)
{
    Json fresh = toJson(question);
    for (const char *list : {"solution", "misconceptions"})
        if (!fresh.contains(list))
            fresh[list] = Json::array();
    if (!old.is_object())
        return fresh;
    if (old.contains("misconceptions") && old["misconceptions"].is_array())
        for (Json &mistake : fresh["misconceptions"])
            for (const Json &before : old["misconceptions"])
                if (before.is_object() && before.contains("answer") && before["answer"] == mistake["answer"])
                    mistake = mergedInto(before, mistake, mistakeFields);
    if (fresh.contains("places") && old.contains("places") && old["places"].is_array())
        for (std::size_t i = 0; i < std::min(fresh["places"].size(), old["places"].size()); ++i)
            fresh["places"][i] = mergedInto(old["places"][i], fresh["places"][i], placeFields);
    return mergedInto(old, fresh, questionFields);
}

OwnQuestion readElement(const std::filesystem::path &file, std::string_view text, const JsonElement &element)
{
    OwnQuestion own{file, std::string(element.text), {}, false, {}};
    const auto json = parseAt(text, element);
    if (!json) {
        own.trouble = json.error();
        return own;
    }
    std::optional<Error> refusal;
    own.question = readQuestion(JsonReader(*json, "", refusal));
    own.canBeWritten = !refusal;
    own.trouble = refusal;
    return own;
}

void readFileInto(OwnQuestions &read, const std::filesystem::path &file)
{
    const std::string name = file.filename().string();
    const auto text = readFile(file, largestOwnFile);
    const auto list = text ? elementsOf(*text) : std::nullopt;
    if (!text) {
        read.refused.push_back(text.error());
        return;
    }
    if (!list) {
        read.refused.push_back(error("%1: line 1: a file of questions is a JSON list, [ … ].", {printable(name)}));
        return;
    }
    for (const JsonElement &element : list->elements)
        read.all.push_back(readElement(file, *text, element));
    if (const auto behind = textBehind(*text, *list))
        read.refused.push_back(inPlace(printable(name), *behind));
    if (!list->end)
        read.refused.push_back(
            error("%1: no bracket ] closes the list; new questions go into another file.", {printable(name)}));
}

/// The text of the question's file, and the question in it.
struct Found {
    std::string text;
    JsonElements list; ///< of views into the text
    std::size_t index = 0;
};

Result<std::unique_ptr<Found>> whereItStands(const OwnQuestion &own)
{
    auto text = readFile(own.file, largestOwnFile);
    if (!text)
        return text.error();
    auto found = std::make_unique<Found>();
    found->text = std::move(*text);
    if (auto list = elementsOf(found->text))
        found->list = std::move(*list);
    const auto at = std::ranges::find(found->list.elements, std::string_view(own.text), &JsonElement::text);
    if (at == found->list.elements.end())
        return error("%1 was changed by another program: this question is no longer in it as it was read.",
                     {printable(own.file.filename().string())});
    found->index = std::size_t(at - found->list.elements.begin());
    return found;
}

Result<void> writeOwnFile(const std::filesystem::path &file, const std::string &text)
{
    if (text.size() > largestOwnFile)
        return error("%1 would be larger than %2 MiB.",
                     {printable(file.filename().string()), std::to_string(largestOwnFile >> 20)});
    return writeFileAtomically(file, text);
}

/// The file's text with more at the end of its list; none where the list is not closed.
std::optional<std::string> withMore(std::string text, const std::string &more)
{
    const auto list = elementsOf(text);
    if (!list || !list->end)
        return std::nullopt;
    if (list->elements.empty())
        return text.insert(*list->end, "\n" + more + "\n");
    const JsonElement &last = list->elements.back();
    const std::size_t end = last.offset + last.text.find_last_not_of(" \t\r\n") + 1;
    return text.insert(end, ",\n" + more);
}

} // namespace

std::vector<Question> OwnQuestions::askable() const
{
    std::vector<Question> questions;
    for (const OwnQuestion &own : all)
        if (!own.trouble)
            questions.push_back(own.question);
    return questions;
}

Result<void> checkOwnId(const std::string &id)
{
    if (const Generator *generator = generatorNamed(std::string_view(id).substr(0, id.find(':'))))
        return error("id: \"%1\" is the name of questions that are generated; choose another.",
                     {std::string(generator->name)});
    if (id.find(':') != std::string::npos)
        return error("id: \"%1\" has a colon, as only the ids of generated questions have.", {printable(id)});
    return {};
}

Result<void> checkOwnQuestion(const Question &question, const std::vector<Lesson> &lessons)
{
    if (const auto fine = check(question); !fine)
        return fine;
    if (const auto fine = checkOwnId(question.id); !fine)
        return fine;
    return checkNetwork(question, lessons);
}

OwnQuestions readOwnQuestions(const std::filesystem::path &folder, const std::vector<Lesson> &lessons,
                              const std::vector<Question> &others)
{
    OwnQuestions read;
    std::error_code problem;
    if (folder.empty() || !std::filesystem::exists(folder, problem))
        return read;
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder, problem))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    if (problem)
        read.refused.push_back(
            error("Cannot read the folder %1: %2.", {printable(folder.string()), problem.message()}));
    std::ranges::sort(files);
    for (const auto &file : files)
        readFileInto(read, file);
    std::vector<std::string> ids;
    for (OwnQuestion &own : read.all) {
        if (own.trouble)
            continue;
        const std::string &id = own.question.id;
        if (const auto fine = checkOwnQuestion(own.question, lessons); !fine)
            own.trouble = fine.error();
        else if (std::ranges::find(ids, id) != ids.end()
                 || std::ranges::find(others, id, &Question::id) != others.end())
            own.trouble = error("id: another question has the id \"%1\".", {printable(id)});
        else
            ids.push_back(id);
    }
    return read;
}

std::string freeOwnId(const std::string &id, const std::vector<std::string> &taken)
{
    std::string base = id;
    std::ranges::replace(base, ':', '-');
    if (base.empty())
        base = "question";
    std::string free = base;
    for (int number = 2; !checkOwnId(free) || std::ranges::find(taken, free) != taken.end(); ++number)
        free = base + "-" + std::to_string(number);
    return free;
}

Result<void> addOwnQuestions(const std::filesystem::path &folder, const std::vector<Question> &questions)
{
    std::string more;
    for (const Question &question : questions)
        more += (more.empty() ? "" : ",\n") + writeJson(writtenOver(Json(), question), 1);
    if (more.empty())
        return {};
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return error("Cannot make the folder %1: %2.", {printable(folder.string()), problem.message()});
    for (int number = 1; number <= mostOwnFiles; ++number) {
        const auto file
            = folder / (number == 1 ? "my-questions.json" : "my-questions-" + std::to_string(number) + ".json");
        if (!std::filesystem::exists(file, problem))
            return writeOwnFile(file, "[\n" + more + "\n]\n");
        const auto text = readFile(file, largestOwnFile);
        const auto longer = text ? withMore(*text, more) : std::nullopt;
        if (longer && longer->size() <= largestOwnFile)
            return writeOwnFile(file, *longer);
    }
    return error("No file in %1 can take another question.", {printable(folder.string())});
}

Result<void> replaceOwnQuestion(const OwnQuestion &old, const Question &question)
{
    const auto found = whereItStands(old);
    if (!found)
        return found.error();
    const JsonElement &element = (*found)->list.elements[(*found)->index];
    const auto json = parseAt((*found)->text, element);
    if (!json)
        return json.error();
    std::string text = (*found)->text;
    const std::size_t length = element.text.find_last_not_of(" \t\r\n") + 1;
    return writeOwnFile(old.file, text.replace(element.offset, length, writeJson(writtenOver(*json, question), 1)));
}

Result<void> removeOwnQuestion(const OwnQuestion &old)
{
    const auto found = whereItStands(old);
    if (!found)
        return found.error();
    const auto &elements = (*found)->list.elements;
    const std::size_t i = (*found)->index;
    std::size_t from = elements[i].offset, to = from + elements[i].text.size();
    if (i + 1 < elements.size())
        to = elements[i + 1].offset;
    else if (i > 0)
        from = elements[i - 1].offset + elements[i - 1].text.size();
    std::string text = (*found)->text;
    return writeOwnFile(old.file, text.erase(from, to - from));
}

} // namespace gatescope

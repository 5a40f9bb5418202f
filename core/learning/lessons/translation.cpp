// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/translation.h"

#include "core/base/file.h"
#include "core/experiment/files/json_reader.h"
#include "core/learning/lessons/lesson_json.h"
#include "core/learning/questions/json_line.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::size_t largestTranslation = 4u << 20;

struct TranslationFile {
    std::filesystem::path path;
    std::string text;
    Json json;
};

/// Reads what folders named `kind` have in the language; a folder that is not there has nothing.
template<typename Take>
std::vector<Error> readTranslations(const char *kind, const Translations &translations, Take take)
{
    std::vector<Error> refused;
    for (const auto &folder : translations.folders) {
        std::vector<std::filesystem::path> files;
        std::error_code problem;
        for (const auto &entry : std::filesystem::directory_iterator(folder / kind / translations.language, problem))
            if (entry.path().extension() == ".json")
                files.push_back(entry.path());
        std::ranges::sort(files);
        for (const auto &path : files) {
            const std::string name = translations.language + "/" + path.filename().string();
            auto text = readFile(path, largestTranslation);
            auto json = text ? parseJson(*text) : Result<Json>(text.error());
            if (json)
                take(TranslationFile{path, std::move(*text), std::move(*json)}, name, refused);
            else
                refused.push_back(inPlace(name, json.error()));
        }
    }
    return refused;
}

Error withLine(const std::string &name, const TranslationFile &file, const Error &problem)
{
    return inPlace(name, withLine(file.text, problem));
}

/// Refuses a misspelt field, which would silently stay English.
template<std::size_t n>
void refuseOthers(const JsonReader &json, const std::array<const char *, n> &fields)
{
    if (!json.isObject())
        return json.refuse(sentence("an object"));
    for (const auto &[field, value] : json.json().items())
        if (std::ranges::find(fields, field) == fields.end())
            json.refuse(error("%1.%2: a translation has no such field.", {json.place(), printable(field)}));
}

void replace(std::string &text, const JsonReader &json, const char *field)
{
    if (json.has(field))
        text = json[field].text();
}

void replace(Sentence &sentence, const JsonReader &json, const char *field)
{
    if (json.has(field))
        sentence = {json[field].text(), {}};
}

/// Sentences of a question, one for each.
template<typename Row>
void replaceEach(std::vector<Row> &rows, const JsonReader &json, const char *field, Sentence &(*of)(Row &))
{
    if (!json.has(field))
        return;
    const std::vector<std::string> texts = json[field].texts();
    if (texts.size() != rows.size())
        return json[field].refuse(sentence("%1 texts, as many as in English", {std::to_string(rows.size())}));
    for (std::size_t i = 0; i < rows.size(); ++i)
        of(rows[i]) = {texts[i], {}};
}

Result<void> translateLesson(std::vector<Lesson> &lessons, const Json &json, const std::filesystem::path &formulas)
{
    std::optional<Error> refusal;
    const JsonReader reader(json, "", refusal);
    const std::string name = reader["name"].text();
    const auto cards = reader["cards"].elements();
    if (refusal)
        return *refusal;
    const auto lesson = std::ranges::find(lessons, name, &Lesson::name);
    if (lesson == lessons.end())
        return error("name: there is no lesson \"%1\".", {printable(name)});
    if (cards.size() != lesson->cards.size())
        return error("cards: the lesson has %1 cards, its translation %2.",
                     {std::to_string(lesson->cards.size()), std::to_string(cards.size())});
    refuseOthers(reader, std::array{"name", "title", "cards"});
    std::string title = lesson->title;
    replace(title, reader, "title");
    std::vector<LessonCard> translated = lesson->cards;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        LessonCard &card = translated[i];
        refuseOthers(cards[i], std::array{"title", "text", "after", "asks"});
        replace(card.title, cards[i], "title");
        replace(card.text, cards[i], "text");
        replace(card.after, cards[i], "after");
        replace(card.asks, cards[i], "asks");
        if (const auto fine = checkWords(card, formulas); !fine)
            return error("%1%2", {"cards[" + std::to_string(i) + "]", fine.error()});
    }
    if (refusal)
        return *refusal;
    lesson->title = std::move(title);
    lesson->cards = std::move(translated);
    return {};
}

/// Translates the row that has this id; the words behind `place` are a list's element.
template<typename Row, typename Words>
Result<void> translateRow(std::vector<Row> &rows, const Json &json, const std::string &place, Words words)
{
    std::optional<Error> refusal;
    const JsonReader reader(json, place, refusal);
    const std::string id = reader["id"].text();
    const auto row = std::ranges::find(rows, id, &Row::id);
    if (refusal)
        return *refusal;
    if (row == rows.end())
        return error("%1.id: there is no \"%2\" to be translated.", {place, printable(id)});
    Row translated = *row;
    words(translated, reader);
    if (refusal)
        return *refusal;
    if constexpr (std::is_same_v<Row, Question>)
        if (const auto fine = check(translated); !fine)
            return error("%1.%2", {place, fine.error()});
    *row = std::move(translated);
    return {};
}

template<typename Row, typename Words>
std::vector<Error> translateRows(std::vector<Row> &rows, const char *kind, const Translations &translations,
                                 Words words)
{
    return readTranslations(
        kind, translations, [&](const TranslationFile &file, const std::string &name, std::vector<Error> &refused) {
            if (!file.json.is_array())
                refused.push_back(error("%1: line 1: a translation is a JSON list, [ … ].", {name}));
            for (std::size_t i = 0; file.json.is_array() && i < file.json.size(); ++i)
                if (const auto fine = translateRow(rows, file.json[i], "[" + std::to_string(i) + "]", words); !fine)
                    refused.push_back(withLine(name, file, fine.error()));
        });
}

void translateQuestion(Question &question, const JsonReader &json)
{
    refuseOthers(json, std::array{"id", "text", "options", "hint", "solution", "why"});
    replace(question.text, json, "text");
    replace(question.hint, json, "hint");
    replaceEach<Sentence>(question.options, json, "options", [](Sentence &option) -> Sentence & { return option; });
    replaceEach<SolutionStep>(question.solution, json, "solution",
                              [](SolutionStep &step) -> Sentence & { return step.text; });
    replaceEach<Misconception>(question.misconceptions, json, "why",
                               [](Misconception &one) -> Sentence & { return one.why; });
}

void translateMyth(Myth &myth, const JsonReader &json)
{
    constexpr std::array guesses{"if_yes", "if_no", "if_depends"};
    refuseOthers(json, std::array{"id", "says", "if_yes", "if_no", "if_depends"});
    replace(myth.question.text, json, "says");
    for (int i = 0; i < int(guesses.size()); ++i) {
        const auto wrong = std::ranges::find(myth.question.misconceptions, Answer(i), &Misconception::answer);
        const bool isRight = wrong == myth.question.misconceptions.end();
        replace(isRight ? myth.question.solution.front().text : wrong->why, json, guesses[std::size_t(i)]);
    }
}

void translatePitfall(Pitfall &pitfall, const JsonReader &json)
{
    refuseOthers(json, std::array{"id", "task", "symptom", "why", "mends"});
    replace(pitfall.task, json, "task");
    if (!pitfall.symptom.text.empty())
        replace(pitfall.symptom, json, "symptom");
    replace(pitfall.line.solution.front().text, json, "why");
    if (!json.has("mends"))
        return;
    const std::vector<std::string> whys = json["mends"].texts();
    if (whys.size() != pitfall.mend.options.size())
        return json["mends"].refuse(
            sentence("%1 texts, as many as in English", {std::to_string(pitfall.mend.options.size())}));
    for (std::size_t i = 0; i < whys.size(); ++i) {
        const auto wrong = std::ranges::find(pitfall.mend.misconceptions, Answer(int(i)), &Misconception::answer);
        (wrong == pitfall.mend.misconceptions.end() ? pitfall.mend.solution.front().text : wrong->why) = {whys[i], {}};
    }
}

} // namespace

std::vector<Error> translate(std::vector<Lesson> &lessons, const Translations &translations)
{
    return readTranslations("lessons", translations,
                            [&](const TranslationFile &file, const std::string &name, std::vector<Error> &refused) {
                                if (const auto fine = translateLesson(lessons, file.json, translations.formulas); !fine)
                                    refused.push_back(withLine(name, file, fine.error()));
                            });
}

std::vector<Error> translate(std::vector<Question> &questions, const Translations &translations)
{
    return translateRows(questions, "questions", translations, translateQuestion);
}

std::vector<Error> translate(std::vector<Myth> &myths, const Translations &translations)
{
    return translateRows(myths, "myths", translations, translateMyth);
}

std::vector<Error> translate(std::vector<Pitfall> &pitfalls, const Translations &translations)
{
    return translateRows(pitfalls, "pitfalls", translations, translatePitfall);
}

std::vector<Error> translate(std::vector<Source> &sources, const Translations &translations)
{
    return translateRows(sources, "sources", translations, [](Source &source, const JsonReader &json) {
        refuseOthers(json, std::array{"id", "says"});
        replace(source.says, json, "says");
    });
}

} // namespace gatescope

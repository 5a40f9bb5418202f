// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/myths.h"

#include "core/base/file.h"
#include "core/experiment/files/json_reader.h"
#include "core/learning/questions/json_line.h"

#include <algorithm>
#include <array>
#include <set>

namespace gatescope {

namespace {

constexpr std::size_t largestMythFile = 1u << 20;

struct Verdict {
    const char *name, *field;
    Sentence says;
};

const std::array<Verdict, 3> &verdicts()
{
    static const std::array<Verdict, 3> all{{{"yes", "if_yes", sentence("It is so")},
                                             {"no", "if_no", sentence("It is not so")},
                                             {"depends", "if_depends", sentence("It depends")}}};
    return all;
}

std::optional<int> cardOf(const Lesson &lesson, const std::string &claim)
{
    const auto found = std::ranges::find_if(lesson.cards, [&](const LessonCard &card) {
        return std::ranges::find(card.evidence, claim) != card.evidence.end();
    });
    return found == lesson.cards.end() ? std::nullopt : std::optional(int(found - lesson.cards.begin()));
}

/// The statement with its three answers; each has its words.
void readStatement(const JsonReader &row, Question &question)
{
    question.level = Level::medium;
    question.text = Sentence{row["says"].text(), {}};
    const std::string right = row["verdict"].text();
    int answer = -1;
    for (int i = 0; i < int(verdicts().size()); ++i) {
        const Verdict &verdict = verdicts()[std::size_t(i)];
        question.options.push_back(verdict.says);
        Sentence why{row[verdict.field].text(), {}};
        if (why.text.empty())
            row[verdict.field].refuse(sentence("words"));
        if (right == verdict.name) {
            answer = i;
            question.solution.push_back({std::move(why), std::nullopt});
        } else {
            question.misconceptions.push_back({i, std::move(why)});
        }
    }
    if (answer < 0)
        row["verdict"].refuse(sentence("\"yes\", \"no\" or \"depends\""));
    question.answer = answer;
}

Result<Myth> readOne(const Json &json, const std::string &place, const std::vector<Lesson> &lessons)
{
    std::optional<Error> refusal;
    const JsonReader row(json, place, refusal);
    Myth myth;
    myth.id = row["id"].text();
    readStatement(row, myth.question);
    myth.question.id = myth.id;
    myth.question.lesson = row["lesson"].text();
    const std::string claim = row["claim"].text();
    if (refusal)
        return *refusal;
    const auto lesson = std::ranges::find(lessons, myth.question.lesson, &Lesson::name);
    if (lesson == lessons.end())
        return error("%1.lesson: there is no lesson \"%2\".", {place, printable(myth.question.lesson)});
    const auto card = cardOf(*lesson, claim);
    if (!card)
        return error("%1.claim: no card of the lesson \"%2\" measures \"%3\".",
                     {place, lesson->name, printable(claim)});
    myth.lesson = int(lesson - lessons.begin());
    myth.card = *card;
    myth.evidence = lesson->cards[std::size_t(*card)];
    myth.evidence.evidence = {claim};
    return myth;
}

} // namespace

ReadMyths readMyths(std::string_view text, const std::string &file, const std::vector<Lesson> &lessons)
{
    ReadMyths read;
    const auto json = parseJson(text);
    if (!json || !json->is_array()) {
        read.refused.push_back(json ? error("%1: line 1: a file of myths is a JSON list, [ … ].", {file})
                                    : inPlace(file, json.error()));
        return read;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < json->size(); ++i) {
        const std::string place = "[" + std::to_string(i) + "]";
        auto myth = readOne((*json)[i], place, lessons);
        if (myth && !ids.insert(myth->id).second)
            myth = error("%1.id: a row before it has \"%2\" too.", {place, printable(myth->id)});
        if (myth)
            read.myths.push_back(std::move(*myth));
        else
            read.refused.push_back(error(
                "%1: line %2: %3", {file, std::to_string(lineOfField(text, myth.error()).value_or(1)), myth.error()}));
    }
    return read;
}

ReadMyths readMythFile(const std::filesystem::path &resources, const std::vector<Lesson> &lessons)
{
    const std::filesystem::path path = resources / "myths" / "myths.json";
    const auto text = readFile(path, largestMythFile);
    if (text)
        return readMyths(*text, path.filename().string(), lessons);
    return {{}, {text.error()}};
}

} // namespace gatescope

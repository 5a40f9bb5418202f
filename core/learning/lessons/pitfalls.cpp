// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/pitfalls.h"

#include "core/base/file.h"
#include "core/experiment/files/json_reader.h"
#include "core/learning/questions/json_line.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr std::size_t largestPitfallFile = 1u << 20;
constexpr std::size_t fewestLines = 2, mostLines = 6, mendsOfEach = 3;

/// A question with one right option.
Question choiceOf(const std::string &id, const Sentence &asks, int right)
{
    Question question;
    question.id = id;
    question.text = asks;
    question.answer = right;
    return question;
}

void readLines(const JsonReader &row, Pitfall &pitfall)
{
    pitfall.code = row["code"].texts();
    if (pitfall.code.size() < fewestLines || pitfall.code.size() > mostLines)
        row["code"].refuse(sentence("2 to 6 lines"));
    const int line = row["line"].whole(1, std::max(1, int(pitfall.code.size())));
    pitfall.line = choiceOf(pitfall.id + ".line", sentence("Which line is to be mended?"), line - 1);
    for (const std::string &code : pitfall.code)
        pitfall.line.options.push_back({code, {}});
    pitfall.line.solution.push_back({{row["why"].text(), {}}, std::nullopt});
}

void readMends(const JsonReader &row, Pitfall &pitfall)
{
    const auto mends = row["mends"].elements();
    if (mends.size() != mendsOfEach)
        row["mends"].refuse(sentence("3 lines"));
    const int right = row["mend"].whole(1, int(mendsOfEach)) - 1;
    pitfall.mend = choiceOf(pitfall.id + ".mend", sentence("What stands there instead?"), right);
    std::set<std::string> taken(pitfall.code.begin(), pitfall.code.end());
    for (int i = 0; i < std::ssize(mends); ++i) {
        const JsonReader &mend = mends[std::size_t(i)];
        const std::string code = mend["code"].text();
        Sentence why{mend["why"].text(), {}};
        if (!taken.insert(code).second)
            mend["code"].refuse(sentence("a line that is not there yet"));
        pitfall.mend.options.push_back({code, {}});
        if (i == right)
            pitfall.mend.solution.push_back({std::move(why), std::nullopt});
        else
            pitfall.mend.misconceptions.push_back({i, std::move(why)});
    }
}

/// What one sees: words that the framework prints, or ours where it prints nothing.
void readSight(const JsonReader &row, Pitfall &pitfall)
{
    if (row.has("error"))
        pitfall.error = row["error"].text();
    if (row.has("symptom"))
        pitfall.symptom = {row["symptom"].text(), {}};
    if (pitfall.error.empty() == pitfall.symptom.text.empty())
        row.refuse(error("%1 has neither an error nor a symptom, or both.", {row.place()}));
    if (pitfall.error.empty() && !row.has("claim"))
        row.refuse(error("%1.claim is missing: where nothing is printed it has to be measured.", {row.place()}));
}

Result<void> findCard(const JsonReader &row, Pitfall &pitfall, const std::vector<Lesson> &lessons)
{
    const std::string &name = pitfall.line.lesson;
    const auto lesson = std::ranges::find(lessons, name, &Lesson::name);
    if (lesson == lessons.end())
        return error("%1.lesson: there is no lesson \"%2\".", {row.place(), printable(name)});
    const std::string claim = row.has("claim") ? row["claim"].text() : std::string();
    const std::string title = claim.empty() ? row["card"].text() : std::string();
    const auto isIt = [&](const LessonCard &card) {
        return claim.empty() ? card.title == title : std::ranges::find(card.evidence, claim) != card.evidence.end();
    };
    const auto card = std::ranges::find_if(lesson->cards, isIt);
    if (card == lesson->cards.end())
        return claim.empty()
            ? error("%1.card: the lesson \"%2\" has no card \"%3\".", {row.place(), lesson->name, printable(title)})
            : error("%1.claim: no card of the lesson \"%2\" measures \"%3\".",
                    {row.place(), lesson->name, printable(claim)});
    pitfall.lesson = int(lesson - lessons.begin());
    pitfall.card = int(card - lesson->cards.begin());
    pitfall.evidence = *card;
    pitfall.evidence.evidence.clear();
    if (!claim.empty())
        pitfall.evidence.evidence = {claim};
    return {};
}

Result<Pitfall> readPitfall(const Json &json, const std::string &place, const std::vector<Lesson> &lessons)
{
    std::optional<Error> refusal;
    const JsonReader row(json, place, refusal);
    Pitfall pitfall;
    pitfall.id = row["id"].text();
    const std::string framework = row["framework"].text();
    if (framework != "pytorch" && framework != "keras")
        row["framework"].refuse(sentence("\"pytorch\" or \"keras\""));
    pitfall.framework = framework == "keras" ? Framework::keras : Framework::pytorch;
    pitfall.task = {row["task"].text(), {}};
    readLines(row, pitfall);
    readMends(row, pitfall);
    readSight(row, pitfall);
    pitfall.line.lesson = pitfall.mend.lesson = row["lesson"].text();
    if (!refusal)
        if (const auto found = findCard(row, pitfall, lessons); !found)
            return found.error();
    if (refusal)
        return *refusal;
    return pitfall;
}

} // namespace

ReadPitfalls readPitfalls(std::string_view text, const std::string &file, const std::vector<Lesson> &lessons)
{
    ReadPitfalls read;
    const auto json = parseJson(text);
    if (!json || !json->is_array()) {
        read.refused.push_back(json ? error("%1: line 1: a file of pitfalls is a JSON list, [ … ].", {file})
                                    : inPlace(file, json.error()));
        return read;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < json->size(); ++i) {
        const std::string place = "[" + std::to_string(i) + "]";
        auto pitfall = readPitfall((*json)[i], place, lessons);
        if (pitfall && !ids.insert(pitfall->id).second)
            pitfall = error("%1.id: a row before it has \"%2\" too.", {place, printable(pitfall->id)});
        if (pitfall)
            read.pitfalls.push_back(std::move(*pitfall));
        else
            read.refused.push_back(
                error("%1: line %2: %3",
                      {file, std::to_string(lineOfField(text, pitfall.error()).value_or(1)), pitfall.error()}));
    }
    return read;
}

ReadPitfalls readPitfallFile(const std::filesystem::path &resources, const std::vector<Lesson> &lessons)
{
    const std::filesystem::path path = resources / "pitfalls" / "pitfalls.json";
    const auto text = readFile(path, largestPitfallFile);
    if (text)
        return readPitfalls(*text, path.filename().string(), lessons);
    return {{}, {text.error()}};
}

} // namespace gatescope

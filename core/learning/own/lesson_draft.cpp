// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/own/lesson_draft.h"

#include "core/learning/exchange/course_reading.h"
#include "core/learning/lessons/deed_json.h"
#include "core/learning/lessons/lesson_json.h"
#include "core/learning/questions/question_json.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gatescope {

namespace {

constexpr std::array levelNames{"network", "cell", "unit"};
constexpr int largestNumberOfLesson = 1'000'000;

/// Sets the field, or takes it away where there is nothing to be said in it.
void put(Json &json, const char *field, const std::string &text)
{
    if (text.empty())
        json.erase(field);
    else
        json[field] = text;
}

template<typename Value>
void putOrErase(Json &json, const char *field, const std::optional<Value> &value)
{
    if (value)
        json[field] = *value;
    else
        json.erase(field);
}

void putNames(Json &json, const char *field, const std::vector<std::string> &names)
{
    if (names.empty())
        json.erase(field);
    else
        json[field] = names;
}

/// A deed that is the same stays as it stood, with what it leaves out and what other programs have added.
void putDeed(Json &json, const LessonCard &card)
{
    if (!card.deed) {
        json.erase("deed");
        return;
    }
    std::optional<Error> refusal;
    const JsonReader before(json, "", refusal);
    const bool isSame = before.has("deed") && isSameDeed(readDeed(before["deed"]), card.deed)
        && before["deed"]["asks"].text() == card.asks && !refusal;
    if (!isSame)
        json["deed"] = deedToJson(*card.deed, card.asks);
}

Json cardToJson(const DraftCard &draft)
{
    const LessonCard &card = draft.card;
    Json json = draft.json;
    json["title"] = card.title;
    json["text"] = card.text;
    json["place"] = placeToJson(card.place);
    if (card.level)
        json["level"] = levelNames[std::size_t(*card.level)];
    else
        json.erase("level");
    put(json, "highlight", card.highlight);
    putOrErase(json, "update_bias", card.updateBias);
    putNames(json, "controls", card.controls);
    putNames(json, "evidence", card.evidence);
    putDeed(json, card);
    put(json, "commitment", card.commitment);
    put(json, "after", card.commitment.empty() ? std::string() : card.after);
    if (card.before && !card.commitment.empty())
        json["before"] = placeToJson(*card.before);
    else
        json.erase("before"); // where the stage waited for the answer
    if (card.commitment.empty()) {
        json.erase("figure_before"); // nor is there a guess for which a figure waits
        if (card.figure)
            json["figure"].erase("waits");
    }
    return json;
}

} // namespace

Result<LessonDraft> draftOf(const Json &json)
{
    if (!json.is_object())
        return error("a lesson is a JSON object, { … }.");
    std::optional<Error> refusal;
    const JsonReader reader(json, "", refusal);
    LessonDraft draft;
    draft.json = json;
    draft.cards.clear();
    if (reader.has("name"))
        draft.name = reader["name"].text();
    draft.title = reader["title"].text();
    if (reader.has("minutes"))
        draft.minutes = reader["minutes"].whole(1, 60);
    if (reader.has("number"))
        draft.number = reader["number"].whole(1, largestNumberOfLesson);
    if (reader.has("essential"))
        draft.isEssential = reader["essential"].truth();
    if (reader.has("evidence"))
        draft.claim = reader["evidence"].text();
    if (reader.has("sources"))
        draft.sources = reader["sources"].texts();
    draft.experiment = reader["experiment"].json();
    for (const JsonReader &card : reader["cards"].elements())
        draft.cards.push_back({readCard(card), card.json()});
    if (!draft.experiment.is_object())
        reader["experiment"].refuse(sentence("an object"));
    if (refusal)
        return *refusal;
    return draft;
}

Json toJson(const LessonDraft &draft)
{
    Json json = draft.json;
    json["name"] = draft.name;
    json["title"] = draft.title;
    json["minutes"] = draft.minutes;
    if (draft.number > 0)
        json["number"] = draft.number;
    else
        json.erase("number");
    if (draft.isEssential || json.contains("essential"))
        json["essential"] = draft.isEssential;
    put(json, "evidence", draft.claim);
    putNames(json, "sources", draft.sources);
    json["experiment"] = draft.experiment;
    json["cards"] = Json::array();
    for (const DraftCard &card : draft.cards)
        json["cards"].push_back(cardToJson(card));
    return json;
}

std::string freeLessonName(const std::string &title, const std::vector<std::string> &taken)
{
    std::string base = idFromName(title);
    if (base.empty())
        base = "lesson";
    std::string free = base;
    for (int number = 2; std::ranges::find(taken, free) != taken.end(); ++number)
        free = base + "-" + std::to_string(number);
    return free;
}

} // namespace gatescope

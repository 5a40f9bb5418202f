// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/question_json.h"

#include "core/learning/questions/answer_json.h"

#include <limits>

namespace gatescope {

namespace {

constexpr int largestNumber = std::numeric_limits<int>::max();

PointAnswer readPoint(const JsonReader &json)
{
    if (json.isText())
        return {json.text(), {}, {}};
    if (json.has("step"))
        return {{}, json["step"].whole(0, largestNumber), {}};
    if (json.has("unit"))
        return {{}, {}, json["unit"].whole(0, largestNumber)};
    json.refuse(sentence("the name of a part, {\"step\": number} or {\"unit\": number}"));
    return {};
}

template<typename Value>
Value readNamed(const JsonReader &json, std::optional<Value> (*named)(std::string_view), const Sentence &names)
{
    const std::string name = json.text();
    if (const auto value = named(name))
        return *value;
    json.refuse(names);
    return {};
}

Sentence told(const JsonReader &json)
{
    return {json.text(), {}};
}

std::vector<SolutionStep> readSolution(const JsonReader &json)
{
    std::vector<SolutionStep> solution;
    for (const JsonReader &step : json["solution"].elements())
        solution.push_back({told(step), std::nullopt});
    if (!json.has("places"))
        return solution;
    const auto places = json["places"].elements();
    if (places.size() != solution.size())
        json["places"].refuse(
            sentence("%1 places, one for each step of the solution", {std::to_string(solution.size())}));
    for (std::size_t i = 0; i < std::min(places.size(), solution.size()); ++i)
        if (!places[i].json().is_null())
            solution[i].place = readPlace(places[i]);
    return solution;
}

} // namespace

Json answerToJson(const Answer &answer)
{
    if (const auto *point = std::get_if<PointAnswer>(&answer))
        return point->step ? Json{{"step", *point->step}}
            : point->unit  ? Json{{"unit", *point->unit}}
                           : Json(point->part);
    return std::visit(
        [](const auto &value) -> Json {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, PointAnswer>)
                return {};
            else
                return value;
        },
        answer);
}

Answer readAnswer(const JsonReader &json, QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::choice:
        return json.whole(0, largestNumber);
    case QuestionKind::numeric:
        return json.number();
    case QuestionKind::point:
        return readPoint(json);
    default:
        return json.wholes(0, largestNumber);
    }
}

Json placeToJson(const StagePlace &place)
{
    Json json{{"step", place.step}};
    if (!place.part.empty())
        json["part"] = place.part;
    if (place.unit)
        json["unit"] = *place.unit;
    if (place.layer > 0)
        json["layer"] = place.layer;
    if (place.direction == Direction::backward)
        json["direction"] = "backward";
    if (place.sequence > 0)
        json["sequence"] = place.sequence;
    if (place.backwardPass)
        json["pass"] = "backward";
    return json;
}

StagePlace readPlace(const JsonReader &json)
{
    StagePlace place;
    place.step = json["step"].whole(0, largestNumber);
    if (json.has("part"))
        place.part = json["part"].text();
    if (json.has("unit"))
        place.unit = json["unit"].whole(0, largestNumber);
    if (json.has("layer"))
        place.layer = json["layer"].whole(0, largestNumber);
    if (json.has("sequence"))
        place.sequence = json["sequence"].whole(0, largestNumber);
    for (const char *field : {"direction", "pass"}) {
        if (!json.has(field))
            continue;
        const std::string way = json[field].text();
        if (way != "forward" && way != "backward")
            json[field].refuse(sentence("forward or backward"));
        if (std::string_view(field) == "pass")
            place.backwardPass = way == "backward";
        else
            place.direction = way == "backward" ? Direction::backward : Direction::forward;
    }
    return place;
}

Json toJson(const Question &question)
{
    Json json{{"id", question.id},
              {"topic", question.topic},
              {"lesson", question.lesson},
              {"level", nameOf(question.level)},
              {"kind", nameOf(question.kind)},
              {"text", question.text.english()}};
    for (const Sentence &option : question.options)
        json["options"].push_back(option.english());
    json["answer"] = answerToJson(question.answer);
    if (question.kind == QuestionKind::numeric)
        json["tolerance"] = question.tolerance;
    json["hint"] = question.hint.english();
    Json places = Json::array();
    bool anyPlace = false;
    for (const SolutionStep &step : question.solution) {
        json["solution"].push_back(step.text.english());
        places.push_back(step.place ? placeToJson(*step.place) : Json());
        anyPlace = anyPlace || step.place;
    }
    if (anyPlace)
        json["places"] = places;
    for (const Misconception &one : question.misconceptions)
        json["misconceptions"].push_back({{"answer", answerToJson(one.answer)}, {"why", one.why.english()}});
    if (!question.experiment.is_null())
        json["experiment"] = question.experiment;
    if (!question.check.is_null())
        json["check"] = question.check;
    if (!question.source.empty())
        json["source"] = question.source;
    return json;
}

Question readQuestion(const JsonReader &json)
{
    Question question;
    question.id = json["id"].text();
    question.topic = json["topic"].text();
    question.lesson = json["lesson"].text();
    question.level = readNamed(json["level"], levelNamed, sentence("easy, medium or hard"));
    question.kind
        = readNamed(json["kind"], questionKindNamed, sentence("choice, choices, numeric, shape, order or point"));
    question.text = told(json["text"]);
    if (json.has("options"))
        for (const JsonReader &option : json["options"].elements())
            question.options.push_back(told(option));
    question.answer = readAnswer(json["answer"], question.kind);
    if (json.has("tolerance"))
        question.tolerance = json["tolerance"].number();
    question.hint = told(json["hint"]);
    question.solution = readSolution(json);
    for (const JsonReader &one : json["misconceptions"].elements())
        question.misconceptions.push_back({readAnswer(one["answer"], question.kind), told(one["why"])});
    if (json.has("experiment"))
        question.experiment = json["experiment"].json();
    if (json.has("check"))
        question.check = json["check"].json();
    if (json.has("source"))
        question.source = json["source"].text();
    return question;
}

} // namespace gatescope

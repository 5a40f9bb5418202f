// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lesson.h"

#include "core/base/file.h"
#include "core/experiment/example_input.h"
#include "core/experiment/experiment_file.h"
#include "core/io/trace_json.h"
#include "core/learning/evidence.h"
#include "core/learning/question_json.h"
#include "core/model/initialisation.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t largestFile = 1u << 20;
constexpr int longestExample = 200;
constexpr int most = 1'000'000;

Result<Experiment> experimentOf(const JsonReader &json, const std::filesystem::path &resources)
{
    if (json.has("demo"))
        return readExperimentFile(resources / "experiments" / (json["demo"].text() + ".gatescope"));
    const auto spec = specFromJson(json["spec"].json());
    if (!spec)
        return spec.error();
    if (const auto fine = check(*spec); !fine)
        return fine.error();
    const std::vector<int> lengths = json["lengths"].wholes(1, longestExample);
    if (lengths.empty())
        return error("experiment.lengths is empty.");
    Experiment experiment;
    experiment.spec = *spec;
    experiment.parameters = initialParameters(*spec, std::uint64_t(json["seed"].whole(0, most)));
    if (json.has("update_bias"))
        if (const auto set = setUpdateBias(*spec, experiment.parameters, json["update_bias"].number()); !set)
            return set.error();
    experiment.input = exampleInput(*spec, lengths);
    experiment.objective = naturalObjective(*spec, experiment.input);
    return experiment;
}

LessonCard readCard(const JsonReader &json)
{
    LessonCard card{json["title"].text(), json["text"].text(), {}, {}};
    if (json.has("place"))
        card.place = readPlace(json["place"]);
    if (json.has("commitment"))
        card.commitment = json["commitment"].text();
    return card;
}

Result<void> checkPlace(const StagePlace &place, const Experiment &experiment)
{
    Experiment looking = experiment;
    looking.view = {.sequence = place.sequence,
                    .step = place.step,
                    .layer = place.layer,
                    .direction = place.direction,
                    .unit = place.unit.value_or(0)};
    const auto &parts = describe(experiment.spec.cell).stepParts;
    if (!place.part.empty() && std::ranges::find(parts, place.part, &StepPart::name) == parts.end())
        return error("there is no part \"%1\".", {printable(place.part)});
    return checkView(looking);
}

} // namespace

Result<Lesson> readLesson(std::string_view text, const std::filesystem::path &resources)
{
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    std::optional<Error> refusal;
    const JsonReader reader(*json, "", refusal);
    Lesson lesson;
    lesson.name = reader["name"].text();
    lesson.number = reader["number"].whole(1, 99);
    lesson.title = reader["title"].text();
    lesson.minutes = reader["minutes"].whole(1, 60);
    lesson.essential = reader["essential"].truth();
    lesson.claim = reader["evidence"].text();
    for (const JsonReader &card : reader["cards"].elements())
        lesson.cards.push_back(readCard(card));
    auto experiment = experimentOf(reader["experiment"], resources);
    if (refusal)
        return *refusal;
    if (!experiment)
        return inPlace("experiment", experiment.error());
    lesson.experiment = std::move(*experiment);
    if (!claimNamed(lesson.claim))
        return error("evidence: there is no claim \"%1\".", {printable(lesson.claim)});
    for (std::size_t i = 0; i < lesson.cards.size(); ++i)
        if (const auto fine = checkPlace(lesson.cards[i].place, lesson.experiment); !fine)
            return inPlace("cards[" + std::to_string(i) + "].place", fine.error());
    return lesson;
}

ReadLessons readLessonFolder(const std::filesystem::path &resources)
{
    ReadLessons read;
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(resources / "lessons", problem)) {
        if (entry.path().extension() != ".json")
            continue;
        const auto text = readFile(entry.path(), largestFile);
        auto lesson = text ? readLesson(*text, resources) : Result<Lesson>(text.error());
        if (lesson)
            read.lessons.push_back(std::move(*lesson));
        else
            read.refused.push_back(inPlace(entry.path().filename().string(), lesson.error()));
    }
    if (problem)
        read.refused.push_back(error("Cannot read the lessons: %1.", {problem.message()}));
    std::ranges::sort(read.lessons, {}, &Lesson::number);
    return read;
}

} // namespace gatescope

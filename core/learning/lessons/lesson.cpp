// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/lesson.h"

#include "core/base/file.h"
#include "core/learning/claims/control.h"
#include "core/learning/lessons/lesson_json.h"
#include "core/learning/questions/json_line.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t largestLesson = 1u << 20;

} // namespace

Experiment measuredNetwork(const LessonCard &card, const Lesson &lesson)
{
    Experiment measured = lesson.experiment;
    if (card.updateBias)
        (void)controlNamed("update-bias")->set(measured, *card.updateBias); // was tried when the lesson was read
    return measured;
}

Experiment shownOn(const LessonCard &card, const Lesson &lesson)
{
    Experiment shown = card.experiment ? *card.experiment : lesson.experiment;
    if (card.updateBias)
        (void)controlNamed("update-bias")->set(shown, *card.updateBias);
    const auto &parts = describe(shown.spec.cell).stepParts;
    const auto part = std::ranges::find(parts, card.place.part, &StepPart::name);
    shown.view = {.sequence = card.place.sequence,
                  .step = card.place.step,
                  .part = part == parts.end() ? 0 : static_cast<int>(part - parts.begin()),
                  .layer = card.place.layer,
                  .direction = card.place.direction,
                  .unit = card.place.unit.value_or(0),
                  .backwardPass = card.place.backwardPass,
                  .level = card.level.value_or(part == parts.end() ? 0 : 1)};
    return shown;
}

const Figure *figureOf(const LessonCard &card, bool isAsked)
{
    const std::optional<Figure> &drawn = isAsked && card.figure && card.figure->waits ? card.figureBefore : card.figure;
    return drawn ? &*drawn : nullptr;
}

std::vector<Evidence> measuredOn(const LessonCard &card, const Lesson &lesson, const std::stop_token &stop)
{
    std::vector<Evidence> measured;
    if (card.evidence.empty())
        return measured;
    if (const auto studied = study(measuredNetwork(card, lesson)))
        for (const std::string &name : card.evidence)
            measured.push_back(claimNamed(name)->measure(*studied, stop));
    return measured;
}

Result<Lesson> readLesson(std::string_view text, const std::filesystem::path &resources)
{
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    auto lesson = lessonFromJson(*json, resources);
    if (!lesson)
        return withLine(text, lesson.error());
    return lesson;
}

ReadLessons readLessonFolder(const std::filesystem::path &resources)
{
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto &entry : std::filesystem::directory_iterator(resources / "lessons", problem))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    ReadLessons read;
    if (problem)
        read.refused.push_back(error("Cannot read the lessons: %1.", {problem.message()}));
    for (const auto &file : files) {
        const auto text = readFile(file, largestLesson);
        auto lesson = text ? readLesson(*text, resources) : Result<Lesson>(text.error());
        const auto isTaken
            = [&](const Lesson &other) { return other.name == lesson->name || other.number == lesson->number; };
        if (lesson && std::ranges::any_of(read.lessons, isTaken))
            lesson = error("another file has a lesson of this name or number.");
        if (lesson)
            read.lessons.push_back(std::move(*lesson));
        else
            read.refused.push_back(inPlace(file.filename().string(), lesson.error()));
    }
    std::ranges::sort(read.lessons, {}, &Lesson::number);
    return read;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/own/own_lessons.h"

#include "core/base/file.h"
#include "core/experiment/files/experiment_file.h"
#include "core/learning/exchange/course_reading.h"
#include "core/learning/lessons/chapters.h"
#include "core/learning/lessons/lesson_json.h"
#include "core/learning/questions/json_line.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

constexpr std::size_t largestOwnLesson = 4u << 20;
constexpr int mostFilesOfOneName = 1000;

std::vector<std::filesystem::path> filesIn(const std::filesystem::path &folder, const char *ending)
{
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    if (!folder.empty())
        for (const auto &entry : std::filesystem::directory_iterator(folder, problem))
            if (entry.path().extension() == ending && entry.is_regular_file(problem))
                files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// A name in the folder that no file has yet.
Result<std::filesystem::path> freeFile(const std::filesystem::path &folder, const std::string &name, const char *ending)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return error("Cannot make the folder %1: %2.", {printable(folder.string()), problem.message()});
    for (int number = 1; number <= mostFilesOfOneName; ++number) {
        const auto file = folder / (name + (number == 1 ? "" : "-" + std::to_string(number)) + ending);
        if (!std::filesystem::exists(file, problem))
            return file;
    }
    return error("The folder %1 has too many files named %2.", {printable(folder.string()), printable(name)});
}

OwnLesson readOwnFile(const std::filesystem::path &file, const std::filesystem::path &folder,
                      const LessonSurroundings &around)
{
    OwnLesson own{file, {}, {}, {}, {}};
    const auto text = readFile(file, largestOwnLesson);
    if (!text) {
        own.trouble = text.error();
        return own;
    }
    own.text = *text;
    auto json = parseJson(*text);
    if (!json) {
        own.trouble = json.error();
        return own;
    }
    own.json = std::move(*json);
    if (own.json.is_object() && !own.json.contains("name"))
        own.json["name"] = file.stem().string();
    auto lesson = ownLesson(own.json, folder, around);
    if (lesson)
        own.lesson = std::move(*lesson);
    else
        own.trouble = withLine(*text, lesson.error());
    return own;
}

Result<void> checkUnchanged(const OwnLesson &old)
{
    const auto now = readFile(old.file, largestOwnLesson);
    if (now && *now == old.text)
        return {};
    return error("%1 was changed by another program: the lesson is no longer in it as it was read.",
                 {printable(old.file.filename().string())});
}

/// The name of the file that a lesson is about; empty: none.
std::string networkBeside(const Json &lesson)
{
    if (!lesson.is_object() || !lesson.contains("experiment"))
        return {};
    const Json &experiment = lesson["experiment"];
    const bool isFile = experiment.is_object() && experiment.contains("file") && experiment["file"].is_string();
    return isFile ? experiment["file"].get<std::string>() : std::string();
}

std::string textOf(const Json &json)
{
    return writeJson(json, 1) + "\n";
}

} // namespace

std::vector<Lesson> OwnLessons::shown() const
{
    std::vector<Lesson> lessons;
    for (const OwnLesson &own : all)
        if (own.lesson) {
            lessons.push_back(*own.lesson);
            lessons.back().number = ownChapter().firstLesson + int(lessons.size()) - 1;
        }
    return lessons;
}

std::vector<Error> OwnLessons::refused() const
{
    std::vector<Error> refused;
    for (const OwnLesson &own : all)
        if (own.trouble)
            refused.push_back(inPlace(printable(own.file.filename().string()), *own.trouble));
    return refused;
}

OwnLessons readOwnLessons(const std::filesystem::path &folder, const LessonSurroundings &around)
{
    OwnLessons read;
    for (const auto &file : filesIn(folder, ".json"))
        read.all.push_back(readOwnFile(file, folder, around));
    std::vector<std::string> names;
    for (OwnLesson &own : read.all) {
        if (!own.lesson)
            continue;
        if (std::ranges::find(names, own.lesson->name) == names.end()) {
            names.push_back(own.lesson->name);
            continue;
        }
        own.trouble = error("name: another lesson has the name \"%1\".", {printable(own.lesson->name)});
        own.lesson.reset();
    }
    const auto place = [](const OwnLesson &own) {
        const int number = own.lesson ? own.lesson->number : 0;
        return number > 0 ? number : std::numeric_limits<int>::max();
    };
    std::ranges::stable_sort(read.all, {}, place);
    return read;
}

Result<Lesson> ownLesson(const Json &json, const std::filesystem::path &folder, const LessonSurroundings &around)
{
    auto lesson = ownLessonFromJson(json, around.resources, folder);
    if (!lesson)
        return lesson;
    if (lesson->name.empty())
        return error("name is empty.");
    if (std::ranges::find(around.lessons, lesson->name, &Lesson::name) != around.lessons.end())
        return error("name: another lesson has the name \"%1\".", {printable(lesson->name)});
    for (std::size_t i = 0; i < lesson->cards.size(); ++i) {
        const std::string &asked = lesson->cards[i].commitment;
        if (!asked.empty() && std::ranges::find(around.questions, asked, &Question::id) == around.questions.end())
            return error("cards[%1].commitment: there is no question \"%2\".", {std::to_string(i), printable(asked)});
    }
    return lesson;
}

Result<Experiment> experimentOfLesson(const Json &experiment, const std::filesystem::path &folder,
                                      const LessonSurroundings &around)
{
    return ownExperimentFromJson(experiment, around.resources, folder);
}

Result<std::filesystem::path> addOwnLesson(const std::filesystem::path &folder, const std::string &name,
                                           const Json &json)
{
    const auto file = freeFile(folder, name, ".json");
    if (!file)
        return file;
    if (const auto written = writeFileAtomically(*file, textOf(json)); !written)
        return written.error();
    return file;
}

Result<void> replaceOwnLesson(const OwnLesson &old, const Json &json)
{
    const auto fine = checkUnchanged(old);
    return fine ? writeFileAtomically(old.file, textOf(json)) : fine;
}

Result<void> removeOwnLesson(const OwnLesson &old)
{
    if (const auto fine = checkUnchanged(old); !fine)
        return fine;
    std::error_code problem;
    std::filesystem::remove(old.file, problem);
    if (problem)
        return error("Cannot delete %1: %2.", {printable(old.file.string()), problem.message()});
    const std::string network = networkBeside(old.json);
    if (!network.empty()) // one that cannot be deleted stays on offer: the lesson is gone all the same
        static_cast<void>(removeUnusedNetwork(network, old.file.parent_path()));
    return {};
}

Result<void> removeUnusedNetwork(const std::string &name, const std::filesystem::path &folder)
{
    const std::filesystem::path file = folder / name;
    if (std::filesystem::path(name).filename() != name || file.extension() != ".gatescope")
        return {};
    for (const auto &lesson : filesIn(folder, ".json")) {
        const auto text = readFile(lesson, largestOwnLesson);
        const bool isNamed
            = text && (text->find(name) != std::string::npos || text->find(writeJson(Json(name))) != std::string::npos);
        if (!text || isNamed)
            return {}; // also where nobody can tell
    }
    std::error_code problem;
    std::filesystem::remove(file, problem);
    if (problem)
        return error("Cannot delete %1: %2.", {printable(file.string()), problem.message()});
    return {};
}

std::vector<OfferedNetwork> offeredNetworks(const std::filesystem::path &folder, const std::filesystem::path &resources)
{
    std::vector<OfferedNetwork> offered;
    for (const auto &file : filesIn(resources / "experiments", ".gatescope"))
        if (const auto experiment = readExperimentFile(file))
            offered.push_back({experiment->title, Json{{"demo", file.stem().string()}}});
    for (const auto &file : filesIn(folder, ".gatescope"))
        offered.push_back({file.filename().string(), Json{{"file", file.filename().string()}}});
    return offered;
}

Result<std::string> addExperiment(const Experiment &experiment, const std::string &name,
                                  const std::filesystem::path &folder)
{
    const auto to = freeFile(folder, name, ".gatescope");
    if (!to)
        return to.error();
    if (const auto written = writeExperimentFile(*to, experiment); !written)
        return written.error();
    return to->filename().string();
}

Result<std::string> takeExperiment(const std::filesystem::path &file, const std::filesystem::path &folder)
{
    const auto experiment = readExperimentFile(file);
    if (!experiment)
        return inPlace(printable(file.filename().string()), experiment.error());
    return addExperiment(*experiment, file.stem().string(), folder);
}

Result<std::string> takeOpenExperiment(const Experiment &experiment, const std::filesystem::path &folder)
{
    for (const auto &fine : {check(experiment), checkView(experiment)})
        if (!fine)
            return fine.error();
    const std::string text = writeExperiment(experiment);
    for (const auto &file : filesIn(folder, ".gatescope"))
        if (const auto there = readFile(file, text.size()); there && *there == text)
            return file.filename().string();
    const std::string name = experiment.title.empty() ? std::string() : idFromName(experiment.title);
    return addExperiment(experiment, name.empty() || name.front() == '.' ? "network" : name, folder);
}

} // namespace gatescope

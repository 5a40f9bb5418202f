// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/own/lesson_bundle.h"

#include "core/experiment/files/experiment_file.h"
#include "core/experiment/files/json_reader.h"
#include "core/learning/exchange/course_reading.h"
#include "core/learning/exchange/same_question.h"
#include "core/learning/own/lesson_draft.h"
#include "core/learning/own/own_questions.h"
#include "core/learning/questions/question_json.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

constexpr const char *bundleMark = "gatescope_lesson";
constexpr int bundleVersion = 1;
constexpr JsonLimits bundleLimits{.bytes = 64u << 20};

bool isAboutAFile(const Json &lesson)
{
    return lesson.contains("experiment") && lesson["experiment"].is_object() && lesson["experiment"].contains("file");
}

/// The text of a field; empty where it is none.
std::string textIn(const Json &json, const char *field)
{
    return json.is_object() && json.contains(field) && json[field].is_string() ? json[field].get<std::string>()
                                                                               : std::string();
}

/// What a bundle holds; of a lesson's file as it is, the lesson alone.
struct Bundle {
    Json lesson;
    std::optional<Experiment> network;
    std::vector<Question> questions;
};

Result<Bundle> readBundle(std::string_view text)
{
    auto json = parseJson(text, bundleLimits);
    if (!json)
        return json.error();
    Bundle bundle;
    if (!json->is_object() || !(json->contains(bundleMark) || json->contains("cards")))
        return error("it is no lesson: expected a file that was exported from My lessons.");
    if (!json->contains(bundleMark)) {
        bundle.lesson = std::move(*json);
        return bundle;
    }
    if (!(*json)[bundleMark].is_number_integer() || (*json)[bundleMark].get<int>() > bundleVersion)
        return error("%1: this lesson is from a newer version of Gatescope.", {bundleMark});
    std::optional<Error> refusal;
    const JsonReader reader(*json, "", refusal);
    bundle.lesson = reader["lesson"].json();
    if (reader.has("questions"))
        for (const JsonReader &question : reader["questions"].elements())
            bundle.questions.push_back(readQuestion(question));
    if (refusal)
        return *refusal;
    if (!bundle.lesson.is_object())
        return error("lesson: expected an object.");
    if (reader.has("network")) {
        auto network = experimentFromJson(reader["network"].json());
        if (!network)
            return inPlace("network", network.error());
        bundle.network = std::move(*network);
    }
    return bundle;
}

/// Lets its cards ask the questions that are there, each by its id; gives back those that are new, with ids that nobody
/// has.
std::vector<Question> settleQuestions(Bundle &bundle, const LessonSurroundings &around)
{
    std::map<std::string, std::string> idOfContent, newId;
    std::vector<std::string> taken;
    for (const Question &there : around.questions) {
        idOfContent.try_emplace(contentOf(there), there.id);
        taken.push_back(there.id);
    }
    std::vector<Question> fresh;
    for (Question &question : bundle.questions) {
        const std::string before = question.id;
        const auto [there, isNew] = idOfContent.try_emplace(contentOf(question), freeOwnId(question.id, taken));
        newId[before] = there->second;
        if (!isNew)
            continue;
        question.id = there->second;
        taken.push_back(question.id);
        fresh.push_back(question);
    }
    if (bundle.lesson.contains("cards") && bundle.lesson["cards"].is_array())
        for (Json &card : bundle.lesson["cards"])
            if (const auto found = newId.find(textIn(card, "commitment")); found != newId.end())
                card["commitment"] = found->second;
    return fresh;
}

/// Apart from its name and the name of its network's file, which may be others here.
Json comparable(Json lesson)
{
    lesson.erase("name");
    if (isAboutAFile(lesson))
        lesson["experiment"]["file"] = "";
    return lesson;
}

/// The very same lesson among those of the folder, about the very same network.
const OwnLesson *sameLesson(const OwnLessons &there, const Json &lesson, const std::optional<Experiment> &network)
{
    for (const OwnLesson &own : there.all)
        if (own.lesson && own.json.is_object() && comparable(own.json) == comparable(lesson)
            && (!network || writeExperiment(own.lesson->experiment) == writeExperiment(*network)))
            return &own;
    return nullptr;
}

} // namespace

Result<std::string> lessonBundle(const Json &lesson, const std::filesystem::path &folder,
                                 const LessonSurroundings &around)
{
    const auto shown = ownLesson(lesson, folder, around);
    if (!shown)
        return shown.error();
    Json bundle{{bundleMark, bundleVersion}, {"lesson", lesson}};
    if (isAboutAFile(lesson))
        bundle["network"] = experimentToJson(shown->experiment);
    Json questions = Json::array();
    for (std::size_t i = 0; i < std::min(around.ownQuestions, around.questions.size()); ++i)
        if (std::ranges::find(shown->cards, around.questions[i].id, &LessonCard::commitment) != shown->cards.end())
            questions.push_back(toJson(around.questions[i]));
    if (!questions.empty())
        bundle["questions"] = std::move(questions);
    return writeJson(bundle, 1) + "\n";
}

Result<TakenLesson> takeLesson(std::string_view text, const std::filesystem::path &folder,
                               const std::filesystem::path &questionFolder, const LessonSurroundings &around)
{
    auto bundle = readBundle(text);
    if (!bundle)
        return bundle.error();
    LessonSurroundings with = around;
    const std::vector<Question> fresh = settleQuestions(*bundle, around);
    for (const Question &question : fresh)
        if (const auto fine = checkOwnQuestion(question, around.lessons); !fine)
            return inPlace("questions", fine.error());
    with.questions.insert(with.questions.end(), fresh.begin(), fresh.end());
    const OwnLessons there = readOwnLessons(folder, with);
    TakenLesson taken{.title = textIn(bundle->lesson, "title"), .questions = int(fresh.size())};
    if (const OwnLesson *same = sameLesson(there, bundle->lesson, bundle->network)) {
        taken.file = same->file;
        taken.wasThere = true;
        return taken;
    }
    std::vector<std::string> names;
    for (const Lesson &lesson : around.lessons)
        names.push_back(lesson.name);
    for (const OwnLesson &own : there.all)
        names.push_back(textIn(own.json, "name"));
    const std::string name = textIn(bundle->lesson, "name");
    if (name.empty() || std::ranges::find(names, name) != names.end())
        bundle->lesson["name"] = freeLessonName(name.empty() ? taken.title : name, names);

    std::filesystem::path network;
    if (bundle->network && isAboutAFile(bundle->lesson)) {
        const std::string wanted
            = idFromName(std::filesystem::path(textIn(bundle->lesson["experiment"], "file")).stem().string());
        const auto file = addExperiment(*bundle->network, wanted, folder);
        if (!file)
            return file.error();
        bundle->lesson["experiment"]["file"] = *file;
        network = folder / *file;
    }
    const auto giveUp = [&](const Error &why) {
        std::error_code problem;
        if (!network.empty())
            std::filesystem::remove(network, problem);
        return why;
    };
    if (const auto fine = ownLesson(bundle->lesson, folder, with); !fine)
        return giveUp(fine.error());
    if (const auto added = addOwnQuestions(questionFolder, fresh); !added)
        return giveUp(added.error());
    const auto file = addOwnLesson(folder, textIn(bundle->lesson, "name"), bundle->lesson);
    if (!file)
        return giveUp(file.error());
    taken.file = *file;
    return taken;
}

} // namespace gatescope

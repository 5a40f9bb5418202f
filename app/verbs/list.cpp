// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/json.h"
#include "core/base/program_files.h"
#include "core/engine/backends.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/questions/topics.h"
#include "core/tasks/task.h"
#include "ui/window/demos.h"

#include <optional>

namespace gatescope {

namespace {

struct Listed {
    std::string name;
    std::string description;
    std::optional<bool> available = std::nullopt; ///< where not everything that is listed can be used here
};

std::vector<Listed> listedDemos()
{
    std::vector<Listed> list;
    for (const Demo &demo : demos())
        list.push_back({demo.name.toStdString(), demo.title.toStdString()});
    return list;
}

std::vector<Listed> listedBackends()
{
    std::vector<Listed> list;
    for (const KnownBackend &known : knownBackends())
        list.push_back({std::string(known.name),
                        known.backend ? std::string((*known.backend)->description())
                                      : "not here: " + known.backend.error().english(),
                        known.backend.ok()});
    return list;
}

std::vector<Listed> listedTasks()
{
    std::vector<Listed> list;
    for (const TaskDescription &task : tasks())
        list.push_back({std::string(task.name), std::string(task.description)});
    return list;
}

std::vector<Listed> listedTopics()
{
    std::vector<Listed> list;
    for (const Topic &topic : topics())
        list.push_back({std::string(topic.name), std::string(topic.title)});
    return list;
}

std::vector<Listed> listedLessons()
{
    const ReadLessons read = readLessonFolder(resourceFolder());
    for (const Error &refused : read.refused)
        note(refused.english());
    std::vector<Listed> list;
    for (const Lesson &lesson : read.lessons)
        list.push_back({lesson.name, std::to_string(lesson.number) + " " + lesson.title});
    return list;
}

/// A list that one can ask for.
struct Catalogue {
    const char *name;
    std::vector<Listed> (*entries)();
};

const std::vector<Catalogue> &catalogues()
{
    static const std::vector<Catalogue> table{
        {"demos", listedDemos},       {"tasks", listedTasks},   {"lessons", listedLessons},
        {"backends", listedBackends}, {"topics", listedTopics},
    };
    return table;
}

std::string asLines(const std::vector<Listed> &list)
{
    std::size_t longest = 0;
    for (const Listed &entry : list)
        longest = std::max(longest, entry.name.size());
    std::string lines;
    for (const Listed &entry : list)
        lines += entry.name + std::string(longest - entry.name.size() + 2, ' ') + entry.description + "\n";
    return lines;
}

std::string asJson(const std::vector<Listed> &list)
{
    Json json = Json::array();
    for (const Listed &entry : list) {
        json.push_back({{"name", entry.name}, {"description", entry.description}});
        if (entry.available)
            json.back()["available"] = *entry.available;
    }
    return writeJson(json) + "\n";
}

} // namespace

std::function<ExitCode()> declareList(CLI::App &command)
{
    struct Options {
        std::string what;
        bool json = false;
    };
    std::vector<std::string> names;
    for (const Catalogue &catalogue : catalogues())
        names.push_back(catalogue.name);

    auto options = std::make_shared<Options>();
    command.add_option("WHAT", options->what, "demos, tasks, lessons, backends or topics")
        ->required()
        ->check(CLI::IsMember(names));
    command.add_flag("--json", options->json, "As a JSON array of objects");
    return [options] {
        const std::vector<Listed> list = std::ranges::find(catalogues(), options->what, &Catalogue::name)->entries();
        if (list.empty())
            note("There are no " + options->what + " in this version yet.");
        return writeOutput({}, options->json ? asJson(list) : asLines(list));
    };
}

} // namespace gatescope

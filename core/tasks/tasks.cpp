// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/base/random.h"
#include "core/tasks/task_rows.h"

#include <algorithm>

namespace gatescope {

namespace {

std::string listedNames()
{
    std::string names;
    for (const TaskDescription &task : tasks())
        names += (names.empty() ? "" : ", ") + std::string(task.name);
    return names;
}

} // namespace

const std::vector<TaskDescription> &tasks()
{
    static const std::vector<TaskDescription> table{
        addingTask(), temporalOrderTask(), delayedRecallTask(), copyTask(),     parityTask(),      bracketsTask(),
        anbnTask(),   contextSwitchTask(), vowelNextDoorTask(), sineTask(),     mackeyGlassTask(), textTask(),
        wordsTask(),  sentimentTask(),     tableTask(),         reversalTask(), sumsTask(),
    };
    return table;
}

Result<std::unique_ptr<Task>> makeTask(std::string_view name, const TaskOptions &options)
{
    const auto task = std::ranges::find(tasks(), name, &TaskDescription::name);
    if (task == tasks().end())
        return error("There is no task \"%1\"; there are %2.", {printable(name), listedNames()});
    TaskOptions complete = options;
    if (complete.length == 0)
        complete.length = task->usualLength;
    if (complete.resources.empty())
        complete.resources = resourceFolder().string();
    if (complete.length < task->fewest || complete.length > task->most)
        return error("The task %1 takes a length of %2 to %3 %4, got %5.",
                     {std::string(task->name), std::to_string(task->fewest), std::to_string(task->most),
                      std::string(task->lengthMeans), std::to_string(complete.length)});
    return task->make(complete);
}

std::uint64_t batchSeed(std::uint64_t seed, int update)
{
    return Random(Random(seed).next() + static_cast<std::uint64_t>(update)).next();
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/json_reader.h"
#include "core/training/trainer.h"

#include <algorithm>
#include <utility>

namespace gatescope {

// What is learned and how, as the files of trainings and of races say it.

/// What a table of names, {name, kind} each, calls a kind.
template<typename Names, typename Kind>
const char *nameOf(const Names &names, Kind kind)
{
    return std::ranges::find(names, kind, &Names::value_type::second)->first;
}

template<typename Names>
auto kindNamed(const Names &names, const JsonReader &json)
{
    const std::string name = json.text();
    std::string expected;
    for (const auto &[known, kind] : names) {
        if (name == known)
            return kind;
        expected += (expected.empty() ? "" : ", ") + std::string(known);
    }
    json.refuse(sentence("one of %1", {expected}));
    return names.front().second;
}

Json taskToJson(const std::string &task, const TaskOptions &options);
/// The task's name and what it is made of.
std::pair<std::string, TaskOptions> readTask(const JsonReader &json);

/// Fields of the object that the file is; without the mask.
Json settingsToJson(const TrainerSettings &settings);
TrainerSettings readSettings(const JsonReader &json);

} // namespace gatescope

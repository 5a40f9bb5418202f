// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/training/planned_training.h"

#include "core/base/within_memory.h"
#include "core/experiment/files/open_file.h"
#include "core/training/training_backends.h"

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

/// None where there is no such file.
std::optional<FileMoment> momentOf(const std::string &file)
{
    std::error_code noSize, noTime;
    const FileMoment moment{std::filesystem::file_size(file, noSize), std::filesystem::last_write_time(file, noTime)};
    return noSize || noTime ? std::nullopt : std::optional(moment);
}

} // namespace

ReadModel readModel(const std::string &file, const std::stop_token &stop)
{
    const auto moment = momentOf(file); // before it is read, as with data
    auto network = withinMemory([&]() -> Result<Experiment> {
        const auto read = readNetworkFile(file, {}, stop);
        return read ? networkIn(*read) : read.error();
    });
    return {file, moment, std::make_shared<const Result<Experiment>>(std::move(network))};
}

void PlannedTraining::set(const TrainingPlan &plan)
{
    const bool isSameTask = m_task && plan.task == m_plan.task && plan.options == m_plan.options && !isOutdated();
    m_plan = plan;
    if (!isSameTask)
        m_task.reset();
    const Result<void> prepared = withinMemory([this] { return prepare(); });
    m_problem = prepared ? std::nullopt : std::optional(prepared.error());
}

bool PlannedTraining::isOutdated() const
{
    return m_read.data && momentOf(m_read.options.file) != m_read.data;
}

/// Whether the task asked for differs from one that was made in nothing but a length that it takes.
bool PlannedTraining::hasReadTheData() const
{
    TaskOptions wanted = m_plan.options;
    const int length = std::exchange(wanted.length, m_read.options.length);
    const auto row = std::ranges::find(tasks(), m_plan.task, &TaskDescription::name);
    return m_read.task && !isOutdated() && m_plan.task == m_read.name && wanted == m_read.options
        && row != tasks().end() && length >= row->fewest && length <= row->most;
}

Result<void> PlannedTraining::makeTask()
{
    if (hasReadTheData()) {
        auto made = m_read.task->ofLength(m_plan.options.length);
        if (!made)
            return made.error();
        if ((m_task = std::move(*made)))
            return {};
    }
    const std::string name = m_plan.task.empty() ? taskOfFile(m_plan.options.file) : m_plan.task;
    const auto data = momentOf(m_plan.options.file); // before it is read: what is written meanwhile is told as an edit
    auto made = gatescope::makeTask(name, m_plan.options);
    if (!made)
        return made.error();
    m_task = std::move(*made);
    m_read = {m_task, m_plan.task, m_plan.options, data};
    return {};
}

Result<void> PlannedTraining::prepare()
{
    if (!m_task)
        if (const auto made = makeTask(); !made)
            return made;
    if (const auto valid = check(m_plan.settings.dropout); !valid)
        return valid;
    const std::string &model = m_plan.model;
    if (!model.empty() && (m_model.file != model || !m_model.moment || m_model.moment != momentOf(model)))
        m_model = readModel(model);
    auto begins = gatescope::beginning(m_plan, m_task->shape(), m_model.network.get());
    if (!begins)
        return begins.error();
    m_beginning = std::move(*begins);
    if (const auto fits = check(m_task->shape(), m_beginning.spec); !fits)
        return fits;
    auto backends = trainingBackends(m_beginning.backend, m_beginning.spec, m_beginning.settings);
    if (!backends)
        return backends.error();
    m_backends = std::move(*backends);
    return {};
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/training_plan.h"
#include "core/training/trainer.h"

#include <filesystem>
#include <stop_token>

namespace gatescope {

/// What tells an edited file from the one that was read.
struct FileMoment {
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type written = {};

    bool operator==(const FileMoment &) const = default;
};

/// A network that a training begins with, as a file had it at a moment.
struct ReadModel {
    std::string file;
    std::optional<FileMoment> moment; ///< none where there is no such file
    std::shared_ptr<const Result<Experiment>> network;
};
/// Reads it, in any thread. Asked to stop, it ends within a moment with goesOn()'s error.
ReadModel readModel(const std::string &file, const std::stop_token &stop = {});

/// A plan with what it comes to: the task, the network at its first update and the backends, or the sentence that says
/// why it cannot begin. All of it is found out before anybody presses Start.
class PlannedTraining
{
public:
    explicit PlannedTraining(const TrainingPlan &plan) { set(plan); }

    const TrainingPlan &plan() const { return m_plan; }
    /// Makes the task anew only where it is another one, or its file has been edited.
    void set(const TrainingPlan &plan);
    /// What somebody has read already of the file that the plan to come begins with: set() reads it only where it is
    /// another one, or has been edited.
    void know(ReadModel model) { m_model = std::move(model); }
    /// The task's own file as it was when it was read; none where there is no such file.
    const std::optional<FileMoment> &dataRead() const { return m_read.data; }
    /// Whether the task's file has been edited since.
    bool isOutdated() const;

    const std::optional<Error> &problem() const { return m_problem; }
    /// Null where the task cannot be made.
    std::shared_ptr<const Task> task() const { return m_task; }
    /// Null while there is a problem.
    const StoppedTraining *beginning() const { return m_problem ? nullptr : &m_beginning; }
    const Trainer::Backends &backends() const { return m_backends; }

private:
    bool hasReadTheData() const;
    Result<void> makeTask();
    Result<void> prepare();

    TrainingPlan m_plan;
    std::optional<Error> m_problem;
    std::shared_ptr<const Task> m_task;
    /// The task whose data were read last, and what it was made of.
    struct {
        std::shared_ptr<const Task> task;
        std::string name;
        TaskOptions options;
        std::optional<FileMoment> data;
    } m_read;
    ReadModel m_model; ///< that was read last
    StoppedTraining m_beginning;
    Trainer::Backends m_backends;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/tasks/task.h"

namespace gatescope {

/// The first sequences of a batch, at most so many, with what is asked of them; or what is asked alone.
TrainingBatch firstSequences(const TrainingBatch &batch, int most);
Objective firstSequences(const Objective &objective, int most);

/// What experimentOf shows of the task: sequences that no training has read, held-out ones where there are such.
TrainingBatch shownBatch(const Task &task);

/// A network that learned a task, with a few of the task's sequences to look at. Refuses a network that an experiment
/// cannot show.
Result<Experiment> experimentOf(const TaskDescription &description, const Task &task, const NetworkSpec &spec,
                                const Parameters &parameters);

} // namespace gatescope

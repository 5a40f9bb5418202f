// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

namespace gatescope {

/// A task that can be made; the test ends where it cannot.
std::unique_ptr<Task> someTask(std::string_view name, const TaskOptions &options = {});

/// What is said when it cannot be made; "accepted" when it can.
std::string refusal(std::string_view name, const TaskOptions &options);

/// A GRU that the task's batches fit.
NetworkSpec networkFor(const Task &task);

/// The place of the only 1 among zeros; −1 where the step is anything else.
int hotPlace(const Batch &batch, int sequence, int step);

/// The same for all steps of a sequence.
std::vector<int> hotPlaces(const Batch &batch, int sequence);

} // namespace gatescope

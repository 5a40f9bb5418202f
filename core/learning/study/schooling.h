// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <functional>
#include <stop_token>

namespace gatescope {

/// A network that learns for a claim, and how.
struct Schooling {
    std::shared_ptr<const Task> task;
    NetworkSpec spec;       ///< what the task asks for is filled in
    std::uint64_t seed = 0; ///< of its first numbers and of all batches
    int updates = 300;
    double learningRate = 0.01;
    int sequences = 32;
    int heldOutEvery = 25;
    std::optional<double> keepsAtFirst = {}; ///< the bias that setUpdateBias() gives it
};

/// The task of that name with what is shipped; null where there is none.
std::shared_ptr<const Task> shippedTask(std::string_view name, int length, const std::string &file = {});

/// The spec with the sizes that a task asks for.
NetworkSpec fitted(const TaskShape &shape, NetworkSpec spec);

/// Lets it learn with Adam, its gradient clipped to 1, on this thread; after each update `seen` is told. Null where it
/// cannot learn, and where it was asked to stop.
std::unique_ptr<Trainer> schooled(const Schooling &schooling, const std::stop_token &stop,
                                  const std::function<void(const UpdateRecord &record, const Trainer &trainer)> &seen
                                  = {});

} // namespace gatescope

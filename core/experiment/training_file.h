// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <filesystem>

namespace gatescope {

/// A training that was stopped: what was to be learned, how, and where it stands. With it the run goes on with the
/// bits that it would have had.
struct StoppedTraining {
    std::string task;
    TaskOptions options;
    NetworkSpec spec;
    TrainerSettings settings;
    std::string backend; ///< by name
    int plannedUpdates = 2000;
    TrainerState state;
};

/// Writes the whole file or leaves what was there.
Result<void> writeTrainingFile(const std::filesystem::path &path, const StoppedTraining &stopped);
/// Refuses what is no such file, and what does not fit together.
Result<StoppedTraining> readTrainingFile(const std::filesystem::path &path);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/initialisation.h"
#include "core/training/kept_networks.h"
#include "core/training/trainer.h"

#include <filesystem>
#include <optional>
#include <string>

namespace gatescope {

/// How a run's first weights were made: with the seed, all that is needed to make them again.
struct FirstNumbers {
    Initialiser initialiser = Initialiser::pytorch;
    std::optional<double> updateBias = {}; ///< see setUpdateBias
    std::string model = {};                ///< the file that they are from; empty: they were drawn
    bool pinReset = false;                 ///< see pinResetGate
    bool keepZeros = false;

    bool operator==(const FirstNumbers &) const = default;
};

/// A training that was stopped: what was to be learned, how, and where it stands. With it the run goes on with the
/// bits that it would have had, and its charts show what was.
struct StoppedTraining {
    std::string task;
    TaskOptions options;
    NetworkSpec spec;
    TrainerSettings settings;
    std::string backend; ///< by name
    int plannedUpdates = 2000;
    std::optional<FirstNumbers> first = {}; ///< none in files of before they said so
    TrainerState state;
    RunHistory history; ///< empty in files of before there was one
    KeptNetworks kept;  ///< may be empty; fewer come back where they would take more than 64 MB
};

/// Writes the whole file or leaves what was there.
Result<void> writeTrainingFile(const std::filesystem::path &path, const StoppedTraining &stopped);
/// Refuses what is no such file, and what does not fit together.
Result<StoppedTraining> readTrainingFile(const std::filesystem::path &path);

} // namespace gatescope

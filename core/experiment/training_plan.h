// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/files/training_file.h"
#include "core/model/initialisation.h"

#include <optional>

namespace gatescope {

/// The network of a training of which nothing else is said: one layer of 16 GRU units.
NetworkSpec usualNetwork();
/// Its settings: Adam at a rate of 0.005, gradients clipped at a norm of 1.
TrainerSettings usualSettings();

/// What a person decides about a training before it begins. A plain value: the same plan begins with the same bits.
struct TrainingPlan {
    std::string task; ///< empty: the one that options.file is for
    TaskOptions options = {};
    std::string model = {}; ///< begins with the network of this file; empty: with a fresh one
    NetworkSpec network
        = usualNetwork(); ///< a fresh one; its input, embedding, head and decoder are as the task needs them
    Initialiser initialiser = Initialiser::pytorch;
    std::optional<double> updateBias = {}; ///< see setUpdateBias
    bool pinReset = false;                 ///< see pinResetGate
    bool keepZeros = false;                ///< the weights of `model` that are 0 stay 0
    /// The seed is of the weights too; a schedule's lengths follow from `updates`.
    TrainerSettings settings = usualSettings();
    int updates = 2000;
    std::string backend = "auto";

    bool operator==(const TrainingPlan &) const = default;
};

/// The task that a file is for when none is named: a table has columns, a text has letters.
std::string taskOfFile(const std::string &file);

/// What can begin, but will hardly learn anything: a sentence that says so beforehand.
std::optional<Sentence> doubtOf(const TrainingPlan &plan);

/// A training that has not begun.
Result<StoppedTraining> beginning(const TrainingPlan &plan);
/// The same for whoever has made the task already, and has perhaps read the network of the plan's file, which may take
/// long; null: it is read.
Result<StoppedTraining> beginning(const TrainingPlan &plan, const TaskShape &shape,
                                  const Result<Experiment> *model = nullptr);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/experiment/training_plan.h"

#include <CLI/App.hpp>

#include <string>

namespace gatescope {

/// What the command line says about a training.
struct TrainOptions {
    std::string task, data, resume, model;
    std::string cell = "gru", reset = "after", optimizer = "adam", schedule = "constant", backend = "auto",
                precision = "float32";
    int hidden = 16, layers = 1, stopAfter = 0, batch = 32, length = 0, threads = 1;
    bool bidirectional = false, carryState = false, untilSolved = false, pinReset = false, keepZeros = false;
    double learningRate = 5e-3, clip = 1, clipValue = 0, momentum = 0, weightDecay = 0;
    std::string initialiser = "pytorch", gateActivation = "sigmoid", stateActivation = "tanh";
    std::vector<std::string> columns;
    std::string missing = "refuse";
    bool layerNorm = false, attention = false, differences = false;
    DropoutSettings dropout;
    int warmUp = 0, patience = 0, heldOutEvery = 25, probeEvery = 0;
    std::optional<int> updates; ///< 2000, or as many as a resumed training had planned
    std::optional<double> updateBias;
    std::uint64_t seed = 0;
    std::string log, save, checkpoint;

    void addTo(CLI::App &command);

    /// Refuses what cannot be combined and what would do nothing, before anything is read.
    Result<void> check() const;
    /// What they come to for a training that has not begun.
    TrainingPlan plan() const;
};

} // namespace gatescope
